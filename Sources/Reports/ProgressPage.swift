internal import Export
public import Archive
public import DocumentModel

/// The progress report as one page that needs nothing beside it, made to be printed.
public struct ProgressPage: Sendable {
  private let tables: ProgressTables
  private let program: String
  private let frame: ReportFrame

  /// `program`: name and version, for the page's foot.
  public init(
    _ report: ProgressReport, language: Language, program: String, frame: ReportFrame = ReportFrame()
  ) {
    self.frame = frame
    tables = ProgressTables(report, language: language)
    self.program = program
  }

  private var report: ProgressReport { tables.report }
  private var wording: Wording { tables.wording }

  /// The whole page as HTML.
  public var html: String {
    let w = wording
    let title = w.text("Báo cáo tiến độ số hóa tài liệu lưu trữ", "Progress of archive digitization")
    let parts: [HTML] = [
      frame.head(on: report.asOf, w), "<h1>\(title)</h1><p class=\"lead\">\(tables.notes[0])</p>", headline, burnUp,
      stages,
      groups, quality, packages, method, frame.signatures(w),
    ]
    return HTML.page(title: title, language: w.language.rawValue, body: parts.joined(by: "\n")).source
  }

  private var headline: HTML {
    let ratio = report.all.ratio(report.stage, .page)
    let notes = tables.notes.dropFirst(3).map { "<div>\($0)</div>" as HTML }
    return """
      <section class="card"><div class="big">\(ratio.map(wording.share) ?? "–")</div><div>
      <div class="verdict \(report.verdict.rawValue)">\(wording.verdict(report))</div>
      \(notes.joined(by: "\n"))
      </div></section>
      <p class="note">\(wording.scope(report))</p>
      """
  }

  private var burnUp: HTML {
    let chart = BurnUpChart(report: report, wording: wording).svg()
    let caption = wording.text(
      "Số trang của hồ sơ đã quét và đã đạt (\(wording.reached(report.stage))) theo thời gian; vùng nhạt là dự báo với độ tin cậy 80%.",
      "Pages of dossiers scanned and \(wording.reached(report.stage)) over time; the pale band is the forecast at 80 %."
    )
    let figure = chart.map { "<figure>\($0)<figcaption>\(caption)</figcaption></figure>" as HTML } ?? .none
    let outlook = tables.outlook.map { "<li>\($0)</li>" as HTML }
    return heading("Tiến độ theo thời gian", "Over time") + figure + "<ul>\(outlook)</ul>"
  }

  private var stages: HTML {
    heading("Tỷ lệ theo công đoạn và đơn vị tính", "Shares by stage and unit")
      + HTML.table(tables.stageHeading, tables.stageRows(report.all))
  }

  private var groups: HTML {
    let name = wording.grouping(report.grouping).lowercased()
    let chart = StageChart(report: report, wording: wording).svg().map { "<figure>\($0)</figure>" as HTML } ?? .none
    let years = tables.years.map { heading("Theo năm", "By year") + HTML.table($0.heading, $0.rows) } ?? .none
    return heading("Theo \(name)", "By \(name)") + chart + HTML.table(tables.groupHeading, tables.groupRows) + years
  }

  private var quality: HTML {
    heading("Chất lượng", "Quality") + tables.qualityLines.map { "<p>\($0)</p>" as HTML }.joined()
  }

  private var packages: HTML {
    let lines = tables.packageLines
    if lines.isEmpty { return .none }
    return heading("Đóng gói", "Packages") + lines.map { "<p>\($0)</p>" as HTML }.joined()
  }

  private var method: HTML {
    let points = [
      wording.text(
        "Hồ sơ ở công đoạn thấp nhất của các văn bản trong mục lục; văn bản ở công đoạn thấp nhất của các trang. Văn bản thiếu hoặc thừa trang so với mục lục chưa được tính.",
        "A dossier is at the lowest stage of its listed documents, a document at the lowest of its pages. A document with more or fewer pages than listed does not count."
      ),
      wording.text(
        "“Hoàn tất” = ảnh đạt, có lớp văn bản, đủ trường tin, người kiểm tra, PDF/A ký số và đóng gói (Thông tư 05/2025/TT-BNV).",
        "“Packaged” = checked image, text layer, all fields, verified by a person, PDF/A signed and packaged (Circular 05/2025/TT-BNV)."
      ),
      wording.text(
        "Nơi giấy chưa đếm, tỷ lệ là khoảng: cận dưới tính theo ước cao nhất của phần chưa đếm, cận trên theo ước thấp nhất.",
        "Where paper is not counted a share is a range: its lower end takes the highest estimate of what is not counted, its upper end the lowest."
      ),
      wording.text("Lập bằng \(program).", "Made by \(program)."),
    ]
    return heading("Cách tính", "Method") + "<ul class=\"note\">\(points.map { "<li>\($0)</li>" as HTML })</ul>"
  }

  private func heading(_ vi: String, _ en: String) -> HTML { "<h2>\(wording.text(vi, en))</h2>\n" }
}
