internal import ArgumentParser
internal import DocumentModel
internal import Foundation
internal import Pipeline

/// `sohoa process`: inputs → records.
struct ProcessCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "process",
    abstract: say(
      vi: "Xử lý bản quét hoặc văn bản OCR: nhận dạng, khôi phục dấu, tách mục và nhiệm vụ.",
      en: "Process scans or OCR texts: recognise, restore marks, take out sections and tasks."),
    discussion: say(
      vi: """
        ĐẦU VÀO: PDF, TIFF nhiều trang, PNG, JPEG, thư mục ảnh trang (một văn bản), .txt, hoặc thư mục chứa các loại đó.

        Ví dụ:
          sohoa process ke-hoach.pdf --output ket-qua
          sohoa process ho-so/ --output ket-qua --jobs 4 --format json,csv
          sohoa process *.pdf --output ket-qua --json > tong-hop.json

        Mã thoát: 0 xong; 64 sai tham số; 65 có tệp hỏng hoặc PDF bị --strict-pdfa từ chối; 66 có tệp không mở được; 69 thiếu chương trình; 73 không ghi được; \
        75 thư mục kết quả đang được lượt khác dùng; 130 được dừng. Chạy lại cùng lệnh thì làm tiếp phần còn lại.
        """,
      en: """
        INPUT: PDF, multi-page TIFF, PNG, JPEG, a folder of page images (one document), .txt, or a folder of these.

        Examples:
          sohoa process plan.pdf --output results
          sohoa process dossiers/ --output results --jobs 4 --format json,csv
          sohoa process *.pdf --output results --json > summary.json

        Exit codes: 0 done; 64 bad arguments; 65 a damaged file, or a PDF that --strict-pdfa refused; 66 a file that cannot be opened; 69 a missing program; \
        73 an output that cannot be written; 75 an output that another run is using; 130 stopped.
        The same command again goes on with what is left.
        """))

  @Argument(help: help(vi: "Tệp hoặc thư mục cần xử lý.", en: "Files or folders to process.", value: .input))
  var input: [String]

  @Option(name: .shortAndLong, help: help(vi: "Thư mục kết quả.", en: "Folder of the results.", value: .folder))
  var output: String

  @Option(
    name: .shortAndLong,
    help: help(vi: "Số trang nhận dạng cùng lúc.", en: "Pages recognised at the same time.", value: .number))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: help(
      vi: "Loại tệp ghi ra, cách nhau bằng dấu phẩy: \(FormatList.told(in: .vi)).",
      en: "Kinds of files to write, parted by commas: \(FormatList.told(in: .en)).", value: .kinds))
  var format: FormatList = .usual

  @Option(
    help: help(
      vi: "Giữ kết quả trong kho lưu trữ này (SQLite).", en: "Keep the results in this archive (SQLite).", value: .file)
  )
  var archive: String?

  @OptionGroup var archival: ArchivalOptions

  @OptionGroup var reading: ReadingOptions

  @OptionGroup var batch: BatchOptions

  @Flag(help: help(vi: "In tổng hợp dạng JSON.", en: "Print the summary as JSON."))
  var json = false

  @OptionGroup var common: CommonOptions

  func validate() throws {
    try archival.validate(with: format)
    if jobs < 1 {
      throw ValidationError(say(vi: "--jobs phải từ 1 trở lên.", en: "--jobs must be at least 1."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: common.language) {
      let run = try BatchRun(
        settings: BatchSettings(run: try settings(), limits: batch.limits(jobs: jobs), selection: batch.selection))
      let bar = ProgressBar(
        language: common.language, isShown: Console.isInteractive && !json && batch.logFormat == nil)
      let interruption = Interruption { run.stop() }
      defer { withExtendedLifetime(interruption) {} }
      let report = try await run.process(input, progress: { bar.show($0) }, events: batch.log(in: common.language))
      bar.clear()
      try BatchSummary(report: report, output: output, language: common.language).show(asJSON: json)
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }

  private func settings() throws -> RunSettings {
    RunSettings(
      output: output, jobs: jobs, formats: format.formats, language: common.language,
      models: try ModelFolder.locate(common.models), archive: archive, reading: reading.settings,
      documents: reading.documents.documents, isStrictPDFA: archival.strictPdfa)
  }
}

/// Names of formats, parted by commas: `json,csv,txt`.
struct FormatList: ExpressibleByArgument {
  static let usual = FormatList(formats: OutputFormat.usual)
  static let allValueStrings = OutputFormat.all.map(\.name)

  let formats: Set<OutputFormat>

  init(formats: Set<OutputFormat>) { self.formats = formats }

  init?(argument: String) {
    let parts = argument.split(separator: ",").map { OutputFormat(named: String($0)) }
    let known = parts.compactMap { $0 }
    guard !known.isEmpty, known.count == parts.count else { return nil }
    formats = Set(known)
  }

  /// All names, each with what it does not tell by itself.
  static func told(in language: Language) -> String {
    OutputFormat.all.map { format in
      format.name + (format.remark.map { " (\($0.text(in: language)))" } ?? "")
    }.joined(separator: ", ")
  }

  var defaultValueDescription: String {
    OutputFormat.all.filter(formats.contains).map(\.name).joined(separator: ",")
  }
}

/// Says in one line why a command could not be done, and ends it with the failure's exit code.
func reportingFailure(in language: Language, _ body: () async throws -> Void) async throws {
  do {
    try await body()
  } catch let failure as Failure {
    Console.complain(failure.message, in: language)
    throw ExitCode(failure.code.rawValue)
  }
}
