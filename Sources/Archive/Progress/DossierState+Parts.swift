extension DossierState {
  /// What of the dossier has reached a stage that the whole has not, and what has not; nil where nothing has, or where a
  /// unit cannot be parted.
  func parts(reaching stage: PageStage, in unit: ProgressUnit, asOf moment: Int) -> (reached: Weight, rest: Weight)? {
    guard let part = parts[moment]?[stage.rawValue - 1], part.documents > 0 else { return nil }
    let whole = weight(in: unit), total = Double(max(expectedDocuments ?? 0, items))
    let share = min(1, Double(part.documents) / total)
    switch unit {
    case .dossier: return nil
    case .document: return (.known(total * share, whole.basis), .known(total * (1 - share), whole.basis))
    case .page: return (.known(Double(part.pages), .counted), whole.less(Double(part.pages)))
    // Nobody counts sheets and metres of a document.
    case .sheet, .metre: return whole.basis == .unknown ? nil : (whole.times(share), whole.times(1 - share))
    }
  }
}

extension Weight {
  fileprivate func less(_ part: Double) -> Weight {
    if basis == .unknown { return .unknown }
    return Weight(low: max(0, low - part), mid: max(0, mid - part), high: max(0, high - part), basis: basis)
  }

  fileprivate func times(_ share: Double) -> Weight {
    Weight(low: low * share, mid: mid * share, high: high * share, basis: basis)
  }
}
