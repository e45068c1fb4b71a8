public import DocumentModel

/// A table of a record as the rows of a file of its own.
public struct TableSheet: Sendable {
  /// `table-01.csv`: tables are counted over the whole input.
  public let fileName: String
  public let rows: [[String]]

  /// All tables of a record in print order.
  public static func sheets(of record: InputRecord) -> [TableSheet] {
    record.documents.flatMap(\.tables).enumerated().map { TableSheet($1, number: $0 + 1) }
  }

  private init(_ table: TableRecord, number: Int) {
    fileName = "table-\(number.padded(to: 2)).csv"
    let header = table.header.contains { !$0.isEmpty } ? [table.header] : []
    rows = header + table.rows.map(\.cells)
  }
}
