internal import Grammar
internal import Vietnamese

/// The wordings of one role in their plain form, to be found where words are cut, glued together or misread, which a
/// table of phrases, being about whole words, does not do.
struct LooseWordings: Sendable {
  private struct Wording: Sendable {
    let plain: String
    let bytes: [UInt8]
    /// It ends in a sign (`Nơi gửi:`) and is looked for just as it stands.
    var endsInSign: Bool { bytes.last.map { !$0.isPlainLetter && !$0.isDigit } ?? true }
  }

  private let wordings: [Wording]

  /// In the order of the table's rows.
  init(_ phrases: Phrases, _ role: Vocabulary.Role, _ place: Vocabulary.Place) {
    wordings = phrases.vocabulary.wordings(of: role, place).map { wording in
      let bytes = LooseText(wording).plain
      return Wording(plain: String(decoding: bytes, as: UTF8.self), bytes: bytes)
    }
  }

  /// Where the wording that a text begins with ends, in the middle of a word too; nil where it begins with none.
  func end(atStartOf text: LooseText, from start: Int = 0) -> Int? {
    guard start <= text.count else { return nil }
    return wordings.first { text.plain[start...].starts(with: $0.bytes) }.map { start + $0.bytes.count }
  }

  /// Where one of the wordings stands first, inside of words too. The first row that stands anywhere decides.
  func range(in text: LooseText, from start: Int = 0) -> Range<Int>? {
    wordings.lazy.compactMap { text.firstRange(of: $0.plain, from: start) }.first
  }

  /// Where one of the wordings stands nearly so, at most one letter in `letters` misread, lost or put in.
  func range(misreadIn text: LooseText, oneIn letters: Int) -> Range<Int>? {
    wordings.lazy.compactMap { text.range(near: $0.plain, atMost: $0.bytes.count / letters) }.first
  }

  /// Whether the bytes are one of the wordings but for one letter in `letters` at most.
  func isNear(_ bytes: [UInt8], oneIn letters: Int) -> Bool {
    wordings.contains { wording in
      !wording.endsInSign && editDistance(bytes, wording.bytes, atMost: wording.bytes.count / letters) != nil
    }
  }

  /// Whether the bytes are one of the wordings.
  func contains(_ bytes: some Sequence<UInt8>) -> Bool { wordings.contains { $0.bytes.elementsEqual(bytes) } }

  /// Where a wording ends that a text begins with: one that holds a sign (`T/M`, `TM.`) may be glued to the next word,
  /// one of letters only must be followed by a space.
  func end(ofMarkAtStartOf text: LooseText) -> Int? {
    wordings.first { wording in
      guard text.plain.starts(with: wording.bytes) else { return false }
      let holdsSign = wording.bytes.contains { !$0.isPlainLetter && $0 != .space }
      return holdsSign || text.count == wording.bytes.count || text.plain[wording.bytes.count] == .space
    }.map(\.bytes.count)
  }

  /// The first plain byte and the length of each wording.
  var shapes: [(first: UInt8, count: Int)] { wordings.compactMap { w in w.bytes.first.map { ($0, w.bytes.count) } } }
}
