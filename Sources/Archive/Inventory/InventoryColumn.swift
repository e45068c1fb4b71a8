/// One column of an inventory: how a sheet calls it, where the archive keeps it, how its cells are read and written.
///
/// Import, export and comparison are made of the rows of `all`, so a new column is a row there and a migration that
/// adds its storage.
public struct InventoryColumn: Sendable {
  let field: InventoryField
  /// As the full layout writes it; nil for a column that is understood and not written.
  let heading: String?
  /// Headings that are understood, as `key` makes them: without marks and in small letters.
  let keys: [String]
  /// Width of the written column, in characters.
  let width: Double
  /// Nil where nothing is kept: running numbers, and cells that are read with others.
  let storage: Storage?
  let content: Content
  /// How the value is held against what was read of the paper; nil where it is not.
  let comparison: Comparison?

  /// A column of a table of the archive.
  struct Storage: Hashable, Sendable {
    enum Table: String, Sendable { case fonds, catalogue, box, dossier, item }

    let table: Table
    let column: String
  }

  /// What a cell holds.
  enum Content: Hashable, Sendable {
    case text
    /// A whole number of 0 or more.
    case count
    case metres
    /// A retention period, kept as its code.
    case maintenance
    /// A mode of use, kept as its code.
    case mode
    /// A part of a day. The day's row keeps the whole: month, year and `whole` are read with it.
    case day(Day), month(Day), year(Day)
    /// A day or a period in one cell.
    case whole
    /// The first and the last sheet, kept apart.
    case sheets
    /// Number or symbol: of a cell of its own or of one that has both.
    case number, symbol
    /// A document type: of a cell of its own or of the first words of the subject.
    case typeName
    /// What names a row of its table. It is read before all else and never differs.
    case key
    /// Counted while writing.
    case runningNumber
  }

  /// The days that an inventory states in parts.
  enum Day: Hashable, Sendable { case start, end, issue }

  /// What of a document's head is held against a listed value, and when the two agree.
  struct Comparison: Sendable {
    enum Agreement: Sendable {
      case type, number, symbol
      /// A year or a month agrees with any day in it.
      case day
      /// At least this share of the words of the shorter text stands in the longer one.
      case words(Double)
    }

    /// A column of the table `document`.
    let readColumn: String
    let agreement: Agreement
  }
}

extension InventoryColumn {
  /// A column of the full layout. The heading itself is understood, with or without marks; `also` has further keys.
  init(
    _ field: InventoryField, _ heading: String, also keys: [String] = [], width: Double = Width.usual,
    _ storage: Storage? = nil, _ content: Content = .text, against comparison: Comparison? = nil
  ) {
    self.init(
      field: field, heading: heading, keys: [InventoryColumns.key(heading)] + keys, width: width, storage: storage,
      content: content, comparison: comparison)
  }

  /// A column that simpler lists have and the full layout has not.
  init(_ field: InventoryField, readOnly keys: [String], _ storage: Storage? = nil, _ content: Content = .text) {
    self.init(
      field: field, heading: nil, keys: keys, width: Width.usual, storage: storage, content: content, comparison: nil)
  }

  /// Widths that a person would set.
  enum Width {
    static let narrow = 7.0, usual = 12.0, wide = 24.0, widest = 44.0
  }
}

extension InventoryColumn.Storage {
  static func fonds(_ column: String) -> Self { Self(table: .fonds, column: column) }
  static func catalogue(_ column: String) -> Self { Self(table: .catalogue, column: column) }
  static func box(_ column: String) -> Self { Self(table: .box, column: column) }
  static func dossier(_ column: String) -> Self { Self(table: .dossier, column: column) }
  static func item(_ column: String) -> Self { Self(table: .item, column: column) }
}

extension InventoryColumn.Comparison {
  /// Listed types are names or codes, read ones are codes.
  static let type = Self(readColumn: "type", agreement: .type)
  static let number = Self(readColumn: "number", agreement: .number)
  static let symbol = Self(readColumn: "symbol", agreement: .symbol)
  static let date = Self(readColumn: "date", agreement: .day)
  /// Lists shorten the names of bodies.
  static let issuer = Self(readColumn: "issuer", agreement: .words(0.5))
  static let subject = Self(readColumn: "subject", agreement: .words(0.6))
}

extension InventoryColumn {
  /// Where the two sheets of `Content.sheets` are kept, in the table `item`.
  static let firstSheet = "sheetFrom", lastSheet = "sheetTo"

  static let byField = Dictionary(all.map { ($0.field, $0) }) { first, _ in first }

  /// The full layout, in its order.
  static let written = all.filter { $0.heading != nil }

  /// How many columns the full layout has.
  public static var writtenCount: Int { written.count }

  /// How sheets call what the archive keeps in a column of `dossier` or `item`; nil where the full layout has no such
  /// column.
  public static func heading(of column: String, level: String) -> String? {
    written.first { $0.storage?.table.rawValue == level && $0.storage?.column == column }?.heading
  }

  /// What a row may state of a dossier or an item beside what names it: each column of the table once.
  static func stated(in table: Storage.Table) -> [InventoryColumn] {
    var seen: Set<String> = []
    return all.filter { column in
      guard let storage = column.storage, storage.table == table, column.content != .key else { return false }
      return seen.insert(storage.column).inserted
    }
  }
}
