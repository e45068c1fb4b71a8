internal import DocumentModel
internal import Vietnamese

extension LooseText {
  /// Nearly all letters are capitals, as in headings and letterheads; some may have been misread.
  var isCapitals: Bool { isCapitals(from: 0) }

  /// The same of the text from an offset on.
  func isCapitals(from start: Int) -> Bool {
    var capitals = 0, letters = 0
    for offset in start..<count where plain[offset].isPlainLetter {
      letters += 1
      if scalars[offset].isCapital { capitals += 1 }
    }
    return letters >= 2 && capitals * 10 >= letters * LineLimits.capitalsInTenths
  }

  /// The first letter is a capital.
  var beginsWithCapital: Bool {
    plain.firstIndex(where: \.isPlainLetter).map { scalars[$0].isCapital } ?? false
  }

  /// Whether at least `count` letters are capitals.
  func hasCapitals(_ count: Int) -> Bool {
    var found = 0
    for scalar in scalars where scalar.isCapital {
      found += 1
      if found == count { return true }
    }
    return false
  }

  /// The number of words.
  var wordCount: Int { plain.split(separator: .space).count }

  /// Rules, asterisks and other ornaments without a word in them.
  var isOrnament: Bool { !plain.contains { $0.isPlainLetter || $0.isDigit } }

  /// Where plain letters stand first, inside of words too, because a bad reading glues words together; nil where they
  /// do not.
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

extension String {
  /// Whether two words have the same letters and marks: `Uỷ` and `ủy` do, whatever their case and the place of a mark.
  func isSameWriting(as other: String) -> Bool { lettersAndMarks == other.lettersAndMarks }

  private var lettersAndMarks: [UInt32] { nfd(Vietnamese.lowercased(self)).unicodeScalars.map(\.value).sorted() }

  /// With a capital at its start.
  var capitalised: String { prefix(1).uppercased() + dropFirst() }
}
