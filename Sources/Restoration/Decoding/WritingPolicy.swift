internal import DocumentModel

/// Decides when a reading replaces what was read, and how sure the word then is.
struct WritingPolicy {
  let noise: Noise

  /// A channel cost above this makes a reading less certain by the difference, nats.
  static let farFromSeen: Float = 3

  /// Whether what was read stays although another reading costs less.
  ///
  /// The Vietnamese model reads most words right, the more of them the surer it was. So a change of its words must save
  /// some nats. Chosen by trial on held-out pages; row (c) of docs/accuracy-restoration.md counts the words that were
  /// mended and harmed with these values.
  func keeps(_ decision: Decision, readWith confidence: Confidence) -> Bool {
    noise == .vietnamese && decision.keepMargin < Self.leastGain(confidence)
  }

  /// The least that a change must save, by the recogniser's confidence in the word, nats. A confidence of 1 stands for
  /// text that did not come from a recogniser.
  private static func leastGain(_ confidence: Confidence) -> Float {
    switch confidence.value {
    case ..<0.9: 2.5
    case ..<0.94: 3.5
    case ..<1: 6.5
    default: 9
    }
  }

  /// How sure a word is after restoration. The margin (nats) says so; for words of the Vietnamese model that were left
  /// as they were, the model's own confidence does.
  func confidence(margin: Float, readWith confidence: Confidence, isChanged: Bool) -> Confidence {
    switch noise {
    case .english: return Calibration.english.confidence(margin)
    case .vietnamese where confidence < 1 && !isChanged:
      let own = Calibration.recognized.confidence(Float(confidence.value))
      return margin < Self.narrow ? min(own, Calibration.vietnamese.confidence(margin)) : own
    case .vietnamese: return Calibration.vietnamese.confidence(margin)
    case .stripped, .clean, .automatic: return Calibration.stripped.confidence(margin)
    }
  }

  /// Below this margin another reading is so near that the model's own confidence is not enough, nats.
  private static let narrow: Float = 2

  /// Words with less confidence are marked doubtful. Chosen so that about one word in twenty is marked; the table
  /// "Confidence" of docs/accuracy-restoration.md has the shares.
  var doubt: Confidence {
    switch noise {
    case .stripped, .clean, .automatic: 0.99
    case .english: 0.95
    case .vietnamese: 0.92
    }
  }
}
