internal import Vietnamese

/// The words, numbers and joints that times are put together of. Each gives the offset behind it.
extension LooseText {
  /// A number of so many digits.
  func number(at offset: Int, digits: ClosedRange<Int>) -> (value: Int, end: Int)? {
    var end = offset
    while end < count, plain[end].isDigit { end += 1 }
    guard digits.contains(end - offset), let value = Int(self[offset..<end]) else { return nil }
    return (value, end)
  }

  /// Up to two digits before a joint; a scan can part them: `29/1 1/2024`.
  func partedNumber(at offset: Int) -> (value: Int, end: Int)? {
    let rest = plain[offset...].prefix(4)
    if rest.count == 4, rest.first == 0x31, rest[offset + 1] == 0x20, (0x30...0x32).contains(rest[offset + 2]),
      [0x2F, 0x2D, 0x2E].contains(rest[offset + 3])
    {
      return (Int(rest[offset + 2]) - 0x30 + 10, offset + 3)
    }
    return number(at: offset, digits: 1...2)
  }

  /// A year after a joint or its word: `/2025`, ` năm 2025`.
  func namedYear(after offset: Int) -> (value: Int, end: Int)? {
    let start = pastJoint(at: offset) ?? past("nam", at: skipping([0x20], from: offset))
    return start.flatMap { number(at: $0, digits: 4...4) }
  }

  /// Past `/`, `-` or `.` and the spaces around it.
  func pastJoint(at offset: Int) -> Int? {
    let start = skipping([0x20], from: offset)
    guard start < count, [0x2F, 0x2D, 0x2E].contains(plain[start]) else { return nil }
    return skipping([0x20], from: start + 1)
  }

  /// Past a word in its plain form and the spaces after it.
  func past(_ word: String, at offset: Int) -> Int? {
    let end = offset + word.utf8.count
    guard end <= count, isBoundary(at: offset), plain[offset..<end].elementsEqual(word.utf8) else { return nil }
    let next = skipping([0x20], from: end)
    return isBoundary(at: end) || (next < count && plain[next].isDigit) ? next : nil
  }
}
