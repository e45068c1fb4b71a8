internal import Archive
internal import DocumentModel
internal import Packages

/// What was done with the papers, as PREMIS tells it.
extension DossierMapping {
  /// One event for each stage that pages of a document came to, and for each who brought them there.
  func events(of source: PackageSource) -> [PackageEvent] {
    guard kind == .aip else { return [] }
    let scanned = source.items.filter { $0.sha256 != nil }
    return scanned.enumerated().flatMap { index, item in
      item.passed.compactMap { event($0, document: index + 1) }
    }
  }

  /// Types are those of the Library of Congress's vocabulary; the circular has digitising as `transfer`.
  private func event(_ passing: PackageSource.Passing, document: Int) -> PackageEvent? {
    let type: String
    switch passing.stage {
    case .scanned: type = "transfer"
    case .imageChecked: type = "quality review"
    case .recognised: type = "metadata extraction"
    case .indexed: type = "metadata modification"
    case .verified: type = "validation"
    case .listed, .packaged: return nil
    }
    return PackageEvent(
      type: type, moment: Self.moment(passing.at), detail: "\(passing.stage.name): \(passing.pages) pages",
      outcome: "success", agent: passing.who == "sohoa" ? "Sohoa" : passing.who, document: document)
  }
}
