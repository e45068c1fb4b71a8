public import Archive
public import DocumentModel

/// Numbers and names as reports write them.
public struct Wording: Sendable, Bilingual {
  public let language: Language

  public init(_ language: Language) { self.language = language }

  /// `1.234` in Vietnamese, `1,234` in English.
  public func count(_ value: Double) -> String {
    let digits = String(Int(value.rounded()).magnitude)
    var groups: [Substring] = [], rest = digits[...]
    while rest.count > 3 {
      groups.insert(rest.suffix(3), at: 0)
      rest = rest.dropLast(3)
    }
    return (value.rounded() < 0 ? "-" : "") + ([rest] + groups).joined(separator: text(".", ","))
  }

  /// With one decimal: `1.234,5` in Vietnamese, `1,234.5` in English.
  public func decimal(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths < 0 ? "-" : "")\(count(Double(abs(tenths) / 10)))\(text(",", "."))\(abs(tenths) % 10)"
  }

  /// A share of 1 as `31,2%`; a dash for nil.
  public func percent(_ value: Double?) -> String { value.map { decimal($0 * 100) + "%" } ?? "–" }

  /// `31,2%`, or `28,0–33,5%` where the whole is not counted through.
  public func share(_ ratio: Ratio) -> String {
    guard let low = ratio.low, let high = ratio.high else { return "–" }
    if high - low < 0.0005 { return percent(low) }
    return "\(decimal(low * 100))–\(percent(high))"
  }

  /// `1.234`, or `1.200–1.600` with what is estimated, or `≥ 1.201`.
  public func whole(_ ratio: Ratio) -> String {
    let low = ratio.counted + ratio.estimatedLow
    // Shelf metres come in parts.
    func shown(_ value: Double) -> String { value != value.rounded() && value < 1000 ? decimal(value) : count(value) }
    guard let estimated = ratio.estimatedHigh else { return "≥ " + shown(low) }
    let high = ratio.counted + estimated
    return shown(low) == shown(high) ? shown(low) : "\(shown(low))–\(shown(high))"
  }

  /// `31/12/2025` in Vietnamese, `2025-12-31` in English; a dash for nil.
  public func day(_ day: CalendarDate?) -> String {
    day.map { language == .vi ? $0.printed : $0.description } ?? "–"
  }

  /// The same of a day of which perhaps only year and month are known, as ISO 8601 writes it: `…/6/2012` and `2012-06`.
  public func day(known iso: String?) -> String {
    guard let iso else { return "–" }
    if let day = CalendarDate(iso: iso) { return self.day(day) }
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard language == .vi, let year = parts.first else { return iso }
    return parts.count > 1 ? "…/\(parts[1])/\(year)" : "\(year)"
  }

  public func name(_ stage: PageStage) -> String {
    switch stage {
    case .listed: text("Đã kê", "Listed")
    case .scanned: text("Đã quét", "Scanned")
    case .imageChecked: text("Ảnh đạt", "Image checked")
    case .recognised: text("Đã nhận dạng", "Recognised")
    case .indexed: text("Đủ trường tin", "Indexed")
    case .verified: text("Đã kiểm tra", "Verified")
    case .packaged: text("Hoàn tất (đóng gói, ký số)", "Packaged and signed")
    }
  }

  /// What the target is of, inside a sentence.
  public func reached(_ stage: PageStage) -> String {
    switch stage {
    case .indexed: text("đã nhận dạng, đủ trường tin", "recognised and indexed")
    case .packaged: text("hoàn tất: đóng gói, ký số", "packaged and signed")
    default: name(stage).prefix(1).lowercased() + name(stage).dropFirst()
    }
  }

  public func name(_ unit: ProgressUnit) -> String {
    switch unit {
    case .dossier: text("hồ sơ", "dossiers")
    case .document: text("văn bản", "documents")
    case .sheet: text("tờ", "sheets")
    case .page: text("trang", "pages")
    case .metre: text("mét giá", "shelf metres")
    }
  }

  public func verdict(_ report: ProgressReport) -> String {
    let target = percent(report.target)
    switch report.verdict {
    case .met: return text("ĐẠT mục tiêu \(target)", "The target of \(target) is MET")
    case .notMet: return text("CHƯA ĐẠT mục tiêu \(target)", "The target of \(target) is NOT met")
    case .undecided:
      return text(
        "CHƯA ĐỦ CĂN CỨ khẳng định đạt/không đạt mục tiêu \(target)",
        "NOT ENOUGH is counted to say whether \(target) is met")
    }
  }

  public func grouping(_ grouping: ProgressQuery.Grouping) -> String {
    switch grouping {
    case .fonds: text("Phông", "Fonds")
    case .unit: text("Đơn vị", "Unit")
    case .year: text("Năm", "Year")
    }
  }

  /// The scope that is printed with every percentage: of which dossiers, when it was frozen and by whom.
  public func scope(_ report: ProgressReport) -> String {
    let predicate = report.predicate.text(in: language)
    guard let baseline = report.baseline else {
      return text("Phạm vi: \(predicate); CHƯA CHỐT mốc", "Scope: \(predicate); NOT frozen as a baseline")
    }
    let day = day(VietnamDay.day(of: baseline.frozenAt))
    return text(
      "Phạm vi: \(predicate); mốc “\(baseline.name)” chốt \(day), người duyệt: \(baseline.approvedBy), \(baseline.dossiers) hồ sơ",
      "Scope: \(predicate); baseline “\(baseline.name)” frozen \(day) by \(baseline.approvedBy), \(baseline.dossiers) dossiers"
    )
  }
}
