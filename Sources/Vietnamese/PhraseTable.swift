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
    guard let found = index.match(in: text, at: offset, beforeDigits: beforeDigits) else { return nil }
    return match(found)
  }

  /// The first match that begins from `start` on and before `end`; nil where there is none.
  @inlinable public func first(in text: LooseText, from start: Int = 0, upTo end: Int? = nil) -> Match? {
    guard let found = index.first(in: text, from: start, upTo: end ?? text.count) else { return nil }
    return match(found)
  }

  /// All matches, none overlapping another, from left to right.
  @inlinable public func all(in text: LooseText) -> [Match] {
    index.all(in: text).map { match($0) }
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

/// The wordings of a table without their values. A class, since tables are handed on by value from rule to rule.
@usableFromInline final class PhraseIndex: Sendable {
  @usableFromInline struct Found {
    @usableFromInline var range: Range<Int>
    /// Its place in the order given.
    @usableFromInline var wording: Int
  }

  /// Where a wording stands among the bytes and scalars of all.
  private struct Entry {
    let start: Int
    let count: Int
    let wording: Int
  }

  /// By the first plain byte the places among the entries, longest first. All lie in one array each, since most places of a text
  /// are asked about and nothing stands there: that must cost no more than a look.
  private let buckets: [Range<Int>]
  private let entries: [Entry]
  private let plain: [UInt8]
  private let marked: [Unicode.Scalar]
  /// In the order given, without spaces and signs.
  private let letters: [(wording: Int, letters: [UInt8])]
  private let isMarked: Bool

  init(_ wordings: [String], marked isMarked: Bool) {
    self.isMarked = isMarked
    let texts = wordings.map(LooseText.init).enumerated().filter { $1.count > 0 }
    plain = texts.flatMap(\.element.plain)
    marked = texts.flatMap { $0.element.scalars.map(\.small) }
    letters = texts.map { ($0.offset, $0.element.plain.filter(isWordByte)) }
    var byFirst: [[Entry]] = Array(repeating: [], count: 256)
    var start = 0
    for (wording, text) in texts {
      byFirst[Int(text.plain[0])].append(Entry(start: start, count: text.count, wording: wording))
      start += text.count
    }
    let sorted = byFirst.map { $0.sorted { $0.count > $1.count } }
    let ends = sorted.reduce(into: [0]) { $0.append($0[$0.count - 1] + $1.count) }
    buckets = zip(ends, ends.dropFirst()).map { $0..<$1 }
    entries = sorted.flatMap(\.self)
  }

  @usableFromInline func match(in text: LooseText, at offset: Int, beforeDigits: Bool = false) -> Found? {
    guard offset < text.count else { return nil }
    let bucket = buckets[Int(text.plain[offset])]
    guard !bucket.isEmpty, text.isBoundary(at: offset) else { return nil }
    for index in bucket {
      let entry = entries[index], end = offset + entry.count
      guard end <= text.count, stands(entry, in: text, at: offset),
        text.isBoundary(at: end) || (beforeDigits && text.plain[end].isDigit)
      else { continue }
      return Found(range: offset..<end, wording: entry.wording)
    }
    return nil
  }

  private func stands(_ entry: Entry, in text: LooseText, at offset: Int) -> Bool {
    for place in 0..<entry.count where text.plain[offset + place] != plain[entry.start + place] { return false }
    if isMarked {
      for place in 0..<entry.count where text.scalars[offset + place].small != marked[entry.start + place] {
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
    for entry in letters {
      let allowed = min(entry.letters.count / 6, (best?.distance ?? .max) - 1)
      guard allowed >= 0, abs(entry.letters.count - part.count) <= allowed,
        let distance = editDistance(entry.letters, part, atMost: allowed)
      else { continue }
      best = (distance, entry.wording)
    }
    return best?.wording
  }
}
