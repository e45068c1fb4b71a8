import SampleDocuments
import Testing
import Vietnamese

@Suite struct EditDistanceTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("ke hoach", "ke hoach", 0), ("ke hoach", "ke hoch", 1), ("abc", "acb", 2),
    ("kitten", "sitting", 3),
  ])
  func countsLetters(_ a: String, _ b: String, _ distance: Int) {
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: 10) == distance)
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: distance) == distance)
    #expect(editDistance(Array(a.utf8), Array(b.utf8), atMost: distance - 1) == nil)
  }

  @Test func isADistance() {
    let words = RandomText.texts(60, upTo: 8, of: Array("ab".unicodeScalars), seed: 4).map { Array($0.utf8) }
    for a in words {
      for b in words {
        let forth = editDistance(a, b, atMost: 99)
        #expect(forth == editDistance(b, a, atMost: 99))
        #expect((forth == 0) == (a == b))
        for c in words.prefix(6) {
          let around = (editDistance(a, c, atMost: 99) ?? 0) + (editDistance(c, b, atMost: 99) ?? 0)
          #expect((forth ?? 0) <= around)
        }
      }
    }
  }
}
