public import Archive
public import DocumentModel
public import Export

/// The sheet that goes with a delivery of packages: what is handed over, how much it is, and what is missing.
public struct HandoverSheet: Sendable {
  public let rows: [HandoverRow]
  private let registration: String?
  private let frame: ReportFrame
  private let day: CalendarDate
  private let w: Wording

  /// `registration`: of the request for delivery (mã đăng ký yêu cầu nộp); nil leaves a dotted line.
  public init(
    _ rows: [HandoverRow], registration: String?, on day: CalendarDate, language: Language,
    frame: ReportFrame = ReportFrame()
  ) {
    (self.rows, self.registration, self.day, self.frame) = (rows, registration, day, frame)
    w = Wording(language)
  }

  public var heading: [String] {
    [
      w.text("STT", "No."), w.text("Hồ sơ", "Dossier"), w.text("Tiêu đề", "Title"), w.text("Thời gian", "Period"),
      w.text("Mã gói (OBJID)", "Package (OBJID)"), w.text("Văn bản", "Documents"), w.text("Trang", "Pages"),
      w.text("Dung lượng", "Size"), w.text("Tình trạng", "State"),
    ]
  }

  public var cells: [[String]] {
    rows.enumerated().map { index, row in
      let package = row.package
      return [
        "\(index + 1)", row.place, row.title, "\(w.day(known: row.from)) – \(w.day(known: row.to))",
        package?.objid ?? "–", package.map { "\($0.documents) / \(row.listed)" } ?? "0 / \(row.listed)",
        package.map { "\($0.pages)" } ?? "–", package.map { PackageLines.size($0.bytes, w) } ?? "–", state(row),
      ]
    }
  }

  private func state(_ row: HandoverRow) -> String {
    guard let package = row.package else { return w.text("thiếu: chưa đóng gói", "missing: not packed") }
    let lacks = [
      package.isSigned ? nil : w.text("chưa ký", "unsigned"),
      package.isStale ? w.text("đã cũ, đóng gói lại", "stale, pack again") : nil,
      package.documents == row.listed ? nil : w.text("thiếu văn bản", "documents missing"),
      package.passed == true
        ? nil
        : package.passed == nil
          ? w.text("chưa kiểm", "not checked") : w.text("kiểm không đạt", "check failed"),
    ].compactMap(\.self)
    return lacks.isEmpty
      ? w.text("đủ", "complete") : w.text("thiếu: ", "missing: ") + lacks.joined(separator: ", ")
  }

  /// Registration, fonds, totals and how many are complete.
  public var notes: [String] {
    let packed = rows.compactMap(\.package), fonds = Set(rows.map(\.fonds)).sorted().joined(separator: ", ")
    let documents = w.count(Double(packed.reduce(0) { $0 + $1.documents }))
    let pages = w.count(Double(packed.reduce(0) { $0 + $1.pages }))
    let size = PackageLines.size(packed.reduce(0) { $0 + $1.bytes }, w)
    let (first, last) = (rows.compactMap(\.from).min(), rows.compactMap(\.to).max())
    let complete = rows.count(where: \.isComplete), code = registration ?? String(repeating: "…", count: 8)
    return [
      w.text("Mã đăng ký yêu cầu nộp: \(code)", "Registration of the delivery: \(code)"),
      w.text("Mã phông: \(fonds)", "Fonds: \(fonds)"),
      w.text(
        "Tổng số: \(packed.count) gói / \(rows.count) hồ sơ, \(documents) văn bản, \(pages) trang, \(size)",
        "In all: \(packed.count) packages of \(rows.count) dossiers, \(documents) documents, \(pages) pages, \(size)"),
      w.text(
        "Thời gian tài liệu: \(w.day(known: first)) – \(w.day(known: last))",
        "Period of the papers: \(w.day(known: first)) – \(w.day(known: last))"),
      w.text(
        "Đủ: \(complete); thiếu: \(rows.count - complete)", "Complete: \(complete); missing: \(rows.count - complete)"),
    ]
  }

  /// The whole page as HTML, made to be printed and signed.
  public var html: String {
    let title = w.text("Biên bản giao nhận gói tin hồ sơ", "Handover of packages")
    let parts: [HTML] = [
      frame.head(on: day, w), "<h1>\(title)</h1>", notes.map { "<p>\($0)</p>" as HTML }.joined(),
      HTML.table(heading, cells, isNumeric: false), frame.signatures(w),
    ]
    return HTML.page(title: title, language: w.language.rawValue, body: parts.joined(by: "\n")).source
  }

  public var csvRows: [[String]] { notes.map { [$0] } + [[], heading] + cells }

  public var sheets: [XLSXSheet] {
    let widths: [Double] = [6, 24, 44, 24, 52, 12, 10, 12, 32]
    let columns = zip(heading, widths).map { XLSXSheet.Column($0, width: $1) }
    return [
      XLSXSheet(
        name: w.text("Giao nhận", "Handover"), notes: notes + [""], columns: columns,
        rows: cells.map { $0.map { .text($0) } })
    ]
  }
}
