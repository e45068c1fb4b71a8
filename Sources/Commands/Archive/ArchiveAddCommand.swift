internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation

/// `sohoa archive add`: records of earlier runs into an archive.
struct ArchiveAddCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "add",
    abstract: say(vi: "Nạp các record.json đã có vào kho.", en: "Take record.json files of earlier runs in."),
    discussion: say(
      vi: """
        Nhận record.json, tệp .jsonl (mỗi dòng một bản ghi) hoặc thư mục kết quả của sohoa process; text.txt bên cạnh cũng \
        được nạp để tìm toàn văn. Nạp lại không nhân đôi.

        Ví dụ:
          sohoa archive add ket-qua/ --archive kho.sqlite
        """,
      en: """
        Takes record.json, .jsonl (a record a line) or the output folder of sohoa process; text.txt beside a record is taken \
        in for full-text search. What is taken in again is not doubled.

        Example:
          sohoa archive add results/ --archive archive.sqlite
        """))

  @Argument(help: help(vi: "Tệp hoặc thư mục bản ghi.", en: "Files or folders of records.", value: .input))
  var input: [String]
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) { try work() }
  }

  @inline(never)
  private func work() throws {
    var taker = RecordTaker(archive: try options.open(ifMissing: .create))
    if let failure = taker.failure(takingAllOf: input, language: options.language) { throw failure }
    let summary = taker.summary
    try options.print(summary) {
      Console.print(options.text("Đã nạp \(summary.kept) bản ghi.", "Took in \(summary.kept) records."))
    }
    if !summary.rejected.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
  }
}
