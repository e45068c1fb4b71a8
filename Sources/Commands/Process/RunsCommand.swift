internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Pipeline

/// `sohoa runs`: the runs over an output folder.
struct RunsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "runs",
    abstract: say(
      vi: "Liệt kê các lượt chạy trên một thư mục kết quả: cấu hình, phiên bản, số lượng, lỗi, thời gian từng bước.",
      en: "List the runs over an output folder: settings, versions, counts, failures, times by stage."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa runs --output ket-qua
          sohoa runs --output ket-qua --json > luot-chay.json
        """,
      en: """
        Examples:
          sohoa runs --output results
          sohoa runs --output results --json > runs.json
        """))

  @Option(name: .shortAndLong, help: help(vi: "Thư mục kết quả.", en: "Folder of the results.", value: .folder))
  var output: String

  @Flag(help: help(vi: "In dạng JSON, đủ mọi chi tiết.", en: "Print as JSON, with every detail."))
  var json = false

  @OptionGroup var common: CommonOptions

  func run() async throws {
    try await reportingFailure(in: common.language) {
      let folder = BatchFolder(output: output)
      let runs = RunLog(folder: folder.runs).runs()
      if runs.isEmpty { throw Failure(.cannotOpenInput, .noRuns(output)) }
      if json { return Console.write(try JSONExport.data(of: runs)) }
      let table = RunsTable(runs, isUnderWay: OutputLock.isHeld(file: folder.lock), language: common.language)
      table.lines().forEach(Console.print)
    }
  }
}

extension Message {
  static func noRuns(_ output: String) -> Message {
    Message(
      "no-runs", vi: "“\(output)” chưa có lượt chạy nào của sohoa process. Kiểm tra --output.",
      en: "“\(output)” holds no runs of sohoa process. Check --output.")
  }
}
