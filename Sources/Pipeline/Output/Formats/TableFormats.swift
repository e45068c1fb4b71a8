internal import DocumentModel
internal import Export

extension OutputFormat {
  /// The tasks, and beside them a file for every table of the documents.
  public static let csv = OutputFormat("csv", fileName: "tasks.csv", isUsual: true) { folder, name throws(Failure) in
    let record = folder.product.record
    let tasks = CSVExport.text(rows: TaskSheet(record, language: folder.settings.language).rows)
    try folder.write(Array(tasks.utf8), to: name)
    let sheets = TableSheet.sheets(of: record)
    // Those of an earlier run that found more tables.
    try folder.removeFiles { other in
      other.hasPrefix("table-") && other.hasSuffix(".csv") && !sheets.contains { $0.fileName == other }
    }
    for sheet in sheets { try folder.write(Array(CSVExport.text(rows: sheet.rows).utf8), to: sheet.fileName) }
  }

  /// The tasks as a workbook.
  public static let xlsx = OutputFormat("xlsx", fileName: "tasks.xlsx") { folder, name throws(Failure) in
    let sheet = TaskSheet(folder.product.record, language: folder.settings.language)
      .workbookSheet(named: folder.settings.language == .vi ? "Nhiệm vụ" : "Tasks")
    try folder.write(to: name) { path throws(Failure) in try XLSXWorkbook.write([sheet], to: path) }
  }
}
