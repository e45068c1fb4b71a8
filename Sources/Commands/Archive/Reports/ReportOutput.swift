internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Export

/// What a report is written as.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable { case table, html, xlsx, csv, json }

/// Where a report goes, and as what.
struct ReportOutput: ParsableArguments {
  @Option(
    help: help(
      vi: "Dạng: table, html, xlsx, csv, json (mặc định theo đuôi tệp ra, nếu không thì table).",
      en: "Format: table, html, xlsx, csv, json (from the name of the file to write, else table).", value: .format))
  var format: ReportFormat?
  @Option(
    name: .shortAndLong,
    help: help(vi: "Tệp ra; không nêu thì in ra màn hình.", en: "File to write; standard output without.", value: .file)
  )
  var output: String?

  func validate() throws {
    if format == .xlsx, output == nil {
      throw ValidationError(say(vi: "--format xlsx cần --output.", en: "--format xlsx needs --output."))
    }
    if format == nil, let output { try FileEnding.require(["html", "xlsx", "csv", "json", "txt"], of: output) }
  }

  /// As asked for, else as the name of the file says.
  func format(json: Bool) -> ReportFormat {
    json ? .json : format ?? output.flatMap { ReportFormat(rawValue: FileEnding.of($0)) } ?? .table
  }

  /// To the file, or to standard output where none is named.
  func write(_ text: String) throws {
    if let output { try NamedFile.write(Array(text.utf8), to: output) } else { Console.write(Array(text.utf8)) }
  }

  func write(_ sheets: [XLSXSheet]) throws { try NamedFile.write(sheets, to: output ?? "") }
}
