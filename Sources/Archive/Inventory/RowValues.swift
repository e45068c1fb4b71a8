internal import DocumentModel
internal import Vietnamese

/// Which cells of a sheet's rows are read, and in what order.
struct ReadingPlan {
  private let places: [InventoryField: Int]
  let dossier, item: [InventoryColumn]
  /// Columns that only documents fill.
  let itemFields: [InventoryField]

  init(_ columns: InventoryColumns) {
    let places = columns.places
    self.places = places
    dossier = Self.columns(.dossier, in: places)
    item = Self.columns(.item, in: places)
    itemFields = columns.columns.compactMap(\.field).filter { $0.isOfItem && $0 != .ordinal }
  }

  /// What the sheet has no cell of is left out: most sheets have a quarter of the columns.
  private static func columns(
    _ table: InventoryColumn.Storage.Table, in places: [InventoryField: Int]
  ) -> [InventoryColumn] {
    InventoryColumn.stated(in: table).filter { column in
      column.storage != nil && ([column.field] + column.content.alsoReadFrom).contains { places[$0] != nil }
    }
  }

  func place(of field: InventoryField) -> Int? { places[field] }
}

extension InventoryColumn.Content {
  /// The fields whose cells may state the value beside the column's own.
  fileprivate var alsoReadFrom: [InventoryField] {
    switch self {
    case .day(.start): [.startMonth, .startYear, .start, .period]
    case .day(.end): [.endMonth, .endYear, .end, .period]
    case .day(.issue): [.month, .year, .date]
    case .number, .symbol: [.numberAndSymbol]
    case .typeName: [.subject]
    default: []
    }
  }
}

/// The cells of one row by what they hold.
struct RowValues {
  let cells: [String]
  let plan: ReadingPlan
  let types: DocumentTypeNames
  /// What one cell says of both; nil where the sheet has no such column, or the cell is empty.
  private let both: (number: String?, symbol: String?)?

  init(cells: [String], plan: ReadingPlan, types: DocumentTypeNames) {
    (self.cells, self.plan, self.types) = (cells, plan, types)
    let place = plan.place(of: .numberAndSymbol)
    both = place.flatMap { cells.indices.contains($0) ? InventoryValues.text(cells[$0]) : nil }.map(Self.parted)
  }

  func cell(_ field: InventoryField) -> String {
    guard let index = plan.place(of: field), cells.indices.contains(index) else { return "" }
    return cells[index]
  }

  func text(_ field: InventoryField) -> String? { InventoryValues.text(cell(field)) }

  func dossier(code: String) throws(InventoryValues.Problem) -> InventoryDossier {
    InventoryDossier(code: code, fields: try fields(plan.dossier))
  }

  /// Nil where no column of a document is filled.
  func item() throws(InventoryValues.Problem) -> InventoryItem? {
    guard plan.itemFields.contains(where: { text($0) != nil }) else { return nil }
    let ordinal = try InventoryValues.count(cell(.ordinal), .ordinal)
    return InventoryItem(ordinal: ordinal, fields: try fields(plan.item))
  }

  private func fields(_ columns: [InventoryColumn]) throws(InventoryValues.Problem) -> StatedFields {
    var fields = StatedFields()
    for column in columns {
      guard let storage = column.storage?.column else { continue }
      if column.content == .sheets {
        let sheets = try InventoryValues.sheets(cell(column.field))
        fields.add(InventoryColumn.firstSheet, sheets.from.map { .count($0) })
        fields.add(InventoryColumn.lastSheet, sheets.to.map { .count($0) })
      } else {
        fields.add(storage, try value(column))
      }
    }
    return fields
  }

  private func value(_ column: InventoryColumn) throws(InventoryValues.Problem) -> InventoryValue? {
    let field = column.field
    switch column.content {
    case .text: return text(field).map { .text($0) }
    case .count: return try InventoryValues.count(cell(field), field).map { .count($0) }
    case .metres: return try InventoryValues.metres(cell(field)).map { .length($0) }
    case .maintenance: return InventoryValues.maintenance(cell(field)).map { .text($0) }
    case .mode: return InventoryValues.mode(cell(field)).map { .text($0) }
    case .day(let day): return try date(day).map { .text($0) }
    case .number: return numberAndSymbol().number.map { .text($0) }
    case .symbol: return numberAndSymbol().symbol.map { .text($0) }
    case .typeName: return typeName().map { .text($0) }
    case .month, .year, .whole, .sheets, .key, .runningNumber: return nil
    }
  }

  // MARK: - Values of several cells

  private func date(_ day: InventoryColumn.Day) throws(InventoryValues.Problem) -> String? {
    switch day {
    case .start: try period().start
    case .end: try period().end
    case .issue: try dateOfIssue()
    }
  }

  /// “Ngày văn bản” is a day beside columns of month and year, and a whole date without them.
  private func dateOfIssue() throws(InventoryValues.Problem) -> String? {
    let isWhole = text(.month) == nil && text(.year) == nil
    let date =
      isWhole
      ? try InventoryValues.date(cell(.day), .date)
      : try InventoryValues.date(day: cell(.day), month: cell(.month), year: cell(.year), field: .date)
    if let date { return date }
    return try InventoryValues.date(cell(.date), .date)
  }

  /// Two columns, six columns, or one: `2010-2012`, `01/2010 – 12/2012`.
  private func period() throws(InventoryValues.Problem) -> (start: String?, end: String?) {
    let start = try InventoryValues.date(
      day: cell(.startDay), month: cell(.startMonth), year: cell(.startYear), field: .start)
    let end = try InventoryValues.date(day: cell(.endDay), month: cell(.endMonth), year: cell(.endYear), field: .end)
    if start != nil || end != nil { return (start, end) }
    if let text = text(.period) { return try InventoryValues.period(text) }
    return (try InventoryValues.date(cell(.start), .start), try InventoryValues.date(cell(.end), .end))
  }

  /// Two columns, or one: `05/KH-UBND`.
  private func numberAndSymbol() -> (number: String?, symbol: String?) {
    both ?? (text(.number), text(.symbol))
  }

  private static func parted(_ both: String) -> (number: String?, symbol: String?) {
    if let symbol = DocumentSymbol(both) { return (symbol.number, symbol.symbol) }
    let number = both.prefix { $0.isNumber }
    let rest = both.dropFirst(number.count).drop { $0 == "/" || $0 == "-" || $0 == " " }
    return (number.isEmpty ? nil : String(number), rest.isEmpty ? nil : String(rest))
  }

  /// A list of documents often has type and subject in one cell: `Kế hoạch triển khai …`.
  private func typeName() -> String? { text(.typeName) ?? text(.subject).flatMap(types.name(startingIn:)) }
}
