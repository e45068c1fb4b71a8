/// One way of answering one question about a text: what this deadline is, what this label, which column.
///
/// A rule has an address: its name stands in `evidence.source` of what it found, its examples are its tests, and its
/// certainty is how often it is right where its input was read right.
public struct Rule<Input, Answer>: Sendable {
  /// The question and the case, such as `deadline.within-days-of-issue`. Unique within the program.
  public let name: String
  /// 0…1; docs/accuracy.md says how it is measured.
  public let certainty: Double
  public let examples: [RuleExample]
  /// The answer; nil where the rule has nothing to say.
  public let match: @Sendable (Input) -> Answer?

  public init(
    _ name: String, certainty: Double, examples: [RuleExample], match: @escaping @Sendable (Input) -> Answer?
  ) {
    self.name = name
    self.certainty = certainty
    self.examples = examples
    self.match = match
  }
}

/// What a rule says of a text. A test reads every example of every rule.
public struct RuleExample: Sendable, CustomStringConvertible {
  public let text: String
  /// The answer as a person writes it, such as `2025-12-31`; nil where the rule must stay silent.
  public let answer: String?

  public init(_ text: String, _ answer: String?) {
    self.text = text
    self.answer = answer
  }

  public var description: String { "\(text) → \(answer ?? "–")" }
}

/// The rules that answer one question, in the order in which they are asked; the first that has an answer decides.
public struct RuleBook<Input, Answer>: Sendable {
  public struct Finding: Sendable where Answer: Sendable {
    public let answer: Answer
    /// Name of the rule that found it.
    public let rule: String
    public let certainty: Double
  }

  public let question: String
  public let rules: [Rule<Input, Answer>]

  public init(_ question: String, _ rules: [Rule<Input, Answer>]) {
    self.question = question
    self.rules = rules
  }
}

extension RuleBook where Answer: Sendable {
  /// What the first rule that has something to say answers; nil where none has.
  public func answer(to input: Input) -> Finding? {
    for rule in rules {
      if let answer = rule.match(input) { return Finding(answer: answer, rule: rule.name, certainty: rule.certainty) }
    }
    return nil
  }
}
