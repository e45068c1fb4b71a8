import DocumentModel
import SampleDocuments
import Testing

@Suite struct TranscriptTests {
  private func page(_ number: Int, _ origin: Page.Origin, _ lines: String...) -> Page {
    Page(number: number, origin: origin, blocks: lines.map { .line(Line(parsing: $0, page: number)) })
  }

  @Test func aFormFeedOfItsOwnLinePartsScannedPages() {
    let transcript = Transcript(of: [page(1, .scan, "a", "b"), page(2, .scan), page(3, .scan, "c")])
    #expect(transcript.lines == ["a", "b", "\u{0C}", "\u{0C}", "c"])
    #expect(transcript.pages.flatMap(\.lines).map(\.number) == [1, 2, 5])
  }

  @Test func aTextInputKeepsItsLines() {
    let transcript = Transcript(of: [page(1, .text, "a", ""), page(2, .text, "\u{0C}b", "")])
    #expect(transcript.text == "a\n\n\u{0C}b\n")
    #expect(transcript.pages.flatMap(\.lines).map(\.number) == [1, 2, 3, 4])
  }

  @Test func aTableRowIsALine() {
    let cells = [
      TableCell(lines: [Line(parsing: "một"), Line(parsing: "hai")], row: 0, column: 0, rowSpan: 3),
      TableCell(lines: [Line(parsing: "x")], row: 0, column: 1), TableCell(lines: [], row: 2, column: 1),
    ]
    let table = Table(page: 1, rowCount: 3, columnCount: 2, cells: cells)
    let page = Page(number: 1, origin: .scan, blocks: [.table(table), .line(Line(parsing: "sau"))])
    let transcript = Transcript(of: [page])
    #expect(transcript.lines == ["một hai\tx", "", "sau"])
    #expect(transcript.pages[0].lines.map(\.number) == [1, 1, 1, 3])
  }

  @Test func everyNumberIsThatOfTheLineThatHoldsIt() {
    let texts = RandomText.texts(60, seed: 5).map { $0.filter { !$0.isNewline } }
    let pages = stride(from: 0, to: texts.count, by: 7).map { start in
      Page(
        number: start / 7 + 1, origin: .scan,
        blocks: texts[start..<min(start + 7, texts.count)].map { .line(Line(parsing: $0)) })
    }
    let transcript = Transcript(of: pages)
    for line in transcript.pages.flatMap(\.lines) { #expect(transcript.lines[line.number - 1] == line.text) }
    #expect(Transcript(of: transcript.pages) == transcript)
  }

  /// The text of a page is the same whether it comes from the pages or from the text of all.
  @Test(arguments: [
    [["a", "b"], [], ["c"]], [[], ["x"]], [["một"]], [["a", "", "b", ""], ["", "c"], [], [], ["d"]],
  ])
  func theTextOfEveryPage(_ texts: [[String]]) {
    let pages = texts.enumerated().map { index, lines in
      Page(number: index + 1, origin: .scan, blocks: lines.map { .line(Line(parsing: $0)) })
    }
    let transcript = Transcript(of: pages)
    #expect(transcript.pageTexts == texts.map { $0.joined(separator: "\n") })
    #expect(Transcript.pageTexts(in: transcript.text) == transcript.pageTexts)
  }

  @Test func aPageOfATextBeginsAtItsFormFeed() {
    #expect(Transcript.pageTexts(in: "a\n\n\u{0C}b") == ["a\n", "b"])
  }

  @Test func nothingGivesNothing() {
    #expect(Transcript(of: []).text == "" && Transcript(of: []).pageTexts.isEmpty)
  }
}
