internal import DocumentModel

extension TaskSheet {
  /// The table as a sheet of a workbook: days are days, long texts have room.
  public func workbookSheet(named name: String) -> XLSXSheet {
    let heading = rows.first ?? []
    let columns = heading.enumerated().map { XLSXSheet.Column($1, width: Self.width(ofColumn: $0)) }
    return XLSXSheet(name: name, columns: columns, rows: rows.dropFirst().map { $0.map(Self.cell) })
  }

  private static func cell(_ text: String) -> XLSXSheet.Cell {
    CalendarDate(iso: text).map { .date($0) } ?? .init(text: text)
  }

  private static func width(ofColumn index: Int) -> Double {
    switch columns.indices.contains(index) ? columns[index].en : "" {
    case "Content": 60
    case "Lead", "Cooperating", "Group", "Title": 28
    case "Document", "Deadline", "Product": 18
    case "Path": 14
    default: 10
    }
  }
}
