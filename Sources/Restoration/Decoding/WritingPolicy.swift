internal import DocumentModel

/// When a reading is written over what was read, and how sure it then is.
struct WritingPolicy {
  let noise: Noise

  /// Whether what was read stays in spite of a better path.
  ///
  /// Text that was read by the right model is right far more often than not, the more so the surer the recogniser was: a
  /// change must be worth that many nats. Measured on held-out pages, see docs/accuracy-restoration.md.
  func keeps(_ decision: Decision, readWith confidence: Confidence) -> Bool {
    noise == .vietnamese && decision.keepMargin < Self.leastGain(confidence)
  }

  private static func leastGain(_ confidence: Confidence) -> Float {
    switch confidence.value {
    case ..<0.9: 2.5
    case ..<0.94: 3.5
    case ..<1: 6.5
    default: 9
    }
  }

  /// The share of words with this margin that were right on held-out pages.
  func confidence(margin: Float) -> Confidence {
    if Tune.raw > 0 { return Confidence(Double(margin) / 100) }
    return Calibration.table(for: noise).confidence(margin: margin)
  }

  /// Below this a person should look.
  var doubt: Confidence { Confidence(Calibration.table(for: noise).doubt) }
}
