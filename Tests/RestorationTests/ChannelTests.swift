import Testing

@testable import Restoration

@Suite struct ChannelTests {
  @Test func confusionsAreLearnedFromPairs() {
    var learner = ConfusionLearner(
      rows: "d6i\tđổi\t50\ns6\tsố\t40\nmdi\tmới\t30\nso\tsố\t10\ndang\tđang\t20\nmai\tmai\t9")
    let table = learner.table()
    func cost(_ meant: String, _ seen: String) -> Float? {
      table.rules.first {
        $0.meant == meant.unicodeScalars.map(\.value) && $0.seen == seen.unicodeScalars.map(\.value)
      }?.cost
    }
    #expect(cost("ổ", "6") ?? 9 < 1)
    #expect(cost("đ", "d") ?? 9 < 0.5)
    #expect((cost("ố", "6") ?? 9) < (cost("ố", "o") ?? 9))
  }

  @Test(arguments: [
    ("02-KH/BCDTW", "02-KH/BCĐTW"), ("06/QD-TTg", "06/QĐ-TTg"), ("05/QDUBND", "05/QĐUBND"), ("A4-B5", "A4-B5"),
    ("x@y.vn", "x@y.vn"),
  ])
  func symbols(_ seen: String, _ meant: String) {
    let counts = ["KH": 9, "BCĐTW": 3, "QĐ": 9, "TTg": 9, "UBND": 9, "QD": 1]
    let grammar = SymbolGrammar(rows: counts.map { (part: $0.key, count: $0.value) })
    #expect(grammar.restored(seen) == meant)
  }

  @Test(arguments: [
    ("(UBND,", [Piece.Kind.bracket, .word, .comma]), ("hóa-Xã", [.word, .dash, .word]), ("19/6/2025;", [.date, .stop]),
    ("02-KH/TU", [.code]), ("NQ/TW", [.code]), ("và/hoặc", [.word, .slash, .word]), ("80%", [.number]),
    ("d6i", [.mixed]),
    ("a.b@c.vn", [.code]), ("…", [.stop]), ("”", []),
  ])
  func pieces(_ token: String, _ kinds: [Piece.Kind]) {
    var scanner = PieceScanner(), pieces: [Piece] = []
    var text = token
    text.withUTF8 { scanner.scan($0, 0..<$0.count, into: &pieces) }
    #expect(pieces.map(\.kind) == kinds)
  }

  @Test func caseByTable() {
    for letter in "aăâđêôơưáạậẽọộợụỵAĂÂĐÊÔƠƯÁẠẬẼỌỘỢỤỴ×÷1_" {
      let scalar = letter.unicodeScalars.first?.value ?? 0
      #expect(String(smallLetters(String(letter))) == letter.lowercased())
      #expect(
        capitalLetter(smallLetter(scalar))
          == (letter.isLetter ? letter.uppercased().unicodeScalars.first?.value : scalar))
    }
  }

  @Test func pairedKeysAreSortedByTheirBytes() {
    var dice = Dice(seed: 7)
    var keys = (0..<2000).map { _ in
      UInt64.random(in: 0...(.max), using: &dice) >> UInt64.random(in: 0...50, using: &dice)
    }
    let sorted = keys.sorted()
    radixSort(&keys)
    #expect(keys == sorted)
  }
}
