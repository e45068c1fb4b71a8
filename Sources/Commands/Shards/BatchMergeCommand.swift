internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Pipeline

/// `sohoa batch merge`: shards → one archive.
struct BatchMergeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "merge",
    abstract: say(
      vi: "Kiểm tra các phần và gộp vào một kho lưu trữ.", en: "Check the shards and take them into one archive."),
    discussion: say(
      vi: """
        Kiểm tra trước: phần thiếu, bản ghi khác bản kê, cùng nội dung mà khác kết quả. Có vướng mắc thì không ghi gì, trừ khi \
        có --partial. Bị ngắt giữa chừng thì chạy lại để làm tiếp. Mã thoát: 0 đủ; 65 có lỗi; 75 còn phần chưa xong.

        Ví dụ:
          sohoa batch merge /chung/dot-1 --archive /chung/kho.sqlite
          sohoa batch merge /chung/dot-1 --check
        """,
      en: """
        Checks first: missing shards, records that are not the manifest's, the same bytes with different results. Where \
        anything blocks, nothing is written, unless --partial is given. Interrupted, it goes on when run again. Exit codes: \
        0 complete; 65 something failed; 75 shards are not finished.

        Examples:
          sohoa batch merge /shared/first --archive /shared/archive.sqlite
          sohoa batch merge /shared/first --check
        """))

  @OptionGroup var options: ShardFolderOptions
  @Option(
    help: help(vi: "Tệp kho lưu trữ (SQLite).", en: "The archive's file (SQLite).", value: .file))
  var archive: String?
  @Flag(help: help(vi: "Gộp những gì đã xong, dù còn thiếu.", en: "Take in what is finished, though some is missing."))
  var partial = false
  @Flag(help: help(vi: "Chỉ kiểm tra, không ghi.", en: "Only check, write nothing."))
  var check = false
  @Flag(help: help(vi: "In kết quả dạng JSON.", en: "Print the result as JSON."))
  var json = false

  func validate() throws {
    if (archive == nil) != check {
      throw ValidationError(
        say(vi: "Cần --archive TỆP, hoặc --check.", en: "Give --archive FILE, or --check."))
    }
  }

  func run() async throws {
    withExtendedLifetime(SohoaCommand.leavesWhenAsked) {}
    try await reportingFailure(in: options.language) {
      let merge = ShardMerge(try options.manifest(), folder: options.shardFolder)
      let report =
        if let archive {
          try merge.merge(into: archive, partly: partial)
        } else {
          ShardMerge.Report(troubles: try merge.check())
        }
      try show(report)
      if report.exitCode != 0 { throw ExitCode(report.exitCode) }
    }
  }

  private func show(_ report: ShardMerge.Report) throws {
    if json {
      Console.write(try JSONExport.data(of: MergeSummary(report, check: check)))
    } else if archive != nil, !report.wasRefused {
      Console.print(
        options.text(
          "Kho có \(report.records) bản ghi của \(report.shards) phần (\(report.earlier) phần đã gộp từ trước, "
            + "\(report.doubles) tệp trùng nội dung).",
          "The archive has \(report.records) records of \(report.shards) shards (\(report.earlier) were merged before, "
            + "\(report.doubles) files are doubles)."))
    } else if report.troubles.isEmpty {
      Console.print(options.text("Các phần đầy đủ và khớp bản kê.", "The shards are complete and match the manifest."))
    }
    for trouble in report.troubles { Console.complain(trouble.message, in: options.language) }
    if report.wasRefused { Console.remark(.nothingMerged, in: options.language) }
  }
}

/// What a merge came to, for machines.
private struct MergeSummary: Encodable {
  struct Trouble: Encodable {
    var kind: String
    var isBlocking: Bool
    var message: Message
  }

  var isComplete, wasWritten: Bool
  var shards, shardsMergedBefore, records, doubles: Int
  var troubles: [Trouble]

  init(_ report: ShardMerge.Report, check: Bool) {
    isComplete = !report.troubles.contains(where: \.isBlocking)
    wasWritten = !check && !report.wasRefused
    (shards, shardsMergedBefore) = (report.shards, report.earlier)
    (records, doubles) = (report.records, report.doubles)
    troubles = report.troubles.map { Trouble(kind: $0.kind, isBlocking: $0.isBlocking, message: $0.message) }
  }
}

extension Message {
  static var nothingMerged: Message {
    Message(
      "nothing-merged", vi: "Chưa gộp gì. Làm xong các mục trên rồi chạy lại, hoặc dùng --partial để gộp phần đã xong.",
      en: "Nothing was merged. Put the above right and run it again, or take in what is finished with --partial.")
  }
}
