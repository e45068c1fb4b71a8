/// The name of an inventory column, as `--map` takes it: `dossier.title`, `document.pages`.
///
/// A field is a row of `InventoryColumn.all`. Only the fields that code asks for by name have a constant here.
public struct InventoryField: RawRepresentable, Hashable, Codable, Sendable, CaseIterable {
  public let rawValue: String

  /// Nil for a name that no row of the table has.
  public init?(rawValue: String) {
    guard InventoryColumn.byField[Self(stringLiteral: rawValue)] != nil else { return nil }
    self.rawValue = rawValue
  }

  /// All fields in the order of the table.
  public static var allCases: [InventoryField] { InventoryColumn.all.map(\.field) }

  /// Whether the field says something of a document, not of its dossier.
  public var isOfItem: Bool { rawValue.hasPrefix(Self.documentPrefix) }

  /// The field of a document that has the same heading as this one of a dossier: `dossier.pages` and `document.pages`.
  /// Nil where a document has no such field.
  var twin: InventoryField? {
    guard rawValue.hasPrefix(Self.dossierPrefix) else { return nil }
    return InventoryField(rawValue: Self.documentPrefix + rawValue.dropFirst(Self.dossierPrefix.count))
  }

  private static let dossierPrefix = "dossier."
  private static let documentPrefix = "document."
}

extension InventoryField: ExpressibleByStringLiteral {
  /// For the rows of the table; any other text goes through `init(rawValue:)`.
  public init(stringLiteral name: String) { rawValue = name }
}

extension InventoryField {
  /// The running number of a dossier in its sheet.
  public static let dossierOrdinal: InventoryField = "dossier.ordinal"
  public static let fonds: InventoryField = "fonds"
  public static let fondsName: InventoryField = "fonds.name"
  public static let holder: InventoryField = "holder"
  public static let unit: InventoryField = "unit"
  public static let catalogue: InventoryField = "catalogue"
  public static let box: InventoryField = "box"
  public static let code: InventoryField = "dossier.code"
  public static let title: InventoryField = "dossier.title"
  public static let maintenance: InventoryField = "maintenance"
  public static let valueClass: InventoryField = "value-class"
  public static let startDay: InventoryField = "start.day"
  public static let startMonth: InventoryField = "start.month"
  public static let startYear: InventoryField = "start.year"
  public static let start: InventoryField = "start"
  public static let endDay: InventoryField = "end.day"
  public static let endMonth: InventoryField = "end.month"
  public static let endYear: InventoryField = "end.year"
  public static let end: InventoryField = "end"
  /// Beginning and end in one cell.
  public static let period: InventoryField = "period"
  /// Shelf length, in metres.
  public static let metres: InventoryField = "metres"
  /// A document's place in its dossier.
  public static let ordinal: InventoryField = "document.ordinal"
  public static let typeName: InventoryField = "document.type"
  public static let number: InventoryField = "document.number"
  public static let symbol: InventoryField = "document.symbol"
  public static let numberAndSymbol: InventoryField = "document.number-symbol"
  public static let day: InventoryField = "document.day"
  public static let month: InventoryField = "document.month"
  public static let year: InventoryField = "document.year"
  public static let date: InventoryField = "document.date"
  public static let subject: InventoryField = "document.subject"
  public static let sheet: InventoryField = "document.sheet"
}
