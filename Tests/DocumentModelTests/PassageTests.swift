import DocumentModel
import Testing

@Suite struct PassageTests {
  private func passage(_ text: String, line: Int = 1, page: Int = 1) -> Passage {
    Passage(Line(parsing: text, page: page, number: line))
  }

  @Test(arguments: [
    (["theo Quyết định số 06/QĐ-", "TTg ngày"], "theo Quyết định số 06/QĐ-TTg ngày"),
    (["thực hiện -", "rồi"], "thực hiện - rồi"), (["một", "", "hai"], "một hai"), ([], ""),
  ])
  func linesJoinAndCutWordsBecomeOne(_ lines: [String], _ text: String) {
    #expect(Passage(joining: lines.map { passage($0) }).text == text)
  }

  @Test(arguments: [(0, 3, "một"), (4, 11, "hai ba"), (2, 6, "t ha"), (0, 0, ""), (50, 60, "")])
  func aSliceIsThePartOfTheText(_ start: Int, _ end: Int, _ text: String) {
    #expect(passage("một hai  ba").slice(start..<min(end, 60)).text == text.trimmingToWords)
  }

  @Test func everySliceReadsAsTheTextThere() {
    let whole = passage("Chủ trì: Phòng Văn hóa - Xã hội; phối hợp các đơn vị")
    let scalars = Array(whole.text.unicodeScalars)
    for start in scalars.indices {
      for end in start..<scalars.count {
        let expected = String(String.UnicodeScalarView(scalars[start..<end]))
        #expect(whole.slice(start..<end).text == expected.trimmingToWords)
      }
    }
  }

  @Test func provenanceIsTheFirstLineAndTheBoxOnItsPage() {
    let parts = [
      Provenance(page: 1, line: 5, box: PixelBox(x: 0, y: 0, width: 2, height: 2)),
      Provenance(page: 1, line: 6, box: PixelBox(x: 4, y: 4, width: 2, height: 2)),
      Provenance(page: 2, line: 7, box: PixelBox(x: 90, y: 90, width: 2, height: 2)),
    ]
    let whole = Provenance(page: 1, line: 5, box: PixelBox(x: 0, y: 0, width: 6, height: 6))
    #expect(Provenance.spanning(parts) == whole)
    #expect(Provenance.spanning([]) == nil)
    #expect(Passage().provenance == nil && Passage().evidence().confidence == 0)
  }
}

extension String {
  fileprivate var trimmingToWords: String { split(separator: " ").joined(separator: " ") }
}
