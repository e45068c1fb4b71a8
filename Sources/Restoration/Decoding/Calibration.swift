internal import DocumentModel

/// Turns a measure of certainty, such as a margin, into the share of words with that measure that are right.
///
/// The shares were measured on held-out text and made monotone; the table "Confidence" of docs/accuracy-restoration.md
/// says how well they hold.
struct Calibration {
  /// Measures in ascending order, each with the share (0…1) of words with it that are right. Between two points the
  /// share is interpolated linearly; outside them it is that of the nearest point.
  private let points: [(measure: Float, share: Float)]

  private init(_ points: [(measure: Float, share: Float)]) { self.points = points }

  /// By margin in nats: stripped laws and administrative pages.
  static let stripped = Calibration([
    (0, 0.48), (0.75, 0.63), (1.25, 0.73), (1.75, 0.81), (2.5, 0.9), (3.5, 0.955), (4.5, 0.966), (5.5, 0.983),
    (6.5, 0.994), (7.5, 0.9975), (12, 0.9995),
  ])
  /// By margin in nats: rendered pages read by the English model.
  static let english = Calibration([
    (0, 0.42), (0.75, 0.55), (1.25, 0.62), (1.75, 0.7), (2.5, 0.83), (3.5, 0.935), (4.5, 0.95), (5.5, 0.97),
    (6.5, 0.984), (8, 0.99), (12, 0.995),
  ])
  /// By margin in nats: rendered pages read by the Vietnamese model, without its confidences.
  static let vietnamese = Calibration([
    (0, 0.78), (2, 0.82), (2.5, 0.88), (3.5, 0.95), (6, 0.965), (9, 0.977), (12, 0.994),
  ])

  /// The share of words with this measure that are right; 1 for a calibration without points.
  func confidence(_ measure: Float) -> Confidence {
    guard let first = points.first, let last = points.last else { return 1 }
    if measure <= first.measure { return Confidence(Double(first.share)) }
    for (low, high) in zip(points, points.dropFirst()) where measure < high.measure {
      let part = (measure - low.measure) / (high.measure - low.measure)
      return Confidence(Double(low.share + part * (high.share - low.share)))
    }
    return Confidence(Double(last.share))
  }
}
