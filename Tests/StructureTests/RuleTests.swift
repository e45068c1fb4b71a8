import DocumentModel
import Grammar
import SampleDocuments
import Testing
import Vietnamese

@testable import Structure

/// Every example of every rule of letterheads, sections and end matter: what the rule itself says of it, and that the
/// whole book leaves it to this rule.
@Suite struct RuleTests {
  private static let parser = Result { DocumentParser(Phrases(try .load(from: Repository.dictionaries))) }

  @Test func piecesOfLetterheads() throws {
    try holds(Self.parser.get().letterheads.pieces.rules, input: half, answer: Self.written)
  }

  @Test func endsOfSubjects() throws {
    try holds(Self.parser.get().letterheads.subjects.rules, input: seam) { step, _ in
      step == .ends ? "ends" : "goes on"
    }
  }

  @Test func namedLabels() throws {
    try holds(Self.parser.get().labels.named, input: { LabelOpening(LooseText($0)) }, answer: Self.written)
  }

  @Test func linesOfSignatures() throws {
    try holds(Self.parser.get().endings.signers.rules, input: line) { part, _ in
      if case .office(let passage) = part { passage.text } else { "name" }
    }
  }

  /// Several rules may read one damaged number, so only the rule itself is asked.
  @Test func numbersOfSections() throws {
    for rule in try Self.parser.get().labels.numbers.rules {
      for example in rule.examples {
        let opening = LabelOpening(LooseText(example.text))
        let answer = opening.flatMap { opening in rule.match(opening).map { Self.written($0, opening) } }
        #expect(answer == example.answer, "\(rule.name): \(example)")
      }
    }
  }

  /// The quick look before the rules lets everything pass that a rule for numbers reads.
  @Test func whatIsReadIsLookedAt() throws {
    let rules = try Self.parser.get().labels.numbers.rules
    let signs = ["1", "12", "I", "H", "l", "v", "a", "Đ", "¢", "6", "|", "]", "(", ")", ".", "-", "/", ":", " ", "Ô"]
    for first in signs {
      for second in signs {
        for third in signs {
          for rest in ["", ".", ") ", ". BỐ CỤC", " Về"] {
            let text = first + second + third + rest + " NỘI dung"
            guard let opening = LabelOpening(LooseText(text)), !opening.mayBeNumber else { continue }
            #expect(rules.allSatisfy { $0.match(opening) == nil }, "\(text)")
          }
        }
      }
    }
  }

  /// A rule's name is its address: it holds a dot and belongs to one rule.
  @Test func namesAreUnique() throws {
    let parser = try Self.parser.get()
    let names =
      parser.letterheads.pieces.rules.rules.map(\.name) + parser.letterheads.subjects.rules.rules.map(\.name)
      + parser.labels.named.rules.map(\.name) + parser.labels.numbers.rules.map(\.name)
      + parser.endings.signers.rules.rules.map(\.name)
    #expect(Set(names).count == names.count && names.allSatisfy { $0.contains(".") })
  }

  private func holds<Input, Answer: Sendable>(
    _ book: RuleBook<Input, Answer>, input: (String) throws -> Input?, answer: (Answer, Input) -> String
  ) throws {
    for rule in book.rules {
      #expect(!rule.examples.isEmpty, "\(rule.name)")
      for example in rule.examples {
        let input = try #require(try input(example.text), "\(rule.name): \(example)")
        #expect(rule.match(input).map { answer($0, input) } == example.answer, "\(rule.name): \(example)")
        if example.answer != nil { #expect(book.answer(to: input)?.rule == rule.name, "\(example)") }
      }
    }
  }

  // MARK: Examples as input

  private func half(_ text: String) -> HeadHalf { HeadHalf(Passage(Line(parsing: text))) }

  private func line(_ text: String) -> SignatureLine { SignatureLine(Passage(Line(parsing: text))) }

  private func seam(_ text: String) throws -> SubjectSeam {
    let parts = text.split(separator: "¶", omittingEmptySubsequences: false)
    let written = try #require(parts.last), last = written.drop { " ⇥⇤".contains($0) }
    var line = FlowLine(Line(parsing: String(last)), hasGapBefore: parts.count == 3, startsPage: false)
    let subject = Passage(Line(parsing: String(parts[0])))
    let margins: [Character: Double] = ["⇥": 3, "⇤": 0]
    guard let left = written.first.flatMap({ margins[$0] }) else { return SubjectSeam(subject: subject, line: line) }
    line.indent = (left, 0)
    return SubjectSeam(subject: subject, line: line, lastIndent: (6, 6))
  }

  // MARK: Answers as a person writes them

  private static func written(_ label: LabelCandidate, _ opening: LabelOpening) -> String {
    let rest = opening.text[label.end..<opening.text.count]
    return "\(label.text) |" + (rest.isEmpty ? "" : " " + rest)
  }

  private static func written(_ piece: HeadPiece, _: HeadHalf) -> String {
    func shown(_ number: Int?) -> String { number.map(String.init) ?? "–" }
    switch piece {
    case .national: return "national"
    case .number(let symbol): return "number \(symbol.number ?? "–") \(symbol.symbol)"
    case .placeAndDate(let place, let date):
      return "place \(place.text), day \(shown(date.day)), month \(shown(date.month)), year \(shown(date.year))"
    case .type(let type, let rest):
      return "type \(type.code)" + (type.isJoint ? " joint" : "") + (rest.isEmpty ? "" : " | " + rest.text)
    case .numberLine: return "number line"
    case .title: return "title"
    case .about: return "about"
    case .aboutInFull: return "about in full"
    case .addressee: return "addressee"
    case .mark: return "mark"
    case .ornament: return "ornament"
    case .capitals: return "capitals"
    case .other: return "other"
    }
  }
}
