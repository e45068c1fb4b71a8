/// Wordings to be found in texts, each standing for a value. The longest wording that fits at a place wins.
public struct PhraseTable<Value: Sendable>: Sendable {
  /// A wording that was found: its place in scalars, and what it stands for.
  public struct Match: Sendable {
    public var range: Range<Int>
    public var value: Value
  }

  private struct Entry: Sendable {
    let plain: [UInt8]
    /// Without spaces and signs.
    let letters: [UInt8]
    let marked: [Unicode.Scalar]
    let value: Value
  }

  /// By the first plain byte, longest first.
  private var buckets: [[Entry]] = Array(repeating: [], count: 256)
  /// In the order given: of two that are equally near the first wins, in every run.
  private var entries: [Entry] = []

  /// `marked`: the marks of the text must be those of the wording too, for words like `ngay` that are another word
  /// (`ngày`) with other marks.
  private let isMarked: Bool

  public init(_ wordings: some Sequence<(String, Value)>, marked: Bool = false) {
    isMarked = marked
    for (wording, value) in wordings {
      let text = LooseText(wording)
      guard let first = text.plain.first else { continue }
      let entry = Entry(
        plain: text.plain, letters: text.plain.filter(isWordByte), marked: text.scalars.map(smallLetter), value: value)
      buckets[Int(first)].append(entry)
      entries.append(entry)
    }
    for first in buckets.indices { buckets[first].sort { $0.plain.count > $1.plain.count } }
  }

  /// The longest wording that stands at an offset, whole words only.
  public func match(in text: LooseText, at offset: Int) -> Match? {
    guard offset < text.count, text.isBoundary(at: offset) else { return nil }
    for entry in buckets[Int(text.plain[offset])] {
      let end = offset + entry.plain.count
      guard end <= text.count, text.isBoundary(at: end), text.plain[offset..<end].elementsEqual(entry.plain) else {
        continue
      }
      if isMarked, !text.scalars[offset..<end].lazy.map(smallLetter).elementsEqual(entry.marked) { continue }
      return Match(range: offset..<end, value: entry.value)
    }
    return nil
  }

  /// The first match that begins in a range.
  public func first(in text: LooseText, from start: Int = 0, upTo end: Int? = nil) -> Match? {
    var offset = start
    while offset < min(end ?? text.count, text.count) {
      if let found = match(in: text, at: offset) { return found }
      offset += 1
    }
    return nil
  }

  /// All matches, none overlapping another, from left to right.
  public func all(in text: LooseText) -> [Match] {
    var result: [Match] = []
    var offset = 0
    while let found = first(in: text, from: offset) {
      result.append(found)
      offset = found.range.upperBound
    }
    return result
  }

  /// The wording nearest to a whole range when letters may have been misread: at most one letter in six.
  public func nearest(to text: LooseText, in range: Range<Int>) -> Value? {
    let part = text.plain[range].filter { isWordByte($0) }
    var best: (distance: Int, value: Value)?
    for entry in entries {
      let letters = entry.letters
      let allowed = min(letters.count / 6, (best?.distance ?? .max) - 1)
      guard allowed >= 0, abs(letters.count - part.count) <= allowed,
        let distance = editDistance(letters, part, atMost: allowed)
      else { continue }
      best = (distance, entry.value)
    }
    return best?.value
  }
}

extension PhraseTable where Value == Bool {
  /// A table of wordings that stand for nothing but themselves.
  public init(_ wordings: some Sequence<String>, marked: Bool = false) {
    self.init(wordings.lazy.map { ($0, true) }, marked: marked)
  }
}

/// The small letter where it is one scalar, as it is for every Vietnamese letter.
private func smallLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  let mapping = scalar.properties.lowercaseMapping.unicodeScalars
  return mapping.count == 1 ? mapping.first ?? scalar : scalar
}
