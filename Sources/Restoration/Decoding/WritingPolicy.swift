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

  /// How sure a word is after restoration: by its margin, and for words that the Vietnamese model read and that were
  /// left, by the model's own confidence.
  func confidence(margin: Float, readWith confidence: Confidence, isChanged: Bool) -> Confidence {
    switch noise {
    case .english: return Calibration.english.confidence(margin)
    case .vietnamese where confidence < 1 && !isChanged:
      let own = Calibration.recognized.confidence(Float(confidence.value))
      return margin < 2 ? min(own, Calibration.vietnamese.confidence(margin)) : own
    case .vietnamese: return Calibration.vietnamese.confidence(margin)
    case .stripped, .clean, .automatic: return Calibration.stripped.confidence(margin)
    }
  }

  /// Below this a person should look: chosen so that about one word in twenty is marked.
  var doubt: Confidence {
    switch noise {
    case .stripped, .clean, .automatic: 0.99
    case .english: 0.95
    case .vietnamese: 0.92
    }
  }
}
