internal import DocumentModel
internal import Vietnamese

extension LooseText {
  /// Nearly all letters are capitals, as in headings and letterheads; some may have been misread.
  var isCapitals: Bool {
    var capitals = 0, letters = 0
    for (scalar, byte) in zip(scalars, plain) where (0x61...0x7A).contains(byte) || byte == 1 {
      letters += 1
      if scalar.isCapital { capitals += 1 }
    }
    return letters >= 2 && capitals * 10 >= letters * 8
  }

  /// The first letter is a capital.
  var beginsWithCapital: Bool {
    plain.firstIndex { (0x61...0x7A).contains($0) || $0 == 1 }.map { scalars[$0].isCapital } ?? false
  }

  /// At least so many letters are capitals.
  func hasCapitals(_ count: Int) -> Bool {
    var found = 0
    for scalar in scalars where scalar.isCapital {
      found += 1
      if found == count { return true }
    }
    return false
  }

  /// The number of words.
  var wordCount: Int { plain.split(separator: 0x20).count }

  /// Rules, asterisks and other ornaments without a word in them.
  var isOrnament: Bool { !plain.contains { (0x61...0x7A).contains($0) || $0.isDigit || $0 == 1 } }

  /// Where a run of plain letters stands first, inside words too: for words glued together by a bad reading.
  func firstRange(of plain: String, from start: Int = 0) -> Range<Int>? {
    let bytes = Array(plain.utf8)
    guard !bytes.isEmpty, count >= bytes.count else { return nil }
    for offset in stride(from: start, through: count - bytes.count, by: 1)
    where self.plain[offset] == bytes[0] && self.plain[offset..<offset + bytes.count].elementsEqual(bytes) {
      return offset..<offset + bytes.count
    }
    return nil
  }
}

extension Unicode.Scalar {
  /// A capital letter; the tables of Unicode are asked only about letters beyond ASCII.
  var isCapital: Bool { value < 0x80 ? (0x41...0x5A).contains(value) : properties.isUppercase }
}
