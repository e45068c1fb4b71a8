/// Walks over a loose text from left to right. A step that does not fit leaves the cursor where it is and gives nil or
/// false, so that the steps of a grammar stand in one `guard` in the order in which they are printed.
public struct Cursor: Sendable {
  public let text: LooseText
  /// In scalars of the text; `text.count` at its end.
  public private(set) var offset: Int

  public init(_ text: LooseText, at offset: Int = 0) {
    self.text = text
    self.offset = offset
  }

  // MARK: What stands here

  public var isAtEnd: Bool { offset >= text.count }

  /// Whether no letter or digit goes on from one before the cursor to one under it.
  public var isAtBoundary: Bool { text.isBoundary(at: offset) }

  /// The plain byte under the cursor; nil at the end.
  public var next: UInt8? { isAtEnd ? nil : text.plain[offset] }

  /// The plain byte before the cursor; nil at the start.
  public var previous: UInt8? { offset > 0 && offset <= text.count ? text.plain[offset - 1] : nil }

  /// Whether one of the signs stands under the cursor.
  public func isAt(_ signs: UInt8...) -> Bool { next.map(signs.contains) ?? false }

  // MARK: Signs

  /// Goes past spaces, if any.
  public mutating func skipSpaces() { offset = text.skipping([.space], from: offset) }

  /// Goes past one of the signs.
  public mutating func take(_ signs: UInt8...) -> Bool { takeAny(of: signs) != nil }

  /// Goes past one of the signs and gives it.
  public mutating func takeAny(of signs: [UInt8]) -> UInt8? {
    guard let next, signs.contains(next) else { return nil }
    offset += 1
    return next
  }

  /// Goes past one of the signs and the spaces around it.
  public mutating func takeJoint(_ signs: [UInt8]) -> Bool {
    let start = offset
    skipSpaces()
    guard takeAny(of: signs) != nil else {
      offset = start
      return false
    }
    skipSpaces()
    return true
  }

  /// Goes past a bracket, from `(` to the next `)`, and the spaces after it.
  public mutating func takeBracket() -> Bool {
    guard isAt(.openBracket), let close = text.firstIndex(of: .closeBracket, from: offset) else { return false }
    offset = text.skipping([.space], from: close + 1)
    return true
  }

  // MARK: Numbers and words

  /// Goes past a number of so many digits that no further digit follows.
  public mutating func number(digits: ClosedRange<Int>) -> Int? {
    var end = offset
    while end < text.count, text.plain[end].isDigit { end += 1 }
    guard digits.contains(end - offset), let value = Int(text[offset..<end]) else { return nil }
    offset = end
    return value
  }

  /// Goes past letters and digits and gives them as printed; an empty string where none stands here.
  public mutating func takeLetters() -> String {
    let start = offset
    while text.isWord(at: offset) { offset += 1 }
    return text[start..<offset]
  }

  /// Goes past a word in its plain form, given in plain letters, and the spaces after it. A digit may be glued to it:
  /// `tháng8`.
  public mutating func take(word: String) -> Bool {
    let end = offset + word.utf8.count
    guard end <= text.count, text.isBoundary(at: offset), text.plain[offset..<end].elementsEqual(word.utf8) else {
      return false
    }
    let next = text.skipping([.space], from: end)
    guard text.isBoundary(at: end) || (next < text.count && text.plain[next].isDigit) else { return false }
    offset = next
    return true
  }

  /// Goes past the longest wording of a table that stands here and the spaces after it; gives what it stands for.
  /// `beforeDigits`: a digit may be glued to it, as in `tháng8`.
  public mutating func take<Value>(_ table: PhraseTable<Value>, beforeDigits: Bool = false) -> Value? {
    guard let match = table.match(in: text, at: offset, beforeDigits: beforeDigits) else { return nil }
    offset = text.skipping([.space], from: match.range.upperBound)
    return match.value
  }

  /// Goes past the longest wording of a table where it stands for `value`; otherwise as `take(_:beforeDigits:)`.
  public mutating func take<Value: Equatable>(
    _ value: Value, of table: PhraseTable<Value>, beforeDigits: Bool = false
  ) -> Bool {
    var ahead = self
    guard ahead.take(table, beforeDigits: beforeDigits) == value else { return false }
    self = ahead
    return true
  }
}
