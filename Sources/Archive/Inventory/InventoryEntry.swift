public import DocumentModel

/// What one row of an inventory says.
public struct InventoryEntry: Hashable, Codable, Sendable {
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

/// A hồ sơ as the inventory has it. A count that is not stated is nil.
public struct InventoryDossier: Hashable, Codable, Sendable {
  public var code: String
  public var title: String
  /// `01` for Vĩnh viễn, to `07`.
  public var maintenance: String?
  public var valueClass: String?
  /// `01` public, `02` with conditions, `03` secret.
  public var mode: String?
  public var language: String?
  /// `2010`, `2010-05` or `2010-05-31`.
  public var start: String?
  public var end: String?
  public var documents: Int?
  public var sheets: Int?
  public var pages: Int?
  public var metres: Double?
  public var annotation: String?
  public var infoSign: String?
  public var keywords: String?
  public var condition: String?
  public var confidenceLevel: String?
  public var paperCode: String?
  public var archiveCode: String?
  public var missingNumbers: String?
  public var note: String?
}

/// A văn bản as the inventory lists it.
public struct InventoryItem: Hashable, Codable, Sendable {
  /// Place in its dossier, from 1; nil for the next one.
  public var ordinal: Int?
  public var typeName: String?
  public var number: String?
  public var symbol: String?
  /// `2010`, `2010-05` or `2010-05-31`.
  public var date: String?
  public var issuer: String?
  public var subject: String?
  public var language: String?
  public var pages: Int?
  public var sheetFrom: Int?
  public var sheetTo: Int?
  public var note: String?
  public var infoSign: String?
  public var keywords: String?
  public var mode: String?
  public var confidenceLevel: String?
  public var autograph: String?
  public var condition: String?
  public var process: String?
  public var materialType: String?
  public var file: String?
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
