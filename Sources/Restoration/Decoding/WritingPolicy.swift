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

  /// How sure a word is after restoration, by its margin (nats); for words of a recogniser by all that is known of them.
  /// `word` has its restored text and alternatives, and still the recogniser's confidence.
  func confidence(margin: Float, passedOver: Float, of word: Word) -> Confidence {
    switch noise {
    case .english: return Calibration.english.confidence(margin)
    case .vietnamese where word.confidence < 1:
      return ScanDoubt(
        recogniser: Float(word.confidence.value), nearest: Self.nearest(word), margin: margin, passedOver: passedOver,
        hasLetters: word.text.contains(where: \.isLetter)
      ).confidence
    case .vietnamese: return Calibration.vietnamese.confidence(margin)
    case .stripped, .clean, .automatic: return Calibration.stripped.confidence(margin)
    }
  }

  /// By how much the nearest other reading is behind, capitals aside; nil where there is none.
  private static func nearest(_ word: Word) -> Float? {
    let own = word.text.lowercased()
    return word.alternatives.filter { $0.text.lowercased() != own }.map { Float($0.behind) }.min()
  }

  /// Words with less confidence are marked doubtful. Chosen so that about one word in twenty is marked; the table
  /// "Confidence" of docs/accuracy-restoration.md has the shares.
  var doubt: Confidence {
    switch noise {
    case .stripped, .clean, .automatic: 0.99
    case .english: 0.95
    case .vietnamese: 0.945
    }
  }
}
