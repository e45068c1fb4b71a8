internal import Archive
internal import DocumentModel

/// What a report says of packages: pages by package and by hand are never added up.
struct PackageLines {
  private let summary: PackageSummary
  private let w: Wording

  init(_ summary: PackageSummary, _ wording: Wording) {
    self.summary = summary
    w = wording
  }

  /// Empty where nothing was packed or refused yet.
  var all: [String] { summary.isEmpty ? [] : [pages] + summary.kinds.map(line) + [refused, checks].compactMap(\.self) }

  private var pages: String {
    let byPackage = number(summary.pagesByPackage), byHand = number(summary.pagesByHand)
    let stale = number(summary.pagesOfStale)
    return w.text(
      "Trang hoàn tất theo gói AIP đã ký và kiểm đạt: \(byPackage); theo gói nay đã cũ: \(stale); đánh dấu bằng tay: \(byHand)",
      "Pages packaged by a signed AIP that passed: \(byPackage); by one that is stale now: \(stale); set by hand: \(byHand)"
    )
  }

  private func line(_ kind: PackageSummary.Kind) -> String {
    let name = kind.kind.uppercased(), packages = number(kind.packages), documents = number(kind.documents)
    let pages = number(kind.pages), size = size(kind.bytes), unsigned = kind.packages - kind.signed
    let unchecked = kind.packages - kind.passed - kind.failed
    return w.text(
      "Gói \(name): \(packages) gói, \(documents) văn bản, \(pages) trang, \(size); đã ký \(kind.signed), chưa ký \(unsigned), đã cũ \(kind.stale); kiểm đạt \(kind.passed), không đạt \(kind.failed), chưa kiểm \(unchecked)",
      "\(name): \(packages) packages, \(documents) documents, \(pages) pages, \(size); \(kind.signed) signed, \(unsigned) unsigned, \(kind.stale) stale; \(kind.passed) passed, \(kind.failed) failed, \(unchecked) not checked"
    )
  }

  private var refused: String? {
    guard summary.refusedDossiers > 0 else { return nil }
    let reasons = summary.reasons.map { "\($0.code) (\($0.dossiers))" }.joined(separator: ", ")
    return w.text(
      "Hồ sơ bị từ chối đóng gói lần gần nhất: \(summary.refusedDossiers); lý do thường gặp: \(reasons)",
      "Dossiers refused when last tried: \(summary.refusedDossiers); commonest reasons: \(reasons)")
  }

  private var checks: String? {
    guard let last = summary.lastCheck, let next = summary.nextCheck else { return nil }
    let (day, due) = (w.day(VietnamDay.day(of: last)), w.day(VietnamDay.day(of: next)))
    return w.text(
      "Kiểm tra gói gần nhất: \(day); lần kiểm tiếp theo chậm nhất \(due) (3 năm)",
      "Last check of a package: \(day); next due by \(due) (three years)")
  }

  private func number(_ value: Int) -> String { w.count(Double(value)) }

  /// Of 1,000 bytes each, as storage is sold.
  private func size(_ bytes: Int) -> String { PackageLines.size(bytes, w) }

  static func size(_ bytes: Int, _ w: Wording) -> String {
    bytes < 1_000_000_000 ? w.decimal(Double(bytes) / 1e6) + " MB" : w.decimal(Double(bytes) / 1e9) + " GB"
  }
}
