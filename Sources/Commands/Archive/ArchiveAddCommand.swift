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
        Nhận record.json, tệp .jsonl (mỗi dòng một bản ghi) hoặc thư mục kết quả của sohoa process; text.txt bên cạnh cũng
        được nạp để tìm toàn văn. Nạp lại không nhân đôi.

        Ví dụ:
          sohoa archive add ket-qua/ --archive kho.sqlite
        """,
      en: """
        Takes record.json, .jsonl (a record a line) or the output folder of sohoa process; text.txt beside a record is taken
        in for full-text search. What is taken in again is not doubled.

        Example:
          sohoa archive add results/ --archive archive.sqlite
        """))

  @Argument(help: help(vi: "Tệp hoặc thư mục bản ghi.", en: "Files or folders of records."))
  var input: [String]
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let summary = try take(into: try Archive(path: options.archive))
      try options.print(summary) {
        Console.print(options.text("Đã nạp \(summary.kept) bản ghi.", "Took in \(summary.kept) records."))
      }
      if !summary.rejected.isEmpty { throw ExitCode(Failure.Code.badInput.rawValue) }
    }
  }

  private func take(into archive: Archive) throws -> RecordTaker.Summary {
    var taker = RecordTaker(archive: archive)
    for record in RecordFiles(paths: input) {
      switch record {
      case .success(let kept): try taker.take(kept)
      case .failure(let failure):
        Console.complain(failure.message, in: options.language)
        taker.summary.rejected.append(failure.message.text(in: options.language))
      }
    }
    try taker.flush()
    return taker.summary
  }
}

/// Keeps records some hundred at a time: a commit waits for the disk.
struct RecordTaker {
  struct Summary: Codable {
    var kept = 0
    var rejected: [String] = []
  }

  let archive: Archive
  var summary = Summary()
  private var batch: [KeptInput] = []

  init(archive: Archive) { self.archive = archive }

  mutating func take(_ input: KeptInput) throws {
    batch.append(input)
    if batch.count >= 200 { try flush() }
  }

  mutating func flush() throws {
    guard !batch.isEmpty else { return }
    try archive.keep(batch)
    summary.kept += batch.count
    batch.removeAll(keepingCapacity: true)
  }
}
