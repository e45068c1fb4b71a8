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

  public var isAtEnd: Bool { offset >= text.count }

  /// The plain byte under the cursor; nil at the end.
  public var next: UInt8? { isAtEnd ? nil : text.plain[offset] }

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

  /// Goes past a number of so many digits that no further digit follows.
  public mutating func number(digits: ClosedRange<Int>) -> Int? {
    var end = offset
    while end < text.count, text.plain[end].isDigit { end += 1 }
    guard digits.contains(end - offset), let value = Int(text[offset..<end]) else { return nil }
    offset = end
    return value
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
  public mutating func take<Value>(_ table: PhraseTable<Value>) -> Value? {
    guard let match = table.match(in: text, at: offset) else { return nil }
    offset = text.skipping([.space], from: match.range.upperBound)
    return match.value
  }
}
