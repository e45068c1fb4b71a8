internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Puts the marks right of words that stand in recipients in one way only: `Công TTĐT` is `Cổng TTĐT`, `tình` is `tỉnh`. The list is
/// small print, of names and without a sentence that would tell; its words are few.
struct RecipientWords: Sendable {
  private struct Wording {
    let plain: [String]
    let written: [String]
  }

  /// Longer ones first.
  private let wordings: [Wording]

  init(_ phrases: Phrases) {
    wordings = phrases.vocabulary.wordings(of: .recipientWord, .ending).map { wording in
      let words = wording.split(separator: " ").map(String.init)
      return Wording(plain: words.map(Self.plain), written: words)
    }.sorted { $0.plain.count > $1.plain.count }
  }

  /// A recipient of a scan with the marks of the wordings in it; a text that nobody scanned stays as it is.
  func mended(_ recipient: Passage) -> Passage {
    var words = recipient.words
    guard words.contains(where: \.isOfScan) else { return recipient }
    let plain = words.map { Self.plain($0.text) }
    for wording in wordings where wording.plain.count <= words.count {
      for start in 0...(words.count - wording.plain.count)
      where plain[start...].starts(with: wording.plain) {
        for (offset, written) in wording.written.enumerated() { words[start + offset].take(marksOf: written) }
      }
    }
    return Passage(words: words)
  }

  private static func plain(_ word: String) -> String { folded(lowercased(word)).filter { $0.isLetter || $0.isNumber } }
}

extension PlacedWord {
  /// Writes the letters as another word has them, case and signs kept; only where a scan lost or changed a mark.
  fileprivate mutating func take(marksOf written: String) {
    guard isOfScan else { return }
    let letters = text.filter(\.isLetter)
    guard letters.count == written.count, !letters.isSameWriting(as: written) else { return }
    var rest = Array(written)[...]
    text = String(
      text.map { sign in
        guard sign.isLetter, let letter = rest.popFirst() else { return sign }
        return sign.isUppercase ? Character(uppercased(String(letter))) : Character(lowercased(String(letter)))
      })
    isInferred = true
  }

  /// A scan may have lost or changed a mark of it.
  fileprivate var isOfScan: Bool { box != nil && confidence < 1 }
}
