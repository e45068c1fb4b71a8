public import Archive
public import DocumentModel

/// The tables of a progress report: for a terminal, a spreadsheet, or a page.
public struct ProgressTables: Sendable {
  public let report: ProgressReport
  public let wording: Wording

  public init(_ report: ProgressReport, language: Language) {
    self.report = report
    wording = Wording(language)
  }

  /// The lines above every table: date, scope, verdict, headline figure, and what the numbers leave out.
  public var notes: [String] {
    let w = wording, page = report.all.ratio(report.stage, .page)
    var lines = [
      w.text("Tiến độ số hóa đến hết ngày \(w.day(report.asOf))", "Digitization up to \(w.day(report.asOf))"),
      w.scope(report), w.verdict(report) + (report.until.map { w.text(" đến ", " by ") + w.day($0) } ?? ""),
    ]
    if let page {
      lines.append(
        w.text(
          "Chỉ tiêu chính (\(w.reached(report.stage)), theo trang): \(w.share(page)) = \(w.count(page.reached)) / \(w.whole(page)) trang; độ phủ kiểm đếm \(page.coverage.map { w.percent($0) } ?? "chưa rõ")",
          "Headline (\(w.reached(report.stage)), pages): \(w.share(page)) = \(w.count(page.reached)) / \(w.whole(page)) pages; coverage of the count \(page.coverage.map { w.percent($0) } ?? "unknown")"
        ))
    }
    return lines + outside
  }

  private var outside: [String] {
    let w = wording
    var parts: [String] = []
    func add(_ count: Int, _ vi: String, _ en: String) { if count > 0 { parts.append(w.text(vi, en) + " \(count)") } }
    add(report.additions.dossiers, "phát sinh sau mốc:", "added after the baseline:")
    add(report.secret.dossiers, "mật (không tính):", "secret (left out):")
    add(report.bornDigital.dossiers, "sinh ra dạng số (không tính):", "born digital (left out):")
    add(report.outside, "ngoài phạm vi:", "outside the scope:")
    add(report.undetermined, "thiếu thông tin để xếp phạm vi:", "with too little to tell:")
    var lines = parts.isEmpty ? [] : [w.text("Hồ sơ ", "Dossiers ") + parts.joined(separator: "; ")]
    if report.all.uncountedMetres > 0 {
      lines.append(
        w.text(
          "Giấy chưa chỉnh lý: \(w.decimal(report.all.uncountedMetres)) mét giá, ước tính 4.000–12.000 trang/mét",
          "Paper not arranged: \(w.decimal(report.all.uncountedMetres)) shelf metres, estimated at 4,000–12,000 pages a metre"
        ))
    }
    if report.openConflicts > 0 {
      lines.append(
        w.text("Mâu thuẫn chưa giải quyết: \(report.openConflicts)", "Open conflicts: \(report.openConflicts)"))
    }
    if report.unlistedPages > 0 {
      lines.append(
        w.text(
          "Trang đã quét không có trong mục lục: \(w.count(Double(report.unlistedPages)))",
          "Scanned pages that no inventory lists: \(w.count(Double(report.unlistedPages)))"))
    }
    return lines
  }

  /// The heading of `stageRows`: one column for each unit.
  public var stageHeading: [String] {
    [wording.text("Công đoạn", "Stage")] + ProgressUnit.allCases.map { capitalised(wording.name($0)) }
      + [wording.text("30 ngày trước (trang)", "30 days before (pages)")]
  }

  private func capitalised(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }

  public func stageRows(_ group: ProgressReport.Group) -> [[String]] {
    let stages = PageStage.allCases.dropFirst().map { stage in
      let before = group.lines.first { $0.stage == stage && $0.unit == .page }?.before
      return [wording.name(stage)] + ProgressUnit.allCases.map { share(group, stage, $0) } + [wording.percent(before)]
    }
    let whole = ProgressUnit.allCases.map { unit in group.ratio(.packaged, unit).map(wording.whole) ?? "–" }
    return [[wording.text("Tổng (mẫu số)", "Whole (denominator)")] + whole + [""]] + stages
  }

  private func share(_ group: ProgressReport.Group, _ stage: PageStage, _ unit: ProgressUnit) -> String {
    group.ratio(stage, unit).map(wording.share) ?? "–"
  }

  public var groupHeading: [String] {
    let w = wording
    return [
      w.grouping(report.grouping), w.text("Hồ sơ", "Dossiers"), w.text("Trang", "Pages"), w.name(PageStage.scanned),
      w.name(PageStage.indexed), w.text("Hoàn tất", "Packaged"), w.text("Hoàn tất (hồ sơ)", "Packaged (dossiers)"),
      w.text("Độ phủ", "Coverage"),
    ]
  }

  public var groupRows: [[String]] { rows(of: report.groups) }

  /// The heading and the rows of the years; nil where the groups are years already.
  public var years: (heading: [String], rows: [[String]])? {
    guard report.grouping != .year, report.years.count > 1 else { return nil }
    return ([wording.grouping(.year)] + groupHeading.dropFirst(), rows(of: report.years))
  }

  private func rows(of groups: [ProgressReport.Group]) -> [[String]] {
    let w = wording
    return groups.map { group in
      let page = group.ratio(.packaged, .page)
      return [
        group.name.isEmpty ? w.text("(không nêu)", "(not stated)") : group.name, w.count(Double(group.dossiers)),
        page.map(w.whole) ?? "–", share(group, .scanned, .page), share(group, .indexed, .page),
        share(group, .packaged, .page), share(group, .packaged, .dossier), w.percent(page?.coverage),
      ]
    }
  }

  /// Pace, forecast and what is left.
  public var outlook: [String] {
    let w = wording
    guard let forecast = report.forecast else {
      return [
        w.text(
          "Chưa có hồ sơ nào đạt (\(w.reached(report.stage))): chưa dự báo được.",
          "No dossier is there yet (\(w.reached(report.stage))): nothing can be forecast.")
      ]
    }
    var lines = [
      w.text(
        "Tốc độ \(forecast.weeks) tuần qua: \(w.count(forecast.pace)) trang/tuần (\(w.count(forecast.paceLow))–\(w.count(forecast.paceHigh)))",
        "Pace of \(forecast.weeks) weeks: \(w.count(forecast.pace)) pages a week (\(w.count(forecast.paceLow))–\(w.count(forecast.paceHigh)))"
      ),
      w.text(
        "Còn thiếu \(w.count(forecast.missing)) trang để đạt mục tiêu", "\(w.count(forecast.missing)) pages are missing"
      ),
    ]
    if let needed = forecast.neededPace {
      lines.append(
        w.text("Tốc độ cần có: \(w.count(needed)) trang/tuần", "Pace needed: \(w.count(needed)) pages a week"))
    }
    let never = w.text("không đạt được với tốc độ này", "not at this pace")
    let expected = forecast.expected.map { w.day($0) } ?? never
    let latest = forecast.latest.map { w.day($0) } ?? never
    lines.append(
      w.text(
        "Dự báo đạt: \(expected) (sớm nhất \(w.day(forecast.earliest)), muộn nhất \(latest))",
        "Expected: \(expected) (earliest \(w.day(forecast.earliest)), latest \(latest))"))
    return lines
  }

  /// How dossiers are counted, which the numbers do not show.
  public var rule: String {
    wording.text(
      "Cách tính: hồ sơ qua một công đoạn khi mọi văn bản của nó đã qua; văn bản thừa hoặc thiếu trang so với mục lục chưa được tính.",
      "How it is counted: a dossier has passed a stage when all of its documents have; a document with more or fewer pages than listed does not count."
    )
  }

  public var quality: String {
    let w = wording, quality = report.quality
    let graded = w.count(Double(quality.graded))
    let program =
      quality.graded == 0
      ? "" : w.text("; chương trình tự chấm ảnh đạt: \(graded) trang", "; graded by the program alone: \(graded) pages")
    guard quality.checked > 0 else {
      return w.text("Chưa có người nào kiểm tra ảnh", "No image was looked at by a person yet") + program + "."
    }
    return rate(quality) + program
  }

  private func rate(_ quality: ProgressReport.Quality) -> String {
    let w = wording
    return w.text(
      "Chất lượng: \(w.count(Double(quality.checked))) trang đã kiểm, \(quality.rejected) trang trả lại = \(w.percent(quality.rate)) (khoảng tin cậy 95%: \(w.percent(quality.low))–\(w.percent(quality.high)))",
      "Quality: \(w.count(Double(quality.checked))) pages checked, \(quality.rejected) sent back = \(w.percent(quality.rate)) (95 % interval \(w.percent(quality.low))–\(w.percent(quality.high)))"
    )
  }

  /// What a sample of accepted pages says; nil where nobody has looked at one.
  public var acceptance: String? {
    let w = wording
    guard let sample = report.acceptance, let rate = sample.interval else { return nil }
    let day = w.day(VietnamDay.day(of: sample.at))
    return w.text(
      "Lấy mẫu nghiệm thu \(day): \(sample.checked)/\(sample.size) trang đã xem, \(sample.wrong) trang có lỗi = \(w.percent(rate.share)) (khoảng tin cậy 95%: \(w.percent(rate.low))–\(w.percent(rate.high)))",
      "Acceptance sample of \(day): \(sample.checked) of \(sample.size) pages checked, \(sample.wrong) with errors = \(w.percent(rate.share)) (95 % interval \(w.percent(rate.low))–\(w.percent(rate.high)))"
    )
  }

  /// Everything that is said about quality, one line for each.
  public var qualityLines: [String] { [quality] + [acceptance].compactMap(\.self) }

  /// What was packed, one line for each point; empty where nothing was packed or refused yet.
  public var packageLines: [String] { report.packages.map { PackageLines($0, wording).all } ?? [] }
}
