public import DocumentModel
public import Grammar

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
    /// Knows the document types that a subject may begin with.
    public var vocabulary: Vocabulary

    public init(
      fonds: String? = nil, catalogue: String? = nil, dossier: String? = nil, map: [String: InventoryField] = [:],
      vocabulary: Vocabulary = Vocabulary()
    ) {
      self.fonds = fonds
      self.catalogue = catalogue
      self.dossier = dossier
      self.vocabulary = vocabulary
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
  /// The heading, while the rows after it may belong to it.
  private var pending: (columns: InventoryColumns, rows: [[String]])?
  /// The last rows before a heading: they may name groups of its columns.
  private var above: [[String]] = []
  private var hasHeading = false
  /// Columns whose cells have text and that no field is read from.
  private var unread: Set<Int> = []
  private let settings: Settings
  private var rows: EntryReader

  /// Rows that one heading takes at most: thời gian / bắt đầu, kết thúc / ngày, tháng, năm.
  private static let mostHeadingRows = 4

  public init(settings: Settings = Settings()) {
    self.settings = settings
    rows = EntryReader(settings: settings)
  }

  /// Begins another sheet of the same inventory, which has a heading of its own.
  public mutating func beginSheet() {
    (columns, pending, above, unread) = (nil, nil, [], [])
    rows.beginSheet()
  }

  public mutating func read(row: Int, cells: [String]) -> Outcome {
    if let columns { return entry(row, cells, columns) }
    if Self.isBlank(cells) { return .passedOver }
    if let pending { return afterHeading(pending.columns, pending.rows, row, cells) }
    let candidates = (0...above.count).map { count in
      InventoryColumns(rows: above.suffix(count) + [cells], row: row, map: settings.map)
    }
    let rows = above + [cells]
    above = rows.suffix(Self.mostHeadingRows - 1)
    guard let best = candidates.max(by: { $0.known < $1.known }), best.known >= 3, best.isUsable else {
      return .passedOver
    }
    let count = candidates.firstIndex { $0.known == best.known } ?? 0
    pending = (best, rows.suffix(count + 1))
    hasHeading = true
    return .heading
  }

  /// A row after the heading is a part of it where the two together are understood better.
  private mutating func afterHeading(
    _ known: InventoryColumns, _ heading: [[String]], _ row: Int, _ cells: [String]
  ) -> Outcome {
    let longer = InventoryColumns(rows: heading + [cells], row: row, map: settings.map)
    if longer.known > known.known, heading.count < Self.mostHeadingRows {
      pending = (longer, heading + [cells])
      return .heading
    }
    (columns, pending) = (known, nil)
    return entry(row, cells, known)
  }

  /// What is wrong where no heading was found; nil while all is well.
  public var failure: Failure? {
    hasHeading ? nil : Failure(.badInput, .noHeading())
  }

  /// Whether the heading of the sheet that is read was found.
  public var knowsSheet: Bool { columns != nil || pending != nil }

  /// What is known of the columns so far: the heading may be the last row that was read.
  public var understood: InventoryColumns? { columns ?? pending?.columns }

  /// The columns of the sheet that is read that are left out: those with a heading that is not understood, and those
  /// without a heading whose cells have text.
  public var leftOut: [InventoryColumns.Column] {
    let columns = understood?.columns ?? []
    let beyond = unread.filter { $0 >= columns.count }.sorted().map { InventoryColumns.Column(index: $0, heading: "") }
    return columns.filter { $0.field == nil && (!$0.heading.isEmpty || unread.contains($0.index)) } + beyond
  }

  private mutating func entry(_ row: Int, _ cells: [String], _ columns: InventoryColumns) -> Outcome {
    if Self.isBlank(cells) { return .passedOver }
    if Self.isNumbering(cells) || Self.isHeading(cells, columns) || Self.isGroup(cells, columns) { return .passedOver }
    for index in cells.indices where !columns.understands(index) && !cells[index].allSatisfy(\.isWhitespace) {
      unread.insert(index)
    }
    do {
      return .entry(try rows.entry(row, cells, columns))
    } catch {
      return .rejected(InventoryRejection(row: row, reason: error.message))
    }
  }

  /// `(1) (2) (3) …` under the heading.
  private static func isNumbering(_ cells: [String]) -> Bool {
    guard cells.count >= 4, var last = number(in: cells[0]) else { return false }
    // Nearly every row has an end at its second cell.
    for cell in cells.dropFirst() {
      guard let number = number(in: cell), number == last + 1 else { return false }
      last = number
    }
    return true
  }

  /// The number of a cell's digits; nil where it has none, or more than a number of columns has.
  private static func number(in cell: String) -> Int? {
    guard cell.utf8.count <= longestNumbering else { return nil }
    return Int(cell.filter { ("0"..."9").contains($0) })
  }

  /// Bytes of the longest cell that numbers its column, `Cột (12)`; titles need not be looked at.
  private static let longestNumbering = 16

  private static func isBlank(_ cells: [String]) -> Bool {
    cells.allSatisfy { cell in
      // A letter or digit first, as nearly always, tells it at once.
      if let first = cell.utf8.first, first > 0x20, first < 0x7F { return false }
      return cell.allSatisfy(\.isWhitespace)
    }
  }

  /// `I. Hồ sơ của Văn phòng`: one text over the whole row, or alone where the running number stands.
  private static func isGroup(_ cells: [String], _ columns: InventoryColumns) -> Bool {
    guard let first = cells.firstIndex(where: { !$0.isEmpty }) else { return false }
    // Nearly every row ends this at its second cell.
    guard !cells[(first + 1)...].contains(where: { !$0.isEmpty && $0 != cells[first] }) else { return false }
    guard cells[first].contains(where: \.isLetter) else { return false }
    let filled = cells.count { !$0.isEmpty }
    let ordinals = [InventoryField.dossierOrdinal, .ordinal].compactMap { columns.places[$0] }
    return filled >= 3 || (filled == 1 && ordinals.contains(first))
  }

  /// Whether a heading may end in a cell's text: not where their last letters differ and have no marks.
  private static func mayEnd(_ heading: String, in cell: String) -> Bool {
    guard let last = cell.utf8.last, let end = heading.utf8.last else { return false }
    return last == end || last >= 0x80 || end >= 0x80
  }

  private static func isHeading(_ cells: [String], _ columns: InventoryColumns) -> Bool {
    let known = columns.columns.filter { $0.field != nil }
    let equal = known.count { column in
      guard cells.indices.contains(column.index) else { return false }
      let cell = cells[column.index]
      return mayEnd(column.heading, in: cell) && column.heading.hasSuffix(cell)
    }
    return equal >= 3 && equal * 2 > known.count
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
}
