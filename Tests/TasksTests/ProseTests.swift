import DocumentModel
import Grammar
import Testing

@testable import Tasks

/// The rules that read orders in prose, each held to its examples: who leads, who helps, what is done, by when.
@Suite struct ProseTests {
  private func statement(_ text: String) -> Statement { Statement(Passage(Line(parsing: text))) }

  @Test func ordersInSentences() throws {
    let orders = ProseReader(try Extraction().phrases).orders
    orders.expectNamesAndExamples()
    orders.expectExamplesHold(statement) { order in
      [order.lead, order.cooperating, order.content, order.deadline].map(\.text).joined(separator: " / ")
    }
  }

  @Test func ordersInBrackets() throws {
    let rule = ProseReader(try Extraction().phrases).brackets.rule
    for example in rule.examples {
      let found = rule.match(statement(example.text))
      #expect(found.map { $0.map(\.value.text).joined(separator: " / ") } == example.answer, "\(example)")
    }
  }

  @Test func labels() throws {
    let rules = LabelRules(try Extraction().phrases.table(.block))
    rules.opening.expectNamesAndExamples()
    rules.opening.expectExamplesHold({ LabelRules.Place(text: statement($0).text, offset: 0) }) { $0.role.rawValue }
  }

  @Test func valuesThatNameThoseWhoLeadAndThoseWhoHelp() throws {
    let rules = BodyCellReader(try Extraction().phrases).rules
    rules.expectNamesAndExamples()
    rules.expectExamplesHold(statement) { bodies in
      [bodies.lead, bodies.cooperating].map { $0.map(\.text).joined(separator: ", ") }.joined(separator: " / ")
    }
  }
}
