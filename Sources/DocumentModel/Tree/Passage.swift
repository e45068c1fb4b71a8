/// A word and where it stands.
public struct PlacedWord: Hashable, Codable, Sendable {
  public var text: String
  /// 1-based, in the file.
  public var page: Int
  /// 1-based line of `text.txt`.
  public var line: Int
  public var box: PixelBox?
  public var confidence: Confidence
  /// The word does not stand on the paper so: it was completed from a table of names, counted or voted for. What is made
  /// of it says so in its evidence.
  public var isInferred: Bool

  public init(
    text: String, page: Int, line: Int, box: PixelBox? = nil, confidence: Confidence = 1, isInferred: Bool = false
  ) {
    self.text = text
    self.isInferred = isInferred
    self.page = page
    self.line = line
    self.box = box
    self.confidence = confidence
  }
}

/// Running text that knows where each of its words stands, so that any part of it can say where it was found.
public struct Passage: Hashable, Codable, Sendable {
  public private(set) var words: [PlacedWord]

  public init(words: [PlacedWord] = []) { self.words = words }

  public init(_ line: Line) {
    words = line.words.map {
      PlacedWord(text: $0.text, page: line.page, line: line.number, box: $0.box, confidence: $0.confidence)
    }
  }

  /// Lines joined; a word cut at `-` or `/` by the line's end is one word again (`06/QĐ-` + `TTg`).
  public init(joining lines: some Sequence<Passage>) {
    self.init()
    for line in lines { append(line) }
  }

  public var isEmpty: Bool { words.isEmpty }
  /// A word of it does not stand on the paper.
  public var isInferred: Bool { words.contains(where: \.isInferred) }
  /// The words with single spaces between them.
  public var text: String {
    var text = ""
    text.reserveCapacity(words.reduce(0) { $0 + $1.text.utf8.count + 1 })
    for (index, word) in words.enumerated() {
      if index > 0 { text.append(" ") }
      text.append(word.text)
    }
    return text
  }

  /// Adds a further line of the same running text.
  public mutating func append(_ next: Passage) {
    guard let last = words.last, let first = next.words.first, last.isCutByLineEnd else {
      words += next.words
      return
    }
    words[words.count - 1].text += first.text
    words[words.count - 1].confidence = min(last.confidence, first.confidence)
    words[words.count - 1].isInferred = last.isInferred || first.isInferred
    words += next.words.dropFirst()
  }

  /// The part in a range of Unicode scalars of `text`. A word that the range cuts is cut, too, and keeps its whole box.
  public func slice(_ range: Range<Int>) -> Passage {
    var result: [PlacedWord] = []
    var start = 0
    for word in words {
      let scalars = word.text.unicodeScalars
      let end = start + scalars.count
      if start < range.upperBound, end > range.lowerBound {
        var part = word
        if start < range.lowerBound || end > range.upperBound {
          part.text = String(
            Substring(
              scalars.dropFirst(max(0, range.lowerBound - start)).prefix(
                min(end, range.upperBound) - max(start, range.lowerBound))))
        }
        if !part.text.isEmpty { result.append(part) }
      }
      start = end + 1
    }
    return Passage(words: result)
  }

  /// Where the passage stands; nil for an empty one.
  public var provenance: Provenance? {
    Provenance.spanning(words.lazy.map { Provenance(page: $0.page, line: $0.line, box: $0.box) })
  }

  /// The words' mean confidence times the certainty, 0…1, of the rule that took the passage for what it is. The source
  /// is `inferred`, whatever rule is given, where a word does not stand on the paper.
  public func evidence(certainty: Double = 1, source: String? = nil) -> Evidence {
    let read = Confidence.mean(of: words.map(\.confidence))?.value ?? 0
    return Evidence(
      provenance: provenance ?? Provenance(page: 1), confidence: Confidence(read * certainty),
      source: isInferred ? Evidence.inferred : source)
  }
}

extension PlacedWord {
  /// Whether the word ends with a joint that ends no word: `341/`, `QĐ-`. A dash between spaces is a word of its own.
  fileprivate var isCutByLineEnd: Bool {
    text.count > 1 && (text.hasSuffix("-") || text.hasSuffix("/"))
  }
}
