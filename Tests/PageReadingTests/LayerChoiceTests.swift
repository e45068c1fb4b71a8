import DocumentModel
import Testing

@testable import PageReading

/// Words that another program laid under a scan against our reading of it.
@Suite struct LayerChoiceTests {
  private let choice = LayerChoice { line in
    line.isEmpty ? nil : line.words.reduce(0) { $0 + ($1.text.contains("q") ? 16 : 3) } / Double(line.words.count)
  }

  private func page(_ texts: [String], _ confidence: Confidence, rotation: Int = 0) -> Page {
    let lines = texts.enumerated().map { row, text in
      var line = Line(parsing: text, page: 1)
      for index in line.words.indices {
        line.words[index].box = PixelBox(x: index * 100, y: row * 50, width: 80, height: 30)
        line.words[index].confidence = confidence
      }
      return line
    }
    return Page(
      number: 1, origin: .scan, size: PixelSize(width: 1000, height: 1000), dpi: 150, rotation: rotation,
      blocks: lines.map(Block.line))
  }

  private func text(_ page: Page) -> [String] { page.lines.map(\.text) }

  /// A pen's strokes are noise to the recogniser, and somebody typed what they say.
  @Test func aTranscriptionStaysWhereOurReadingIsNoise() {
    let chosen = choice.chosen(
      page(["tờ khai đất năm 1956", "của ông Tư"], 1), page(["qj q1 aq", "q; qq q", "q"], 0.4))
    #expect(text(chosen) == ["tờ khai đất năm 1956", "của ông Tư"])
    #expect(chosen.lines.flatMap(\.words).allSatisfy { $0.confidence < 1 })
  }

  @Test func aLayerIsNoBetterThanAPageWithoutWords() {
    #expect(text(choice.chosen(page(["tờ khai"], 1), page([], 1))) == ["tờ khai"])
  }

  @Test func aWeakLayerDoesNotReplaceWhatWasRead() {
    let chosen = choice.chosen(
      page(["kế hoqch năm 20]0", "phqng chống dịch"], 1), page(["kế hoạch năm 2010", "phòng chống dịch"], 0.93))
    #expect(text(chosen) == ["kế hoạch năm 2010", "phòng chống dịch"])
  }

  /// Where a good layer and an unsure reading differ, the language decides; where they agree, the word is surer.
  @Test func aGoodLayerMendsWhatWasMisread() {
    let texts = (0..<9).map { "điều \($0) khoản này" }
    let chosen = choice.chosen(page(texts + ["phòng chống lụt bão"], 1), page(texts + ["phqng chống lụt bão"], 0.8))
    #expect(text(chosen).last == "phòng chống lụt bão" && chosen.lines[0].words[0].confidence > 0.85)
  }

  @Test func wordsOfATurnedPageStandElsewhere() {
    let read = page(["kq hoạch"], 0.8, rotation: 90)
    #expect(choice.chosen(page(["kế hoạch"], 1), read) == read)
  }

  @Test func aWordOfALayerThatNobodyReadIsNotCertain() {
    let words = choice.unseen(Line(parsing: "phqng chống 20]0")).words
    #expect(words[0].confidence == LayerBounds.odd && words[1].confidence == LayerBounds.unseen)
  }
}
