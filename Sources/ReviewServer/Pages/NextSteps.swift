internal import Archive
internal import DocumentModel
internal import Export
internal import Reports

/// Something that waits to be done, and where.
private struct NextStep {
  var count: Int
  var what: String
  var why: String
  /// Nil where it is done on the command line.
  var path: String?
}

extension Visit {
  /// The three things that are worth most now: what loses a document before what loses a task, that before what loses a
  /// hit of a search.
  func nextSteps(_ status: ArchiveStatus) throws -> HTML {
    let steps = try waitingSteps(status).filter {
      $0.count > 0 && (may(.reviews) || !["/heads", "/review"].contains($0.path))
    }.prefix(3)
    guard !steps.isEmpty else {
      return "<p class=\"good\">\(text("Không có việc nào đang chờ.", "Nothing is waiting."))</p>"
    }
    let items = steps.enumerated().map { index, step -> HTML in
      let inner: HTML =
        "<b>\(wording.count(Double(step.count)))</b> <span>\(step.what)</span><small>\(step.why)</small>"
      let card: HTML = step.path.map { "<a href=\"\(link($0))\">\(inner)</a>" } ?? "<div>\(inner)</div>"
      return "<li class=\"\(index == 0 ? "first" : "")\">\(card)</li>"
    }
    return "<h2 class=\"hidden\">\(text("Việc nên làm tiếp", "What to do next"))</h2><ol class=\"steps\">\(items)</ol>"
  }

  private func waitingSteps(_ status: ArchiveStatus) throws -> [NextStep] {
    let queue = try archive.queueStatus()
    let overdue = try archive.tasks(TaskQuery(today: try today(), isOverdue: true, limit: 0)).count
    let heads = queue.headers == 0 ? 0 : try archive.headCount(for: who, at: now)
    return [
      NextStep(
        count: status.documents == 0 ? 1 : 0,
        what: text("bước đầu: đưa bản quét vào kho", "first step: bring scans in"),
        why: "sohoa process THƯ-MỤC --output OUT --archive KHO", path: nil),
      NextStep(
        count: heads, what: text("văn bản cần xem số, ngày, cơ quan, trích yếu", "documents whose head to look at"),
        why: text(
          "Sai số hay ngày là mất văn bản. Mở lưới, chỉ Tab và Enter.",
          "A wrong number or day loses a document. In the grid: Tab and Enter."),
        path: "/heads"),
      NextStep(
        count: status.openConflicts,
        what: text("mâu thuẫn giữa mục lục và bản quét", "conflicts of inventory and scans"),
        why: text("Chưa giải quyết thì hồ sơ chưa đóng gói được.", "A dossier cannot be packed before."),
        path: "/conflicts"),
      NextStep(
        count: overdue, what: text("nhiệm vụ quá hạn", "tasks overdue"),
        why: text("Đổi trạng thái khi đã xong.", "Change their status when they are done."), path: "/tasks?overdue=1"),
      NextStep(
        count: queue.tasks, what: text("thời hạn, đơn vị chủ trì còn nghi ngờ", "deadlines and leads in doubt"),
        why: text("Sai hạn là lỡ việc.", "A wrong deadline misses a task."), path: "/review"),
      NextStep(
        count: queue.words, what: text("chữ còn nghi ngờ", "words in doubt"),
        why: text("Chữ sai thì tìm không ra.", "A wrong word is not found."), path: "/review"),
      NextStep(
        count: status.dossiers == 0 ? status.documents : 0,
        what: text("văn bản chưa có mục lục để đối chiếu", "documents without an inventory"),
        why: "sohoa inventory import · sohoa inventory propose", path: nil),
    ]
  }

  /// The share of pages that have passed each stage, one bar under the other, with the target as a line across all.
  func progressPicture(_ report: ProgressReport) -> HTML {
    let stages = PageStage.allCases.dropFirst().compactMap { stage in
      report.all.ratio(stage, .page)?.mid.map { (stage, min(max($0, 0), 1)) }
    }
    guard !stages.isEmpty else {
      return
        "<p class=\"note\">\(text("Chưa biết tổng số trang phải làm (chưa nhập mục lục), nên chưa tính được phần trăm.", "How many pages there are to do is not known (no inventory), so no share can be given."))</p>"
    }
    let target = Int((report.target * 200).rounded())
    let bars = stages.map { stage, share -> HTML in
      let isAimedAt = stage == report.stage, reached = share >= report.target
      let label =
        "\(wording.name(stage)): \(wording.percent(share)); \(text("mục tiêu", "target")) \(wording.percent(report.target))"
      return """
        <tr\(isAimedAt ? " class=\"aim\"" as HTML : .none)><th scope="row">\(wording.name(stage))</th><td><svg class="meter target" viewBox="0 0 200 10" role="img" aria-label="\(label)" preserveAspectRatio="none"><rect width="200" height="10" class="rest"/><rect width="\(Int((share * 200).rounded()))" height="10" class="\(isAimedAt && reached ? "done reached" : "done")"/>\(isAimedAt ? "<rect x=\"\(max(0, target - 1))\" width=\"1\" height=\"10\" class=\"line\"/>" as HTML : .none)</svg></td><td class="right">\(wording.percent(share))</td></tr>
        """
    }
    let aimed = text(
      "Vạch đỏ: mục tiêu \(wording.percent(report.target)) số trang \(wording.name(report.stage).lowercased())",
      "Red line: the target, \(wording.percent(report.target)) of pages \(wording.name(report.stage).lowercased())")
    return "<table class=\"stages\">\(bars)</table><p class=\"note\">\(aimed)</p>"
  }
}
