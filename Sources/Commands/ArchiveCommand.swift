internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation

/// `sohoa archive`: what an archive holds.
struct ArchiveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "archive",
    abstract: say(
      vi: "Kho lưu trữ: một tệp SQLite giữ kết quả.", en: "The archive: one SQLite file that keeps results."),
    subcommands: [ArchiveStatusCommand.self])
}

/// `sohoa archive status`.
struct ArchiveStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(vi: "Đếm những gì kho đang giữ.", en: "Count what the archive holds."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa archive status kho.sqlite\n  sohoa archive status kho.sqlite --json",
      en: "Examples:\n  sohoa archive status archive.sqlite\n  sohoa archive status archive.sqlite --json"))

  @Argument(help: help(vi: "Tệp kho lưu trữ.", en: "The archive's file."))
  var archive: String

  @Flag(help: help(vi: "In dạng JSON.", en: "Print JSON."))
  var json = false

  @Option(help: help(vi: "Ngôn ngữ: vi hoặc en.", en: "Language: vi or en."))
  var language: Language = .vi

  func run() async throws {
    try await reportingFailure(in: language) {
      let status = try Archive(path: archive, ifMissing: .refuse).status()
      if json { Console.write(try JSONExport.data(of: status)) } else { show(status) }
    }
  }

  private func show(_ status: ArchiveStatus) {
    let rows = [
      (say(vi: "Đầu vào", en: "Inputs"), status.inputs), (say(vi: "Trang", en: "Pages"), status.pages),
      (say(vi: "Văn bản", en: "Documents"), status.documents), (say(vi: "Nhiệm vụ", en: "Tasks"), status.tasks),
      (say(vi: "Nhiệm vụ có ngày", en: "Tasks with a day"), status.tasksWithDay),
      (say(vi: "Từ nghi ngờ", en: "Doubtful words"), status.doubtfulWords),
    ]
    var table = TextTable([("", .left), ("", .right)])
    for (title, count) in rows { table.add([title, String(count)]) }
    table.lines().dropFirst(2).forEach(Console.print)
  }
}
