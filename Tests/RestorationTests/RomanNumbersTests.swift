import DocumentModel
import Testing

@testable import Restoration

@Suite struct RomanNumbersTests {
  private func mended(_ texts: [String], isDamaged: Bool = true) -> [String] {
    var lines = texts.map { Line(parsing: $0) }
    RomanNumbers.mend(&lines, in: [(lines.indices, isDamaged)])
    return lines.map(\.text)
  }

  struct Sequence: CustomTestStringConvertible {
    var seen, meant: String
    var testDescription: String { seen }
  }

  @Test(arguments: [
    Sequence(seen: "I. H. III. IV.", meant: "I. II. III. IV."),
    Sequence(seen: "I. II. H. IV.", meant: "I. II. III. IV."),
    Sequence(seen: "I- II- II- IV-", meant: "I- II- III- IV-"),
    Sequence(seen: "l. 1I. IIl. 1V. V.", meant: "I. II. III. IV. V."),
    // Printed twice, or begun again: nothing says otherwise.
    Sequence(seen: "I. II. II.", meant: "I. II. II."),
    Sequence(seen: "I. II. I. II.", meant: "I. II. I. II."),
    Sequence(seen: "I. II. IV. V.", meant: "I. II. IV. V."),
    Sequence(seen: "A. B. C. H.", meant: "A. B. C. H."),
  ])
  func headingsCountUpward(_ sequence: Sequence) {
    let numbers = { (text: String) in text.split(separator: " ").map { "\($0) NHIỆM VỤ" } }
    #expect(mended(numbers(sequence.seen)) == numbers(sequence.meant))
  }

  /// Strokes behind “Phụ lục” are a Roman number where the document numbers annexes so, and figures where it does not.
  @Test(arguments: [
    (["(Phụ lục 11)", "(Phụ lục V)", "Phụ lục 1II"], ["(Phụ lục II)", "(Phụ lục V)", "Phụ lục III"]),
    (["Phụ lục 11", "Phụ lục 12"], ["Phụ lục 11", "Phụ lục 12"]),
    (["Phụ lục 11", "Phụ lục V", "Phụ lục 2"], ["Phụ lục 11", "Phụ lục V", "Phụ lục 2"]),
    (["Phan I1. NOI DUNG"], ["Phan II. NOI DUNG"]),
  ])
  func annexesAreNumberedInOneWay(seen: [String], meant: [String]) { #expect(mended(seen) == meant) }

  @Test(arguments: [
    ("Quý HI/2025", "Quý III/2025"), ("trong quý 1I1/2025.", "trong quý III/2025."), ("quý I, quý H", "quý I, quý II"),
    ("quý lV năm 2025", "quý IV năm 2025"), ("quý 3/2025", "quý 3/2025"), ("quy định HI", "quy định HI"),
    ("Quý vị", "Quý vị"),
  ])
  func quartersAreFour(seen: String, meant: String) {
    #expect(mended([seen]) == [meant])
  }

  @Test(arguments: ["I Về thể chế, chính sách", "Quý I và quý II, quý III;", "nhóm I và nhóm IV"])
  func numbersAreNotCorrected(text: String) throws {
    let words = text.split(separator: " ").map { Word(text: String($0), confidence: 0.5) }
    #expect(try Fixture.restorer(.vietnamese).restore([Line(words: words)])[0].text == Line(words: words).text)
  }

  @Test func goodTextStaysAsItIs() {
    #expect(mended(["I. A", "H. B", "quý HI/2025"], isDamaged: false) == ["I. A", "H. B", "quý HI/2025"])
  }
}
