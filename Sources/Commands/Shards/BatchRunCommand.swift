internal import ArgumentParser
internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Foundation
internal import Pipeline

/// `sohoa batch run`: one shard.
struct BatchRunCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: say(vi: "Chạy một phần của bản kê.", en: "Do one shard of the manifest."),
    discussion: say(
      vi: """
        Chạy lại không hại gì: làm tiếp từ chỗ dừng, và không làm gì khi đã xong. Tệp bị sửa sau khi lập bản kê được ghi là \
        lỗi. Mã thoát 0 nghĩa là phần đã xong, kể cả khi có đầu vào lỗi (xem batch status, batch merge); 75 máy khác đang \
        làm phần này; 130 bị dừng.

        Ví dụ:
          sohoa batch run /chung/dot-1 --shard 7
        """,
      en: """
        Running it again does no harm: it goes on where it ended, and does nothing where all is done. A file that was \
        changed since it was planned is recorded as failed. Exit code 0 means that the shard is finished, with failed inputs \
        or without (see batch status, batch merge); 75 another machine is at it; 130 it was stopped.

        Example:
          sohoa batch run /shared/first --shard 7
        """))

  @OptionGroup var options: ShardFolderOptions
  @Option(help: help(vi: "Phần nào, đếm từ 1.", en: "Which shard, counted from 1.", value: .number))
  var shard: Int
  @Option(
    name: .shortAndLong,
    help: help(vi: "Số trang nhận dạng cùng lúc.", en: "Pages recognised at the same time.", value: .number))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount
  @Option(
    help: help(
      vi: "Thư mục gốc của các đường dẫn tương đối, khi máy này gắn thư mục chung ở chỗ khác.",
      en: "Where relative paths begin, where this machine mounts the shared folder elsewhere.", value: .folder))
  var base: String?
  @Option(
    help: help(vi: "Thư mục mô hình và từ điển.", en: "Folder of the model and the dictionaries.", value: .folder))
  var models: String?
  @OptionGroup var batch: BatchOptions
  @Flag(help: help(vi: "In kết quả dạng JSON.", en: "Print the result as JSON."))
  var json = false

  func validate() throws {
    if jobs < 1 {
      throw ValidationError(say(vi: "--jobs phải từ 1 trở lên.", en: "--jobs must be at least 1."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let (folder, manifest) = (options.shardFolder, try options.manifest())
      let models = absolute(try ModelFolder.locate(models))
      try enter(base ?? manifest.header.base)
      let run = try ShardRun(
        manifest, shard: shard, folder: folder, jobs: jobs, models: models, limits: batch.limits(jobs: jobs),
        selection: batch.selection)
      let bar = ProgressBar(
        language: options.language, isShown: Console.isInteractive && !json && batch.logFormat == nil)
      let interruption = Interruption { run.stop() }
      defer { withExtendedLifetime(interruption) {} }
      let outcome = try await run.process(progress: { bar.show($0) }, events: batch.log(in: options.language))
      bar.clear()
      try show(outcome)
    }
  }

  /// Relative paths of the manifest begin there.
  private func enter(_ base: String) throws(Failure) {
    guard FileManager.default.changeCurrentDirectoryPath(base) else { throw Failure(.cannotOpenInput, .noBase(base)) }
  }

  private func show(_ outcome: ShardRun.Outcome) throws {
    outcome.batch.forEach(onlyFailed: true) { input in
      if let failure = input.failure { Console.complain(failure.message, in: options.language) }
    }
    guard let receipt = outcome.receipt?.header else {
      let obstacle = outcome.obstacle ?? Failure(.internalError, .stoppedEarly)
      throw Failure(obstacle.code, .shardUnfinished(shard, obstacle.message))
    }
    if json { return Console.write(try JSONExport.data(of: receipt)) }
    let earlier = outcome.batch.counts.earlier + outcome.batch.counts.failedEarlier
    Console.print(
      options.text(
        "Phần \(shard) xong: \(receipt.done) đầu vào, \(receipt.failed) lỗi, \(receipt.pages) trang"
          + " (\(earlier) đầu vào có từ lượt trước).",
        "Shard \(shard) is finished: \(Language.counted(receipt.done, "input")), \(receipt.failed) failed, \(Language.counted(receipt.pages, "page"))"
          + " (\(Language.counted(earlier, "input")) by earlier runs)."))
  }
}

extension Message {
  static func noBase(_ path: String) -> Message {
    Message(
      "no-base",
      vi: "Máy này không có thư mục “\(path)”, nơi bản kê được lập. Gắn thư mục chung vào đó, hoặc dùng --base.",
      en:
        "This machine has no folder “\(path)”, where the manifest was made. Mount the shared folder there, or use --base."
    )
  }

  static var stoppedEarly: Message { Message("stopped-early", vi: "Dừng sớm.", en: "It ended early.") }

  static func shardUnfinished(_ shard: Int, _ reason: Message) -> Message {
    Message(
      "shard-unfinished", vi: "Phần \(shard) chưa xong: \(reason.vi) Chạy lại đúng lệnh này để làm tiếp.",
      en: "Shard \(shard) is not finished: \(reason.en) Run the same command again to go on.")
  }
}
