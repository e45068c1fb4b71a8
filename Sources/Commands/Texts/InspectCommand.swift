internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation
internal import Intake
internal import Pipeline

/// `sohoa inspect`: what files are, and how well their pages were scanned.
struct InspectCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: say(
      vi: "Xem tệp là gì và từng trang quét tốt hay kém, không nhận dạng.",
      en: "Tell what files are and how well each page was scanned, without recognition."),
    discussion: say(
      vi: """
        Mỗi trang: kích thước, độ phân giải, loại, số bit màu, chiều xoay, độ nghiêng, lớp chữ có dùng được không, và \
        chất lượng: tốt, trung bình hay kém, kèm lý do. Chữ ký số chỉ được liệt kê, không được kiểm tra.

        Ví dụ:
          sohoa inspect ke-hoach.pdf
          sohoa inspect ho-so/ --json > kiem-tra.json
          sohoa inspect ho-so/ --sheet bang-anh.html

        Mã thoát: 0 xong; 64 sai tham số; 65 có tệp hỏng; 66 có tệp không mở được; 69 thiếu chương trình; 73 không ghi được.
        """,
      en: """
        Of each page: size, resolution, kind, bits of colour, how it lies, its skew, whether its text layer can be used, \
        and its quality: good, fair or poor, with the reasons. Digital signatures are listed, not verified.

        Examples:
          sohoa inspect plan.pdf
          sohoa inspect dossiers/ --json > check.json
          sohoa inspect dossiers/ --sheet sheet.html

        Exit codes: 0 done; 64 bad arguments; 65 a damaged file; 66 a file that cannot be opened; 69 a missing program; \
        73 an output that cannot be written.
        """))

  @Argument(help: help(vi: "Tệp hoặc thư mục cần xem.", en: "Files or folders to inspect.", value: .input))
  var input: [String]

  @Option(
    help: help(
      vi: "Ghi bảng ảnh thu nhỏ mọi trang (.html hoặc .png).", en: "Write a contact sheet (.html or .png).",
      value: .file))
  var sheet: String?

  @Option(
    name: .shortAndLong,
    help: help(vi: "Số trang xem cùng lúc.", en: "Pages inspected at the same time.", value: .number))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: help(
      vi: "Bỏ qua ảnh có nhiều điểm ảnh hơn số này.", en: "Refuse images with more pixels than this.", value: .number))
  var maxPixels: Int = 100_000_000

  @Flag(help: help(vi: "In dạng JSON.", en: "Print JSON."))
  var json = false

  @Option(help: help(vi: "Ngôn ngữ: vi hoặc en.", en: "Language: vi or en.", value: .language))
  var language: Language = .usual

  func validate() throws {
    if jobs < 1 || maxPixels < 1 {
      throw ValidationError(
        say(vi: "--jobs và --max-pixels phải từ 1 trở lên.", en: "--jobs and --max-pixels must be at least 1."))
    }
    if let sheet, ContactSheet(path: sheet, language: language) == nil {
      throw ValidationError(
        say(vi: "--sheet phải có đuôi .html hoặc .png.", en: "--sheet must end in .html or .png."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: language) {
      let bar = ProgressBar(language: language, isShown: Console.isInteractive && !json)
      defer { bar.clear() }
      let report = try await Inspector(jobs: jobs, mostPixels: maxPixels).inspect(
        input, sheet: sheet.flatMap { ContactSheet(path: $0, language: language) }
      ) { bar.show($0) }
      bar.clear()
      try show(report)
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }

  private func show(_ report: InspectionReport) throws {
    if json {
      Console.write(try JSONExport.data(of: report))
    } else {
      InspectionTable(report, language: language).lines().forEach(Console.print)
      if let sheet { Console.print(language == .vi ? "Bảng ảnh: \(sheet)" : "Contact sheet: \(sheet)") }
    }
    for notice in report.notices { Console.remark(notice, in: language) }
    for input in report.inputs {
      for finding in input.findings { Console.complain(finding.message, in: language) }
      if let failure = input.failure { Console.complain(failure.message, in: language) }
    }
  }
}
