internal import DocumentModel
internal import Vietnamese

extension LooseText {
  /// Nearly all letters are capitals, as in headings and letterheads; some may have been misread.
  var isCapitals: Bool {
    var capitals = 0, letters = 0
    for scalar in scalars where scalar.properties.isAlphabetic {
      letters += 1
      if scalar.properties.isUppercase { capitals += 1 }
    }
    return letters >= 2 && capitals * 10 >= letters * 8
  }

  /// The first letter is a capital.
  var beginsWithCapital: Bool {
    scalars.first { $0.properties.isAlphabetic }?.properties.isUppercase ?? false
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

  /// The plain letters stand at the start.
  func begins(with plain: String) -> Bool { self.plain.starts(with: plain.utf8) }
}
