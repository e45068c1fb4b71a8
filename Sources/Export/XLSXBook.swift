internal import CXlsxWriter
internal import DocumentModel
internal import Foundation

/// A workbook that is being written. The file is complete only after `close()`.
struct XLSXBook: ~Copyable {
  struct Problem: Error {
    var reason: String
  }

  private let book: UnsafeMutablePointer<lxw_workbook>
  private let formats: XLSXFormats

  init(path: String) throws(Failure) {
    // Rows go to disk as they are written: a workbook of a million cells stays small in memory.
    var options = lxw_workbook_options()
    options.constant_memory = 1
    // Temporary files go beside the workbook: the system's folder for them may be small.
    let folder = strdup(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
    defer { free(folder) }
    options.tmpdir = folder
    guard let book = workbook_new_opt(path, &options) else {
      throw Failure(.cannotWriteOutput, .cannotWriteWorkbook(path, "workbook_new"))
    }
    // A fixed time, the first that a ZIP file can hold, so that the same tasks give the same bytes on any day.
    var properties = lxw_doc_properties()
    properties.created = 315_532_800
    workbook_set_properties(book, &properties)
    self.book = book
    formats = XLSXFormats(book)
  }

  borrowing func add(_ sheet: XLSXSheet) {
    let page = workbook_add_worksheet(book, Self.name(sheet.name))
    for (index, column) in sheet.columns.enumerated() {
      worksheet_set_column(page, UInt16(index), UInt16(index), column.width, nil)
    }
    var row: UInt32 = 0
    for note in sheet.notes {
      worksheet_write_string(page, row, 0, note, formats.note)
      row += 1
    }
    let heading = row
    for (index, column) in sheet.columns.enumerated() {
      worksheet_write_string(page, row, UInt16(index), column.title, formats.heading)
    }
    for cells in sheet.rows {
      row += 1
      // Not every program makes a row as tall as what is wrapped in it.
      worksheet_set_row(page, row, Self.height(of: cells, in: sheet.columns), nil)
      for (index, cell) in cells.enumerated() { write(cell, to: page, row, UInt16(index)) }
    }
    let width = sheet.columns.reduce(0) { $0 + $1.width }
    finish(page, heading: heading, last: row, columns: sheet.columns.count, isWide: width > 170)
  }

  /// In points: the most lines that a cell of the row is wrapped to. Letters are a little narrower than digits.
  private static func height(of cells: [XLSXSheet.Cell], in columns: [XLSXSheet.Column]) -> Double {
    let lines = zip(cells, columns).map { cell, column -> Int in
      guard case .text(let text) = cell else { return 1 }
      return text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { lines, line in
        lines + max(1, Int((Double(line.count) / (column.width * 1.08)).rounded(.up)))
      }
    }
    // Excel's most is 409.
    return min(409, Double(lines.max() ?? 1) * 14.5 + 2)
  }

  private borrowing func finish(
    _ page: UnsafeMutablePointer<lxw_worksheet>?, heading: UInt32, last: UInt32, columns: Int, isWide: Bool
  ) {
    worksheet_freeze_panes(page, heading + 1, 0)
    if columns > 0 { worksheet_autofilter(page, heading, 0, max(last, heading), UInt16(columns - 1)) }
    worksheet_set_landscape(page)
    // A3 for what would be too small to read on A4.
    worksheet_set_paper(page, isWide ? 8 : 9)
    worksheet_fit_to_pages(page, 1, 0)
    worksheet_repeat_rows(page, heading, heading)
    worksheet_set_footer(page, "&C&P / &N")
  }

  private borrowing func write(
    _ cell: XLSXSheet.Cell, to page: UnsafeMutablePointer<lxw_worksheet>?, _ row: UInt32, _ column: UInt16
  ) {
    switch cell {
    case .text(let text):
      let kept = text.count > XLSXWorkbook.mostCharacters ? String(text.prefix(XLSXWorkbook.mostCharacters)) : text
      worksheet_write_string(page, row, column, Self.printable(kept), formats.text)
    case .integer(let value): worksheet_write_number(page, row, column, Double(value), formats.number)
    case .identifier(let value): worksheet_write_number(page, row, column, Double(value), formats.text)
    case .number(let value): worksheet_write_number(page, row, column, value, formats.text)
    case .percent(let value): worksheet_write_number(page, row, column, value, formats.percent)
    case .date(let day):
      var time = lxw_datetime(
        year: Int32(day.year), month: Int32(day.month), day: Int32(day.day), hour: 0, min: 0, sec: 0)
      // A spreadsheet has no day before 1900.
      if day.year < 1900 {
        worksheet_write_string(page, row, column, day.description, formats.text)
      } else {
        worksheet_write_datetime(page, row, column, &time, formats.date)
      }
    case .empty: worksheet_write_blank(page, row, column, formats.text)
    }
  }

  /// XML has no control characters; a workbook with one would not open.
  private static func printable(_ text: String) -> String {
    let isClean = text.utf8.allSatisfy { $0 >= 0x20 || $0 == 0x0A || $0 == 0x09 }
    if isClean { return text }
    return String(String.UnicodeScalarView(text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }))
  }

  /// At most 31 characters, and none that a reference to the sheet would trip over.
  private static func name(_ name: String) -> String {
    String(name.map { "[]:*?/\\'".contains($0) ? "-" : $0 }.prefix(31))
  }

  /// - Throws: the reason, in English, where the file could not be completed.
  consuming func close() throws(Problem) {
    errno = 0
    let status = workbook_close(book)
    let fault = errno
    if status == LXW_NO_ERROR { return }
    // The library names a call of its own for what the system refused; what the system said is still there.
    throw Problem(reason: String(cString: fault == 0 ? lxw_strerror(status) : strerror(fault)))
  }
}
