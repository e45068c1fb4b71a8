internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Pipeline

/// What is said at the end of a batch: a table for people, JSON for machines.
struct BatchSummary {
  /// More rows than this are read by nobody: then only what failed is listed, and no more of that.
  static let mostRows = 1000

  let report: BatchReport
  let output: String
  let language: Language

  /// The table, or JSON a line an input; then remarks and complaints to standard error.
  func show(asJSON: Bool) throws {
    var notices: [Message] = [], failures: [Message] = [], omitted: [Omission] = report.omitted
    func hear(_ input: InputReport) {
      if notices.count < Self.mostRows { notices += input.notices.map { $0.naming(input.path) } }
      omitted += input.omitted ?? []
      if failures.count < Self.mostRows, let failure = input.failure { failures.append(failure.message) }
    }
    if asJSON { try writeJSON(hear) { omitted } } else { printTable(hear) }
    for notice in report.notices { Console.remark(notice, in: language) }
    let named = Set(notices + report.notices)
    notices += omitted.dropFirst(report.omitted.count).map { $0.message.naming($0.path) }.filter { !named.contains($0) }
    for notice in Self.told(notices) { Console.remark(notice, in: language) }
    for failure in failures { Console.complain(failure, in: language) }
    if let fault = report.fault { Console.complain(.runEnded(fault.message), in: language) }
    if report.wasStopped { Console.remark(.runStopped(report.counts.done, of: report.counts.inputs), in: language) }
  }

  /// Each kind of notice a few times, then how often more: what holds for every text of a folder is known after a few.
  static func told(_ notices: [Message], each most: Int = 3) -> [Message] {
    var seen: [String: Int] = [:], told: [Message] = []
    for notice in notices {
      seen[notice.code, default: 0] += 1
      if seen[notice.code, default: 0] <= most {
        told.append(notice)
      } else if seen[notice.code] == most + 1 {
        let all = notices.count { $0.code == notice.code }
        told.append(.moreOfTheKind(all - most))
      }
    }
    return told
  }

  private func printTable(_ hear: (InputReport) -> Void) {
    var rows: [InputReport] = []
    report.forEach(onlyFailed: report.reported > Self.mostRows) { input in
      hear(input)
      if rows.count < Self.mostRows { rows.append(input) }
    }
    RunSummary(rows, report, output: output, language: language).lines().forEach(Console.print)
  }

  /// An object with the reports of the `inputs`, what was `omitted` (`path`, `page`, `message`), and the `seconds` in all,
  /// written piece by piece.
  private func writeJSON(_ hear: (InputReport) -> Void, omitted: () -> [Omission]) throws {
    Console.write(Array("{\n\"inputs\": [".utf8))
    var isFirst = true
    try report.forEach { input in
      hear(input)
      Console.write(Array((isFirst ? "\n" : ",\n").utf8) + (try JSONExport.line(of: input).dropLast()))
      isFirst = false
    }
    Console.write(Array("\n],\n\"omitted\": ".utf8) + (try JSONExport.line(of: omitted()).dropLast()))
    Console.write(Array(",\n\"seconds\": \(report.seconds)\n}\n".utf8))
  }
}

extension Message {
  /// Begins with the input's path, where the sentence does not name it.
  fileprivate func naming(_ path: String) -> Message {
    vi.contains(path) ? self : Message(code, vi: "“\(path)”: \(vi)", en: "“\(path)”: \(en)")
  }

  static func moreOfTheKind(_ count: Int) -> Message {
    Message(
      "more-of-the-kind", vi: "… và \(count) lưu ý cùng loại như trên; xem đủ: --json.",
      en: "… and \(count) more notes like these; all of them: --json.")
  }

  static func runStopped(_ done: Int, of all: Int) -> Message {
    Message(
      "run-stopped",
      vi: "Đã dừng theo yêu cầu: lượt này xong \(done) trong \(all) đầu vào. "
        + "Chạy lại đúng lệnh này để làm tiếp từ chỗ dừng.",
      en: "Stopped as asked: this run finished \(done) of \(Language.counted(all, "input")). "
        + "Run the same command again to go on from here.")
  }

  static func runEnded(_ reason: Message) -> Message {
    Message(
      "run-ended",
      vi: "Lượt chạy dừng sớm vì: \(reason.vi) Sửa xong, chạy lại đúng lệnh này để làm tiếp.",
      en: "The run ended early, because: \(reason.en) Put it right and run the same command again to go on.")
  }
}
