import DocumentModel
import Testing

@testable import PageReading
@testable import Recognition

@Suite struct LineVoteTests {
  private func line(_ words: (String, Double)...) -> Line {
    Line(
      words: words.enumerated().map { index, word in
        Word(
          text: word.0, spaceBefore: index == 0 ? "" : " ",
          box: PixelBox(x: index * 100, y: 10, width: 80, height: 30), confidence: Confidence(word.1))
      })
  }

  private func reading(_ reader: OtherReading.Reader, _ text: String, _ confidence: Double = 0.95) -> OtherReading {
    var words = Line(parsing: text).words
    for index in words.indices { words[index].confidence = Confidence(confidence) }
    return OtherReading(by: reader, words: words)
  }

  /// A language that knows these words only.
  private func vote(knowing words: Set<String>) -> LineVote {
    LineVote { line in
      line.isEmpty ? nil : line.words.reduce(0) { $0 + (words.contains($1.text) ? 2 : 9) } / Double(line.words.count)
    }
  }

  @Test func theLikelierReadingWinsAndTheOtherStaysAsAnAlternative() {
    let vote = vote(knowing: ["họp", "ban", "điều", "hành"])
    let settled = vote.settled(line(("hop", 0.6), ("ban", 0.97)), by: [reading(.secondModel, "họp ban")])
    #expect(settled.text == "họp ban" && settled.words[0].alternatives.map(\.text) == ["hop"])
    #expect(settled.words[0].box == PixelBox(x: 0, y: 10, width: 80, height: 30))
    #expect(settled.words[1].confidence > 0.97)
  }

  @Test func aSureWordOfTheLanguageStaysButIsContested() {
    let vote = vote(knowing: ["họp", "ban", "bạn"])
    let settled = vote.settled(line(("họp", 0.98), ("ban", 0.96)), by: [reading(.secondModel, "họp bạn", 0.5)])
    #expect(settled.text == "họp ban" && settled.words[1].confidence <= Confidence(VoteWeights.contested))
    #expect(settled.words[1].alternatives.map(\.text) == ["bạn"])
  }

  /// One program's slip is not put right by a second that slips otherwise, but by two that agree.
  @Test func twoThatAgreeOutvoteOne() {
    let vote = vote(knowing: [])
    let torn = line(("số", 0.97), ("1]5", 0.9))
    #expect(vote.settled(torn, by: [reading(.secondModel, "số 1|5", 0.8)]).text == "số 1]5")
    let both = [reading(.secondModel, "số 115"), reading(.outside, "số 115")]
    #expect(vote.settled(torn, by: both).text == "số 115")
  }

  @Test func wordsRunTogetherAreParted() {
    let vote = vote(knowing: ["kế", "hoạch", "năm"])
    let settled = vote.settled(line(("kếhoạch", 0.7), ("năm", 0.96)), by: [reading(.outside, "kế hoạch năm")])
    #expect(settled.text == "kế hoạch năm" && settled.words.count == 3)
    #expect((settled.words[0].box?.right ?? 0) <= (settled.words[1].box?.x ?? -1))
  }

  /// A cell begins with a capital, whatever runs of words the language knows better with a small letter.
  @Test func theLanguageHasNoSayInTheCaseOfALinesFirstLetter() {
    let vote = vote(knowing: ["sơ", "kết"])
    let settled = vote.settled(line(("Sơ", 0.96), ("kết", 0.97)), by: [reading(.secondModel, "sơ kết")])
    #expect(settled.text == "Sơ kết")
    let inside = vote.settled(line(("kết", 0.96), ("Sơ", 0.97)), by: [reading(.secondModel, "kết sơ")])
    #expect(inside.text == "kết sơ")
  }

  @Test func withoutOthersNothingChanges() {
    let line = line(("kế", 0.7), ("hoạch", 0.2))
    #expect(vote(knowing: []).settled(line, by: []) == line)
    #expect(vote(knowing: []).settled(line, by: [reading(.outside, "")]).text == line.text)
  }

  @Test(arguments: [
    (["a", "b", "c"], ["a", "b", "c"], 0), (["ab"], [], 1), ([], ["ab"], 1),
    (["một", "hai", "ba"], ["mốt", "hai", "bà"], 2),
    (["hai", "ba", "bốn", "năm"], ["zz"], 1), (["x1", "x2", "x3", "x4", "x5"], [], 1),
  ])
  func readingsAreAlignedWordByWord(own: [String], other: [String], differences: Int) {
    let aligned = WordAlignment(own, other)
    #expect(aligned.differences.count == differences)
    #expect(aligned.agreed.allSatisfy { own[$0.key] == other[$0.value] })
  }

  @Test func everyReasonForDoubtAsks() {
    let judge: LineRereader.Judge = { $0.text.contains("zz") ? 20 : 3 }
    #expect(LineDoubt.unsureWord.holds(for: line(("kế", 0.8)), judge))
    #expect(LineDoubt.figures.holds(for: line(("2025", 0.92)), judge))
    #expect(LineDoubt.oddLanguage.holds(for: line(("zz", 0.99), ("a", 0.99), ("b", 0.99)), judge))
    let sure = line(("kế", 0.99), ("hoạch", 0.97))
    #expect(!LineDoubt.allCases.contains { $0.holds(for: sure, judge) })
    #expect(LineDoubt.lines(worthAsking: [sure, line(("hoạch", 0.5))], judge) == [1])
  }
}
