internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Foundation
internal import Pipeline

/// `sohoa watch`: takes what scanners write into a folder.
struct WatchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "watch",
    abstract: say(
      vi: "Canh một thư mục máy quét ghi vào và xử lý tệp mới.",
      en: "Watch a folder that scanners write into, and process what is new."),
    discussion: say(
      vi: """
        Một tệp chỉ được đọc khi kích thước và thời điểm sửa không đổi qua một khoảng --interval. Không đi theo liên kết.
        Tệp xong và tệp lỗi được ghi sổ (sohoa runs) hoặc chuyển đi. Dừng bằng Ctrl-C; chạy lại thì làm tiếp.

        Ví dụ:
          sohoa watch may-quet/ --output ket-qua
          sohoa watch may-quet/ --output ket-qua --done da-xong --failed loi --archive kho.sqlite
        """,
      en: """
        A file is read only after its size and dates did not change over --interval. Links are not followed.
        Finished and failed files are recorded (sohoa runs) or moved. Ctrl-C stops; started again, it goes on.

        Examples:
          sohoa watch scanner/ --output results
          sohoa watch scanner/ --output results --done finished --failed failed --archive archive.sqlite
        """))

  @Argument(help: help(vi: "Thư mục cần canh.", en: "The folder to watch.", value: .folder))
  var folder: String

  @Option(name: .shortAndLong, help: help(vi: "Thư mục kết quả.", en: "Folder of the results.", value: .folder))
  var output: String

  @Option(
    help: help(vi: "Số giây giữa hai lần xem.", en: "Seconds between two looks.", value: .seconds))
  var interval: Double = 10

  @Option(
    help: help(vi: "Chuyển tệp đã xong vào đây.", en: "Move what was processed to this folder.", value: .folder))
  var done: String?

  @Option(
    help: help(vi: "Chuyển tệp lỗi vào đây.", en: "Move what failed to this folder.", value: .folder))
  var failed: String?

  @Flag(help: help(vi: "Làm hết những gì đang có rồi thoát.", en: "End once all that is there is done."))
  var once = false

  @Option(
    name: .shortAndLong,
    help: help(vi: "Số trang nhận dạng cùng lúc.", en: "Pages recognised at the same time.", value: .number))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: help(vi: "Loại tệp ghi ra, như của process.", en: "Kinds of files to write, as for process.", value: .kinds))
  var format: FormatList = .usual

  @Option(
    help: help(
      vi: "Giữ kết quả trong kho lưu trữ này (SQLite).", en: "Keep the results in this archive (SQLite).", value: .file)
  )
  var archive: String?

  @OptionGroup var archival: ArchivalOptions
  @OptionGroup var reading: ReadingOptions
  @OptionGroup var batch: BatchOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    try archival.validate(with: format)
    if jobs < 1 || !(interval >= 0.1) {
      throw ValidationError(
        say(
          vi: "--jobs phải từ 1 trở lên, --interval từ 0.1 giây.",
          en: "--jobs must be at least 1, --interval at least 0.1 seconds."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: common.language) {
      let settings = RunSettings(
        output: output, jobs: jobs, formats: format.formats, language: common.language,
        models: try ModelFolder.locate(common.models), archive: archive, reading: reading.settings,
        documents: reading.documents.documents, isStrictPDFA: archival.strictPdfa)
      let run = WatchRun(
        watch: WatchSettings(folder: folder, interval: interval, done: done, failed: failed, endsWhenIdle: once),
        batch: BatchSettings(run: settings, limits: batch.limits(jobs: jobs), selection: batch.selection))
      let interruption = Interruption { run.stop() }
      defer { withExtendedLifetime(interruption) {} }
      try await run.watch(
        events: batch.log(in: common.language), onReport: tell,
        onTrouble: { Console.complain($0.message, in: common.language) })
    }
  }

  /// A line an input: a table would have no end.
  private func tell(of report: BatchReport) {
    report.forEach { input in
      if let failure = input.failure { return Console.complain(failure.message, in: common.language) }
      let tasks = input.documents.reduce(0) { $0 + $1.tasks }
      Console.print(
        common.language == .vi
          ? "Xong: \(input.name) (\(input.pages) trang, \(tasks) nhiệm vụ)"
          : "Done: \(input.name) (\(Language.counted(input.pages, "page")), \(Language.counted(tasks, "task")))")
    }
    if let fault = report.fault { Console.complain(.runEnded(fault.message), in: common.language) }
  }
}
