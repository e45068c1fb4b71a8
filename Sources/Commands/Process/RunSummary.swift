internal import Checkpoints
internal import DocumentModel
internal import Pipeline

/// The table at the end of a run.
struct RunSummary: Bilingual {
  private let inputs: [InputReport]
  private let report: BatchReport
  private let output: String
  let language: Language

  /// `inputs` are those that have a row.
  init(_ inputs: [InputReport], _ report: BatchReport, output: String, language: Language) {
    self.inputs = inputs
    self.report = report
    self.output = output
    self.language = language
  }

  func lines() -> [String] {
    var table = TextTable([
      (text("Đầu vào", "Input"), .left), (text("Trang", "Pages"), .right), (text("Loại", "Type"), .left),
      (text("Số/ký hiệu", "Symbol"), .left), (text("Nhiệm vụ", "Tasks"), .right),
      (text("Từ nghi ngờ", "Doubtful"), .right), (text("Giây", "Seconds"), .right),
    ])
    for input in inputs { table.add(row(input)) }
    return table.lines() + [closing()]
  }

  private func row(_ input: InputReport) -> [String] {
    if input.failure != nil {
      return [shortened(input.path), "–", text("lỗi", "failed"), "–", "–", "–", language.oneDecimal(input.seconds)]
    }
    let types = input.documents.map { $0.type ?? "?" }.joined(separator: " + ")
    let symbols = input.documents.map { $0.symbol ?? "–" }.joined(separator: " + ")
    return [
      // A mark at the number of pages: not all of them, or not all that the file carries, are in the result.
      shortened(input.name), String(input.pages) + (input.omitted?.isEmpty ?? true ? "" : " (!)"), types, symbols,
      String(input.documents.reduce(0) { $0 + $1.tasks }), String(input.doubtfulWords),
      language.oneDecimal(input.seconds),
    ]
  }

  private func closing() -> String {
    let counts = report.counts, time = language.oneDecimal(report.seconds)
    let earlier = counts.earlier + counts.failedEarlier
    let rest = earlier == 0 ? "" : text(" (\(earlier) có từ lượt trước)", " (\(earlier) by earlier runs)")
    let place =
      counts.done + counts.earlier == 0
      ? text("Không có kết quả nào.", "There are no results.")
      : text("Kết quả ở: \(output)", "Results are in: \(output)")
    let done = counts.done + counts.earlier, failed = counts.failed + counts.failedEarlier
    return text(
      "Đã xử lý \(done) đầu vào, \(failed) lỗi\(rest), trong \(time) giây. \(place)",
      "Processed \(counted(done, "đầu vào", "input")), \(failed) failed\(rest), in \(time) seconds. \(place)")
  }

  /// Long names keep their end: it tells files of one scanner apart.
  private func shortened(_ name: String) -> String { name.count <= 40 ? name : "…" + name.suffix(39) }
}
