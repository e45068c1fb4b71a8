import Archive
import DocumentModel
import Reports
import Testing

/// The printed pages of reports: what stands on them, in both languages, and that no name becomes markup.
@Suite struct PageTests {
  private func pages(_ language: Language, named name: String) throws -> [String] {
    [
      ProgressPage(
        try progress(named: name), language: language, program: "sohoa 1",
        frame: ReportFrame(office: name, place: name, preparedBy: name, approvedBy: name)
      ).html,
      TaskPage(try taskReport(named: name), language: language, program: "sohoa 1").html,
    ]
  }

  @Test(arguments: Language.allCases) func namesNeverBecomeMarkup(_ language: Language) throws {
    for (bad, good) in zip(try pages(language, named: hostile), try pages(language, named: "Phông một")) {
      #expect(bad.tags == good.tags)
      #expect(!bad.contains("<script") && !bad.contains("\" onmouseover"))
      #expect(bad.contains("&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;"))
    }
  }

  @Test(arguments: Language.allCases) func everyTagIsClosedInItsPlace(_ language: Language) throws {
    for page in try pages(language, named: hostile) {
      var open: [Substring] = []
      for tag in page.tags.compactMap({ $0.split(separator: " ").first }) where !["!DOCTYPE", "meta"].contains(tag) {
        if tag.hasPrefix("/") { #expect(open.popLast() == tag.dropFirst()) } else if isPair(tag) { open.append(tag) }
      }
      #expect(open.isEmpty)
    }
  }

  /// Lines and bars of a picture close themselves.
  private func isPair(_ tag: Substring) -> Bool { !["line", "rect", "polygon", "polyline"].contains(tag) }

  @Test(arguments: Language.allCases) func picturesAreWellFormedAndFinite(_ language: Language) throws {
    let pictures = try pages(language, named: hostile).flatMap(\.pictures)
    #expect(pictures.count == 3)
    for picture in pictures {
      #expect(picture.isWellFormed)
      #expect(!picture.contains("nan") && !picture.contains("inf"))
    }
  }

  /// Whose report it is, when it was made, who answers for it; what is not given is a line to be filled in.
  @Test func whatIsHandedInHasAFrame() throws {
    let report = try progress(named: "P")
    let frame = ReportFrame(office: "Chi cục Văn thư", place: "Pa Tần", preparedBy: "Lò Thị Sua")
    let page = ProgressPage(report, language: .vi, program: "sohoa 1", frame: frame).html
    for text in ["CHI CỤC VĂN THƯ", "Pa Tần, ngày 11 tháng 07 năm 2025", "NGƯỜI LẬP BÁO CÁO", "Lò Thị Sua", "…………"] {
      #expect(page.contains(text), "\(text)")
    }
  }

  @Test func yearsStandBesideFonds() throws {
    var report = try progress(named: "P")
    report.years = report.groups
    let page = ProgressPage(report, language: .vi, program: "sohoa 1").html
    #expect(page.contains("<h2>Theo năm</h2>"))
    report.grouping = .year
    #expect(ProgressTables(report, language: .vi).years == nil)
  }

  @Test func aPageIsInOneLanguage() throws {
    let (vi, en) = (try pages(.vi, named: "P"), try pages(.en, named: "P"))
    #expect(vi.allSatisfy { $0.contains("<html lang=\"vi\">") } && en.allSatisfy { $0.contains("<html lang=\"en\">") })
    #expect(vi[0].contains("ĐẠT mục tiêu 30,0%") && en[0].contains("The target of 30.0% is MET"))
    #expect(vi[1].contains("<h2>Quá hạn (1)</h2>") && en[1].contains("<h2>Overdue (1)</h2>"))
    for word in ["Quá hạn", "Tiến độ", "trang", "Hồ sơ"] { #expect(en.allSatisfy { !$0.contains(word) }, "\(word)") }
  }

  @Test(arguments: [(1200.0, "met"), (100.0, "not-met")])
  func theVerdictColoursTheHeadline(_ packaged: Double, _ style: String) throws {
    let page = ProgressPage(try progress(named: "P", packaged: packaged), language: .en, program: "").html
    #expect(page.contains("<div class=\"verdict \(style)\">"))
  }

  @Test func aPageWithoutEventsHasNoPictures() throws {
    var report = try progress(named: "P")
    (report.series, report.groups) = ([], [])
    let page = ProgressPage(report, language: .vi, program: "").html
    #expect(page.pictures.isEmpty && page.contains("<h2>Tiến độ theo thời gian</h2>"))
  }
}
