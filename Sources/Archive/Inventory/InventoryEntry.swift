public import DocumentModel

/// What one row of an inventory says.
public struct InventoryEntry: Hashable, Encodable, Sendable {
  /// As the file numbers it.
  public var row: Int
  public var fonds = ""
  public var fondsName: String?
  public var holder: String?
  public var unit: String?
  public var catalogue = ""
  public var box: String?
  /// Nil for paper that is not yet arranged: it has metres only.
  public var dossier: InventoryDossier?
  public var item: InventoryItem?
  /// Shelf length of paper that is not yet arranged, in metres.
  public var uncountedMetres: Double?
  public var uncountedMaintenance: String?
  public var uncountedValueClass: String?

  init(row: Int) { self.row = row }
}

/// A hồ sơ as the inventory has it.
public struct InventoryDossier: Hashable, Sendable {
  public var code: String
  /// What is stated beside the code, by the columns of the table `dossier`.
  public var fields: StatedFields

  /// Empty where the row states none.
  public var title: String { fields.text("title") ?? "" }
}

extension InventoryDossier: Encodable {
  private enum Key: String, CodingKey { case code, title }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encode(code, forKey: .code)
    try container.encode(title, forKey: .title)
    try fields.encode(to: encoder)
  }
}

/// A văn bản as the inventory lists it.
public struct InventoryItem: Hashable, Sendable {
  /// Place in its dossier, from 1; nil for the next one.
  public var ordinal: Int?
  /// What is stated beside the ordinal, by the columns of the table `item`.
  public var fields: StatedFields
}

extension InventoryItem: Encodable {
  private enum Key: String, CodingKey { case ordinal }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: Key.self)
    try container.encodeIfPresent(ordinal, forKey: .ordinal)
    try fields.encode(to: encoder)
  }
}

/// A row that could not be taken in, and why.
public struct InventoryRejection: Hashable, Codable, Sendable {
  public var row: Int
  public var reason: Message

  public init(row: Int, reason: Message) {
    self.row = row
    self.reason = reason
  }
}
