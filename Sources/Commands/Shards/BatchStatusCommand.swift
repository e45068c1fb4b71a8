internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Pipeline

/// `sohoa batch status`: how far the shards are.
struct BatchStatusCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "status",
    abstract: say(vi: "Xem các phần đã làm đến đâu.", en: "See how far the shards have come."),
    discussion: say(
      vi: "Chỉ đọc, không ghi. Ví dụ:\n  sohoa batch status /chung/dot-1\n  sohoa batch status /chung/dot-1 --json",
      en: "Only reads. Examples:\n  sohoa batch status /shared/first\n  sohoa batch status /shared/first --json"))

  @OptionGroup var options: ShardFolderOptions
  @Flag(help: help(vi: "In dạng JSON.", en: "Print JSON."))
  var json = false

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let status = ShardStatus(try options.manifest(), folder: options.shardFolder)
      if json { Console.write(try JSONExport.data(of: status)) } else { show(status) }
    }
  }

  private func show(_ status: ShardStatus) {
    var table = TextTable([
      (options.text("Phần", "Shard"), .right), (options.text("Trạng thái", "State"), .left),
      (options.text("Đầu vào", "Inputs"), .right), (options.text("Xong", "Done"), .right),
      (options.text("Lỗi", "Failed"), .right), (options.text("Trang", "Pages"), .right),
      (options.text("Máy", "Machine"), .left),
    ])
    for shard in status.shards {
      table.add([
        String(shard.shard), name(of: shard.state), String(shard.inputs), String(shard.done), String(shard.failed),
        shard.pages.map(String.init) ?? "–", shard.machine ?? "–",
      ])
    }
    table.lines().forEach(Console.print)
    let finished = status.states[ShardStatus.State.finished.rawValue] ?? 0
    Console.print(
      options.text(
        "\(finished)/\(status.shards.count) phần xong; \(status.done + status.failed)/\(status.inputs) đầu vào, "
          + "\(status.failed) lỗi, \(status.refused) không đưa vào được.",
        "\(finished)/\(status.shards.count) shards finished; \(status.done + status.failed)/\(status.inputs) inputs, "
          + "\(status.failed) failed, \(status.refused) could not be planned."))
  }

  private func name(of state: ShardStatus.State) -> String {
    switch state {
    case .open: options.text("chưa", "open")
    case .running: options.text("đang chạy", "running")
    case .begun: options.text("dở dang", "begun")
    case .finished: options.text("xong", "finished")
    }
  }
}
