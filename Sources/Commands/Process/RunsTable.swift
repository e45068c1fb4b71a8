internal import Archive
internal import Checkpoints
internal import DocumentModel
internal import Foundation

/// The runs over an output folder, a line each, and below them how the last one was made.
struct RunsTable: Bilingual {
  private let runs: [RunEntry]
  /// The last of them holds the output's lock.
  private let isUnderWay: Bool
  let language: Language

  init(_ runs: [RunEntry], isUnderWay: Bool, language: Language) {
    self.runs = runs
    self.isUnderWay = isUnderWay
    self.language = language
  }

  func lines() -> [String] {
    var table = TextTable([
      (text("Lượt", "Run"), .right), (text("Bắt đầu", "Started (UTC)"), .left), (text("Kết thúc", "End"), .left),
      (text("Đầu vào", "Inputs"), .right), (text("Xong", "Done"), .right), (text("Lỗi", "Failed"), .right),
      (text("Có sẵn", "Earlier"), .right), (text("Trang", "Pages"), .right), (text("Giây", "Seconds"), .right),
      (text("Giây từng bước", "Seconds by stage"), .left),
    ])
    for run in runs { table.add(row(run)) }
    return table.lines() + details()
  }

  private func row(_ run: RunEntry) -> [String] {
    let counts = run.counts
    let numbers = [
      counts.inputs, counts.done, counts.failed, counts.earlier + counts.failedEarlier, counts.pages,
    ]
    let stages = counts.stages.sorted { $0.value > $1.value }.map {
      "\(stage($0.key)) \(language.oneDecimal($0.value))"
    }
    return [String(run.number), started(run), end(of: run)] + numbers.map(String.init)
      + [language.oneDecimal(run.seconds), stages.joined(separator: ", ")]
  }

  /// In Vietnam's time for who reads Vietnamese; else as it is kept.
  private func started(_ run: RunEntry) -> String {
    guard language == .vi, let moment = ISO8601DateFormatter().date(from: run.started) else { return run.started }
    let seconds = Int(moment.timeIntervalSince1970)
    return "\(VietnamDay.day(of: seconds)?.printed ?? "?") \(VietnamDay.clock(at: seconds))"
  }

  private func stage(_ name: String) -> String {
    let known = [
      "recognition": "nhận dạng", "restoration": "khôi phục", "files": "ghi tệp", "structure": "mục và bảng",
      "tasks": "nhiệm vụ", "open": "mở tệp",
    ]
    return language == .vi ? known[name] ?? name : name
  }

  private func end(of run: RunEntry) -> String {
    switch run.end {
    case .finished: text("xong", "finished")
    case .stopped: text("được dừng", "stopped")
    case .failed: text("dừng vì lỗi", "failed")
    case nil where isUnderWay && run.number == runs.last?.number: text("đang chạy", "under way")
    case nil: text("bị ngắt", "interrupted")
    }
  }

  private func details() -> [String] {
    guard let last = runs.last else { return [] }
    let told = { (values: [String: String]) in
      values.filter { !$0.value.isEmpty }.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }
        .joined(separator: " ")
    }
    let replaced = last.counts.replaced.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
    return [
      "", text("Lượt cuối:", "The last run:"), "  sohoa \(last.program), \(last.machine), \(told(last.versions))",
      "  \(told(last.settings))",
    ]
      + (replaced.isEmpty
        ? [] : [text("  tiến trình bị thay: ", "  workers lost: ") + replaced.joined(separator: ", ")])
  }
}
