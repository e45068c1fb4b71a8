import Archive
import DocumentModel
import Testing

/// A second scan of the same paper: other bytes, here and there another word.
private let text = (1...80).map {
  "điều \($0) giao đơn vị số \($0 * 7 % 31) thực hiện việc thứ \($0 * 3 % 17) trong quý"
}
.joined(separator: " ")

private func scan(_ hash: String, number: String, _ text: String) -> KeptInput {
  let head = DocumentHeader(
    type: "KH", number: number, symbol: "KH-UBND", date: CalendarDate(year: 2025, month: 7, day: 11))
  return KeptInput(
    record: record(hash: hash, [DocumentRecord(pages: [1, 1], document: head)]), texts: [PageText(page: 1, text: text)])
}

@Suite struct LikenessTests {
  @Test func aSecondScanIsAskedAboutAndNothingIsMerged() throws {
    try withArchive { archive, _ in
      let damaged = text.replacing("giao đơn vị số 4 ", with: "gi@o don vj so 4 ").replacing("quý", with: "quy")
      try archive.keep([scan("a", number: "05", text), scan("b", number: "05", damaged)])
      let likenesses = try archive.likenesses()
      #expect(likenesses.map(\.file) == ["b.pdf"])
      #expect(likenesses.map(\.otherFile) == ["a.pdf"])
      #expect(try archive.status().documents == 2)
      let id = try #require(likenesses.first?.id)
      try archive.decide(likeness: id, .same, who: "An", at: 5)
      #expect(try archive.likenesses().isEmpty)
      try archive.keep([scan("b", number: "05", damaged)])
      #expect(try archive.likenesses(status: .same).count == 1)
      #expect(try archive.likenesses().isEmpty)
    }
  }

  @Test func twinsOfOneFormAreNotAskedAbout() throws {
    try withArchive { archive, _ in
      // Another commune's plan: a third of its sentences are its own, and its number is another.
      let twin = text.replacing("trong quý", with: "tại xã khác theo phân công riêng của địa phương này")
      try archive.keep([scan("a", number: "05", text), scan("c", number: "17", twin)])
      #expect(try archive.likenesses().isEmpty)
    }
  }
}
