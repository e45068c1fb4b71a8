internal import ArgumentParser
internal import DocumentModel
internal import Export

/// What a report is written as.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case table, html, xlsx, csv, json }

/// Where a report goes, and as what.
struct ReportOutput: ParsableArguments {
  @Option(help: help(vi: "Dạng: table, html, xlsx, csv, json.", en: "Format: table, html, xlsx, csv, json."))
  var format: ReportFormat = .table
  @Option(
    name: .shortAndLong,
    help: help(vi: "Tệp ra; không nêu thì in ra màn hình.", en: "File to write; standard output without."))
  var output: String?

  func validate() throws {
    if format == .xlsx, output == nil {
      throw ValidationError(say(vi: "--format xlsx cần --output.", en: "--format xlsx needs --output."))
    }
  }

  /// To the file, or to standard output where none is named.
  func write(_ text: String) throws {
    if let output { try OutputFile.write(Array(text.utf8), to: output) } else { Console.write(Array(text.utf8)) }
  }

  func write(_ sheets: [XLSXSheet]) throws { try XLSXWorkbook.write(sheets, to: output ?? "") }
}
