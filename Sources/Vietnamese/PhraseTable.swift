/// Wordings to be found in texts, each standing for a value. The longest wording that fits at a place wins.
///
/// Its functions are inlinable, so that they are compiled for the values of each table: made for them at run time they
/// cost more than the search.
public struct PhraseTable<Value: Sendable>: Sendable {
  /// A wording that was found: its place in scalars, and what it stands for.
  public struct Match: Sendable {
    public var range: Range<Int>
    public var value: Value

    @usableFromInline init(range: Range<Int>, value: Value) { (self.range, self.value) = (range, value) }
  }

  @usableFromInline let index: PhraseIndex
  /// In the order given.
  @usableFromInline let values: [Value]

  /// `marked`: the marks of the text must be those of the wording too, for words like `ngay` that are another word
  /// (`ngày`) with other marks.
  public init(_ wordings: some Sequence<(String, Value)>, marked: Bool = false) {
    let given = Array(wordings)
    index = PhraseIndex(given.map(\.0), marked: marked)
    values = given.map(\.1)
  }

  /// The longest wording that stands at an offset, whole words only. `beforeDigits`: a digit may be glued to its end, as
  /// in `tháng8`.
  @inlinable public func match(in text: LooseText, at offset: Int, beforeDigits: Bool = false) -> Match? {
    index.match(in: text, at: offset, beforeDigits: beforeDigits).map(match)
  }

  /// The first match that begins from `start` on and before `end`; nil where there is none.
  @inlinable public func first(in text: LooseText, from start: Int = 0, upTo end: Int? = nil) -> Match? {
    index.first(in: text, from: start, upTo: end ?? text.count).map(match)
  }

  /// All matches, none overlapping another, from left to right.
  @inlinable public func all(in text: LooseText) -> [Match] {
    index.all(in: text).map(match)
  }

  /// The value of the wording nearest to a whole range, where at most one letter in six may have been misread; the first
  /// given of several that are equally near, and nil where none is near enough.
  @inlinable public func nearest(to text: LooseText, in range: Range<Int>) -> Value? {
    index.nearest(to: text, in: range).map { values[$0] }
  }

  @inlinable func match(_ found: PhraseIndex.Found) -> Match {
    Match(range: found.range, value: values[found.wording])
  }
}

extension PhraseTable where Value == Bool {
  /// A table of wordings that stand for nothing but themselves.
  public init(_ wordings: some Sequence<String>, marked: Bool = false) {
    self.init(wordings.lazy.map { ($0, true) }, marked: marked)
  }
}

/// The wordings of a table without their values.
@usableFromInline struct PhraseIndex: Sendable {
  @usableFromInline struct Found {
    @usableFromInline var range: Range<Int>
    /// Its place in the order given.
    @usableFromInline var wording: Int
  }

  private struct Entry {
    let plain: [UInt8]
    /// Without spaces and signs.
    let letters: [UInt8]
    let marked: [Unicode.Scalar]
    let wording: Int
  }

  /// By the first plain byte, longest first.
  private var buckets: [[Entry]] = Array(repeating: [], count: 256)
  private var entries: [Entry] = []
  private let isMarked: Bool

  init(_ wordings: [String], marked: Bool) {
    isMarked = marked
    for (place, wording) in wordings.enumerated() {
      let text = LooseText(wording)
      guard let first = text.plain.first else { continue }
      let entry = Entry(
        plain: text.plain, letters: text.plain.filter(isWordByte), marked: text.scalars.map(smallLetter), wording: place
      )
      buckets[Int(first)].append(entry)
      entries.append(entry)
    }
    for first in buckets.indices { buckets[first].sort { $0.plain.count > $1.plain.count } }
  }

  @usableFromInline func match(in text: LooseText, at offset: Int, beforeDigits: Bool = false) -> Found? {
    guard offset < text.count, text.isBoundary(at: offset) else { return nil }
    for entry in buckets[Int(text.plain[offset])] {
      let end = offset + entry.plain.count
      guard end <= text.count, text.isBoundary(at: end) || (beforeDigits && text.plain[end].isDigit),
        stands(entry, in: text, at: offset)
      else { continue }
      return Found(range: offset..<end, wording: entry.wording)
    }
    return nil
  }

  private func stands(_ entry: Entry, in text: LooseText, at offset: Int) -> Bool {
    for (place, byte) in entry.plain.enumerated() where text.plain[offset + place] != byte { return false }
    if isMarked {
      for (place, scalar) in entry.marked.enumerated() where smallLetter(text.scalars[offset + place]) != scalar {
        return false
      }
    }
    return true
  }

  @usableFromInline func first(in text: LooseText, from start: Int, upTo end: Int) -> Found? {
    var offset = start
    while offset < min(end, text.count) {
      if let found = match(in: text, at: offset) { return found }
      offset += 1
    }
    return nil
  }

  @usableFromInline func all(in text: LooseText) -> [Found] {
    var result: [Found] = []
    var offset = 0
    while let found = first(in: text, from: offset, upTo: text.count) {
      result.append(found)
      offset = found.range.upperBound
    }
    return result
  }

  @usableFromInline func nearest(to text: LooseText, in range: Range<Int>) -> Int? {
    let part = text.plain[range].filter(isWordByte)
    var best: (distance: Int, wording: Int)?
    for entry in entries {
      let allowed = min(entry.letters.count / 6, (best?.distance ?? .max) - 1)
      guard allowed >= 0, abs(entry.letters.count - part.count) <= allowed,
        let distance = editDistance(entry.letters, part, atMost: allowed)
      else { continue }
      best = (distance, entry.wording)
    }
    return best?.wording
  }
}

/// The small letter where it is one scalar, as it is for every Vietnamese letter.
private func smallLetter(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
  if scalar.value < 0x80 {
    return (0x41...0x5A).contains(scalar.value) ? Unicode.Scalar(UInt8(scalar.value + 0x20)) : scalar
  }
  let mapping = scalar.properties.lowercaseMapping.unicodeScalars
  return mapping.count == 1 ? mapping.first ?? scalar : scalar
}
