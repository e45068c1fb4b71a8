public import DocumentModel
internal import Vietnamese

/// Rows of a table → entries of an inventory. It finds the heading by its wording, carries down what a row leaves to
/// the one above, and says of every row that it cannot take why.
public struct InventoryReader: Sendable {
  /// What holds for rows that do not say.
  public struct Settings: Sendable {
    public var fonds: String?
    public var catalogue: String?
    /// For a list of one dossier's documents, which names no dossier.
    public var dossier: String?
    /// A heading or a column's letter, and what it holds.
    public var map: [String: InventoryField]

    public init(
      fonds: String? = nil, catalogue: String? = nil, dossier: String? = nil, map: [String: InventoryField] = [:]
    ) {
      self.fonds = fonds
      self.catalogue = catalogue
      self.dossier = dossier
      self.map = Dictionary(map.map { (InventoryColumns.key($0.key), $0.value) }) { first, _ in first }
    }
  }

  public enum Outcome: Hashable, Sendable {
    case heading
    case entry(InventoryEntry)
    case rejected(InventoryRejection)
    /// A blank row, a row of column numbers, a heading repeated on the next page.
    case passedOver
  }

  /// Nil until the heading was found.
  public private(set) var columns: InventoryColumns?
  /// The heading, while the row after it may belong to it.
  private var pending: (columns: InventoryColumns, cells: [String])?
  private var above: [String] = []
  private var rowsBefore = 0
  private let settings: Settings
  private var rows: EntryReader

  public init(settings: Settings = Settings()) {
    self.settings = settings
    rows = EntryReader(settings: settings)
  }

  /// The rows of a heading are within these.
  static let mostRowsBeforeHeading = 40

  public mutating func read(row: Int, cells: [String]) -> Outcome {
    if let columns { return entry(row, cells, columns) }
    if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return .passedOver }
    if let pending {
      self.pending = nil
      let both = InventoryColumns(heading: cells, above: pending.cells, row: row, map: settings.map)
      columns = both.known > pending.columns.known ? both : pending.columns
      return both.known > pending.columns.known ? .heading : entry(row, cells, pending.columns)
    }
    rowsBefore += 1
    let candidates = [[], above].map { InventoryColumns(heading: cells, above: $0, row: row, map: settings.map) }
    above = cells
    guard let best = candidates.max(by: { $0.known < $1.known }), best.known >= 3, best.isUsable else {
      return .passedOver
    }
    pending = (best, cells)
    return .heading
  }

  /// What is wrong where no heading was found; nil while all is well.
  public var failure: Failure? {
    columns == nil && pending == nil ? Failure(.badInput, .noHeading()) : nil
  }

  private mutating func entry(_ row: Int, _ cells: [String], _ columns: InventoryColumns) -> Outcome {
    if cells.allSatisfy({ $0.allSatisfy(\.isWhitespace) }) { return .passedOver }
    if Self.isNumbering(cells) || Self.isHeading(cells, columns) { return .passedOver }
    do {
      return .entry(try rows.entry(row, cells, columns))
    } catch {
      return .rejected(InventoryRejection(row: row, reason: error.message))
    }
  }

  /// `(1) (2) (3) …` under the heading.
  private static func isNumbering(_ cells: [String]) -> Bool {
    let numbers = cells.map { Int($0.filter(\.isNumber)) }
    guard cells.count >= 4 else { return false }
    return zip(numbers, numbers.dropFirst()).allSatisfy { first, second in
      if let first, let second { second == first + 1 } else { false }
    }
  }

  private static func isHeading(_ cells: [String], _ columns: InventoryColumns) -> Bool {
    let known = columns.columns.filter { $0.field != nil }
    let equal = known.count { column in
      guard cells.indices.contains(column.index) else { return false }
      let cell = cells[column.index]
      return !cell.isEmpty && column.heading.hasSuffix(cell)
    }
    return equal >= 3 && equal * 2 > known.count
  }
}

/// Reads one row after another; a row may leave to the one above what it shares with it.
private struct EntryReader {
  let settings: InventoryReader.Settings
  private var places: [InventoryField: Int] = [:]
  private var fonds: String?
  private var catalogue: String?
  private var box: String?
  private var code: String?
  /// Where every dossier stood first, and its title.
  private var seen: [String: (row: Int, title: String)] = [:]

  init(settings: InventoryReader.Settings) {
    self.settings = settings
    (fonds, catalogue, code) = (settings.fonds, settings.catalogue, settings.dossier)
  }

  mutating func entry(
    _ row: Int, _ cells: [String], _ columns: InventoryColumns
  ) throws(InventoryValues.Problem) -> InventoryEntry {
    if places.isEmpty { places = columns.places }
    let values = RowValues(cells: cells, columns: columns, places: places)
    let item = try values.item()
    let stated = values.text(.code)
    // A new place in the hierarchy ends the dossier above.
    if let new = values.text(.fonds), new != fonds { (fonds, catalogue, box) = (new, settings.catalogue, nil) }
    if let new = values.text(.catalogue), new != catalogue { (catalogue, box) = (new, nil) }
    if let new = values.text(.box) { box = new }
    var entry = InventoryEntry(row: row)
    entry.fonds = fonds ?? ""
    entry.catalogue = catalogue ?? "1"
    entry.box = box
    (entry.fondsName, entry.holder, entry.unit) = (values.text(.fondsName), values.text(.holder), values.text(.unit))
    guard !entry.fonds.isEmpty else { throw .init(message: .noFonds()) }
    if stated == nil, item == nil { return try uncounted(entry, values) }
    guard let code = stated ?? code else { throw .init(message: .noDossier()) }
    let dossier = try values.dossier(code: code)
    try check(dossier, of: entry, stated: stated != nil)
    self.code = code
    entry.dossier = dossier
    entry.item = item
    return entry
  }

  private func uncounted(
    _ entry: InventoryEntry, _ values: RowValues
  ) throws(InventoryValues.Problem) -> InventoryEntry {
    guard let metres = try InventoryValues.metres(values.cell(.metres)) else { throw .init(message: .noCode()) }
    var entry = entry
    entry.uncountedMetres = metres
    entry.uncountedMaintenance = InventoryValues.maintenance(values.cell(.maintenance))
    entry.uncountedValueClass = values.text(.valueClass)
    return entry
  }

  /// One code for two dossiers is a mistake that nobody but a person can put right.
  private mutating func check(
    _ dossier: InventoryDossier, of entry: InventoryEntry, stated: Bool
  ) throws(InventoryValues.Problem) {
    let key = "\(entry.fonds)\t\(entry.catalogue)\t\(dossier.code)"
    guard let first = seen[key] else {
      seen[key] = (entry.row, dossier.title)
      return
    }
    if stated, !dossier.title.isEmpty, !first.title.isEmpty, looseKey(first.title) != looseKey(dossier.title) {
      throw .init(message: .doubleCode(dossier.code, first.row))
    }
  }
}

extension Message {
  static func noHeading() -> Message {
    Message(
      "no-heading",
      vi:
        "Không nhận ra dòng tiêu đề cột. Cần ít nhất: số ký hiệu hồ sơ (hoặc trích yếu) và hai cột khác; hoặc chỉ rõ bằng --map, ví dụ --map \"C=dossier.code\".",
      en:
        "No heading row was recognised. It takes a dossier code (or a subject) and two more columns; or name them with --map, for example --map \"C=dossier.code\"."
    )
  }

  static func noFonds() -> Message {
    Message("no-fonds", vi: "không có phông; thêm cột Phông hoặc --fonds", en: "no fonds; add a column or --fonds")
  }

  static func noDossier() -> Message {
    Message(
      "no-dossier", vi: "văn bản không thuộc hồ sơ nào; thêm cột hồ sơ hoặc --dossier",
      en: "a document of no dossier; add a column or --dossier")
  }

  static func noCode() -> Message {
    Message("no-code", vi: "không có số ký hiệu hồ sơ", en: "no dossier code")
  }

  static func doubleCode(_ code: String, _ row: Int) -> Message {
    Message(
      "double-code", vi: "số ký hiệu hồ sơ “\(code)” trùng với dòng \(row) nhưng tiêu đề khác",
      en: "dossier code “\(code)” is that of row \(row), with another title")
  }
}
