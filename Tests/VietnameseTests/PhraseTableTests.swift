import Testing
import Vietnamese

@Suite struct PhraseTableTests {
  private let table = PhraseTable([
    ("chủ trì", 1), ("đơn vị chủ trì", 2), ("cơ quan phối hợp", 3), ("chủ trì, phối hợp", 4), ("", 0),
  ])

  @Test(arguments: [
    ("Chủ trì: A", [1]), ("DON VI CHU TRI", [2]), ("chủ trì, phối hợp với cơ quan phối hợp", [4, 3]),
    ("chủ trìn", []), ("xchủ trì", []), ("(chủ trì)", [1]), ("", []),
  ])
  func theLongestWholeWordingWins(_ text: String, _ values: [Int]) {
    #expect(table.all(in: LooseText(text)).map(\.value) == values)
  }

  @Test func aMatchIsThePlaceOfItsText() {
    let text = LooseText("1. Cơ quan phối hợp: B")
    #expect(table.first(in: text).map { text[$0.range] } == "Cơ quan phối hợp")
    #expect(table.first(in: text, from: 4) == nil && table.first(in: text, upTo: 3) == nil)
    #expect(table.match(in: text, at: 0) == nil && table.match(in: text, at: 99) == nil)
  }

  @Test(arguments: [("ngay", true), ("NGAY", true), ("ngày", false), ("Ngáy", false)])
  func markedWordingsAskForTheirMarks(_ text: String, _ isFound: Bool) {
    #expect((PhraseTable(["ngay"], marked: true).first(in: LooseText(text)) != nil) == isFound)
  }

  @Test(
    arguments: [
      ("cơ quan phôi hợp", 3), ("cd quan phối hợp", 3), ("cq quam phối hợp", 3), ("đơn vj chủ trì", 2), ("chu tr", 1),
      ("co quan chu tri", nil), ("", nil),
    ] as [(String, Int?)])
  func theNearestWordingMayBeMisread(_ text: String, _ value: Int?) {
    let loose = LooseText(text)
    #expect(table.nearest(to: loose, in: 0..<loose.count) == value)
  }

  /// A tie must fall the same way in every run: records are compared byte by byte.
  @Test func ofTwoEquallyNearTheFirstGivenWins() {
    let first = ["abcdefx", "xbcdefg", "axcdefg", "abxdefg"]
    let table = PhraseTable(first.enumerated().map { ($1, $0) })
    let text = LooseText("abcdefg")
    #expect(table.nearest(to: text, in: 0..<7) == 0)
    let reversed = PhraseTable(first.reversed().enumerated().map { ($1, $0) })
    #expect(reversed.nearest(to: text, in: 0..<7) == 0)
  }
}
