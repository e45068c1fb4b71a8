import Grammar
import Testing

extension RuleBook where Answer: Sendable {
  /// Every rule says of its examples what they state, and the whole book finds what a rule finds.
  func expectExamplesHold(_ input: (String) throws -> Input, _ written: (Answer) -> String) rethrows {
    for rule in rules {
      for example in rule.examples {
        let given = try input(example.text)
        #expect(rule.match(given).map(written) == example.answer, "\(rule.name): \(example)")
        if let expected = example.answer {
          #expect(answer(to: given).map { written($0.answer) } == expected, "the whole book, \(rule.name): \(example)")
        }
      }
    }
  }

  /// A rule without an example is a rule without a test; two of one name cannot be told apart in a record.
  func expectNamesAndExamples() {
    #expect(Set(rules.map(\.name)).count == rules.count)
    for rule in rules { #expect(!rule.examples.isEmpty && rule.name.contains("."), "\(rule.name)") }
  }
}
