import DocumentModel
import Testing
import Vietnamese

@testable import Restoration

/// Floors under the measured figures, on slices that a debug build reads in seconds. The whole figures are in
/// docs/accuracy-restoration.md.
@Suite struct AccuracyTests {
  @Test func seedReadByTheEnglishModel() throws {
    let seed = Array(try Fixture.lines(Fixture.text("seeds/000_9cda739d8d122082.txt")).prefix(150))
    let gold = try Fixture.text("corpus/gold/000.txt").split(separator: "\n", omittingEmptySubsequences: false)
    let restored = try Fixture.restorer().restore(seed)
    #expect(Fixture.accuracy(restored, gold.prefix(150).map(String.init)) > 0.96)
  }

  @Test func textWithoutMarks() throws {
    let gold = try Fixture.lines(Fixture.text("corpus/gold/002.txt")).prefix(200)
    let stripped = gold.map { Line(parsing: folded($0.text)) }
    let restored = try Fixture.restorer().restore(stripped)
    #expect(Fixture.accuracy(restored, gold.map(\.text)) > 0.985)
  }

  @Test func cleanTextStaysAsItIs() throws {
    let gold = try Fixture.lines(Fixture.text("corpus/gold/002.txt"))
    #expect(try Fixture.restorer().restore(gold) == gold)
  }

  @Test func doubtfulWordsHoldTheErrors() throws {
    let gold = try Fixture.lines(Fixture.text("corpus/gold/002.txt")).prefix(200)
    let restored = try Fixture.restorer(.stripped).restore(gold.map { Line(parsing: folded($0.text)) })
    let words = zip(restored, gold).flatMap { Array(zip($0.words, $1.words)) }
    let wrong = words.filter { placingTone(of: $0.text, .old) != placingTone(of: $1.text, .old) }
    #expect(words.count { $0.0.isDoubtful } < words.count / 12)
    #expect(wrong.count { $0.0.isDoubtful } * 2 >= wrong.count)
  }
}
