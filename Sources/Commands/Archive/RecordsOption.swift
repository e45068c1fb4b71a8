internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Foundation

/// Records of a run in place of an archive, for commands that only read.
struct RecordsOption: ParsableArguments {
  @Option(
    name: .customLong("records"),
    help: help(
      vi: "Đọc thẳng record.json, tệp .jsonl hoặc thư mục kết quả của process, không cần kho (lặp lại được).",
      en: "Read record.json, .jsonl or the output folder of process, without an archive (repeatable).", value: .input))
  var paths: [String] = []

  /// What `body` makes of the archive, or of one that holds the records and is gone before anything is printed.
  @inline(never)
  func with<Result>(_ options: ArchiveOptions, _ body: (Archive) throws -> Result) throws -> Result {
    if paths.isEmpty { return try body(try options.open()) }
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
    defer { Self.remove(folder) }
    return try made(of: folder + "/records.sqlite", options.language, body)
  }

  @inline(never)
  private func made<Result>(
    of path: String, _ language: Language, _ body: (Archive) throws -> Result
  ) throws -> Result {
    let archive = try Archive(path: path)
    defer { archive.close() }
    var taker = RecordTaker(archive: archive)
    if let failure = taker.failure(takingAllOf: paths, language: language) { throw failure }
    // A file that is no record was complained of; what else there is, is shown.
    if taker.summary.kept == 0 { throw Failure(.badInput, .noRecords(paths)) }
    return try body(archive)
  }

  private static func remove(_ folder: String) { try? FileManager.default.removeItem(atPath: folder) }
}

extension Message {
  static func noRecords(_ paths: [String]) -> Message {
    let named = paths.map { "“\($0)”" }.joined(separator: ", ")
    return Message(
      "no-records", vi: "\(named) không có bản ghi nào. Nêu record.json hoặc thư mục --output của sohoa process.",
      en: "\(named) holds no records. Name a record.json or the --output folder of sohoa process.")
  }
}
