internal import DocumentModel

/// When a reading is written over what was read, and how sure it then is.
struct WritingPolicy {
  let noise: Noise

  /// Text that was read by the right model is right far more often than not: a change must be worth this many nats.
  static let leastGain: Float = Tune.d * 4

  /// Whether what was read stays in spite of a better path.
  func keeps(_ decision: Decision) -> Bool {
    noise == .vietnamese && decision.keepMargin < Self.leastGain
  }

  /// The share of words with this margin that were right on held-out pages.
  func confidence(margin: Float) -> Confidence { Calibration.table(for: noise).confidence(margin: margin) }

  /// Below this a person should look.
  var doubt: Confidence { Confidence(Calibration.table(for: noise).doubt) }
}
