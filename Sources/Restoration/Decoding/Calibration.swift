internal import DocumentModel

/// What a margin is worth: the share of right words by margin, made monotone, measured on held-out text.
struct Calibration {
  /// Margins in nats and the share of words at that margin that are right; linear between.
  let points: [(margin: Float, share: Float)]
  /// A word less sure than this is doubtful.
  let doubt: Double

  static func table(for noise: Noise) -> Calibration {
    switch noise {
    case .stripped, .clean, .automatic: stripped
    case .english: english
    case .vietnamese: vietnamese
    }
  }

  private static let stripped = Calibration(
    points: [(0, 0.5), (1, 0.65), (2, 0.83), (4, 0.95), (7, 0.996), (12, 0.9995)], doubt: 0.9)
  private static let english = Calibration(
    points: [(0, 0.5), (1, 0.6), (2, 0.8), (4, 0.93), (7, 0.985), (12, 0.998)], doubt: 0.9)
  private static let vietnamese = Calibration(
    points: [(0, 0.5), (1, 0.7), (2, 0.85), (4, 0.95), (7, 0.99), (12, 0.998)], doubt: 0.9)

  func confidence(margin: Float) -> Confidence {
    guard let first = points.first, let last = points.last else { return 1 }
    if margin <= first.margin { return Confidence(Double(first.share)) }
    for (low, high) in zip(points, points.dropFirst()) where margin < high.margin {
      let part = (margin - low.margin) / (high.margin - low.margin)
      return Confidence(Double(low.share + part * (high.share - low.share)))
    }
    return Confidence(Double(last.share))
  }
}
