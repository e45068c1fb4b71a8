internal import DocumentModel
internal import Pipeline

/// What an inspection found, for a terminal: a heading a file, a row a page.
struct InspectionTable: Bilingual {
  private let report: InspectionReport
  let language: Language

  init(_ report: InspectionReport, language: Language) {
    self.report = report
    self.language = language
  }

  func lines() -> [String] { report.inputs.filter { $0.failure == nil }.flatMap(lines) + [closing()] }

  private func lines(_ input: InspectedInput) -> [String] {
    let kind = input.kind.map { $0.name(in: language) } ?? "–"
    let heading = "\(input.path)  (\(input.format ?? "–"), \(kind), \(counted(input.pages.count, "trang", "page")))"
    var table = TextTable([
      (text("Trang", "Page"), .right), (text("Điểm ảnh", "Pixels"), .right), ("mm", .right), ("dpi", .right),
      (text("Loại", "Kind"), .left), ("bit", .right), (text("Xoay", "Turn"), .right), (text("Nghiêng", "Skew"), .right),
      (text("Lớp chữ", "Text layer"), .left), (text("Chất lượng", "Quality"), .left), (text("Lý do", "Reasons"), .left),
    ])
    for page in input.pages { table.add(row(page)) }
    // The reasons stand last and are what one looks for: rather broken by the terminal than cut.
    return [heading] + table.lines(room: nil) + input.signatures.map(signature) + [""]
  }

  private func row(_ page: InspectedPage) -> [String] {
    let mm = page.millimetres
    return [
      String(page.page), page.size.map { "\($0.width)×\($0.height)" } ?? "–",
      mm.map { "\($0.width)×\($0.height)" } ?? "–",
      page.dpi.map { page.isResolutionGuessed == true ? "≈\($0)" : String($0) } ?? "–", page.kind.name(in: language),
      page.bits.map(String.init) ?? "–",
      page.rotation.map { page.isRotationSure == false ? "\($0)°?" : "\($0)°" } ?? "–",
      page.measures.map { language.oneDecimal($0.skew) + "°" } ?? "–",
      page.kind == .text ? page.textLayer.why.text(in: language) : layer(page.textLayer),
      page.quality?.grade.name(in: language) ?? "–", reasons(page),
    ]
  }

  private func layer(_ layer: InspectedTextLayer) -> String {
    switch layer.verdict {
    case "absent": text("không có", "absent")
    case InspectedTextLayer.uncovered: text("đọc lại", "read anew") + ": " + layer.why.text(in: language)
    case "overlay": text("lớp phủ", "overlay") + ": " + layer.why.text(in: language)
    case "unreadable": text("không dùng được", "unreadable") + ": " + layer.why.text(in: language)
    default: text("tin được", "trusted") + ": " + layer.why.text(in: language)
    }
  }

  private func reasons(_ page: InspectedPage) -> String {
    let flaws = (page.quality?.reasons ?? []).map { $0.name(in: language, of: page.measures) }
    return ((page.isBlank == true ? [text("trang trắng", "blank page")] : []) + flaws).joined(separator: ", ")
  }

  private func signature(_ signature: Signature) -> String {
    let parts = [signature.signer, signature.organisation, signature.time].compactMap { $0 }
    let place = signature.page.map { text("trang \($0)", "page \($0)") } ?? signature.field ?? ""
    return text("Chữ ký số (chưa kiểm tra)", "Digital signature (not verified)")
      + " [\(place)]: " + (parts.isEmpty ? "–" : parts.joined(separator: "; "))
  }

  private func closing() -> String {
    let pages = report.inputs.reduce(0) { $0 + $1.pages.count }, failed = report.failed.count
    let grades = PageQuality.Grade.allCases.map { "\(report.count($0)) \($0.name(in: language))" }
    let files = counted(report.inputs.count, "tệp", "file"), all = counted(pages, "trang", "page")
    return "\(files), \(failed) \(text("lỗi", "failed")), \(all): " + grades.joined(separator: ", ") + "."
  }
}
