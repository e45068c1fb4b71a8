/// One way of answering one question about a text: what this deadline is, what this label, which column.
///
/// A rule has an address. Its name stands in `evidence.source` of what it found, its examples are its tests, and its
/// certainty says how often it is right where its input was read right.
public struct Rule<Input, Answer>: Sendable {
  /// The question and the case, such as `deadline.within-days-of-issue`. It holds a dot, by which a reader of a record
  /// tells it from other sources (`inferred`, `body`), and it is unique within the program.
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

/// What a rule says of a text. A test reads every example of every rule twice: by the rule alone, and by the whole
/// grammar that the rule belongs to.
public struct RuleExample: Sendable, CustomStringConvertible {
  public let text: String
  /// The answer of the rule as a person writes it, such as `2025-12-31`; nil where the rule must stay silent.
  public let answer: String?
  /// The answer of the whole grammar, where it is another than the rule's: a rule later in the list may answer a text
  /// on which this one stays silent, and a text may hold more than this rule reads. Nil where both are the same.
  public let whole: String?

  public init(_ text: String, _ answer: String?, whole: String? = nil) {
    self.text = text
    self.answer = answer
    self.whole = whole
  }

  /// What the whole grammar must answer; nil where it must find nothing.
  public var expected: String? { whole ?? answer }

  public var description: String { "\(text) → \(answer ?? "–")" }
}

/// The rules that answer one question, in the order in which they are asked; the first that has an answer decides.
public struct RuleBook<Input, Answer>: Sendable {
  public struct Finding: Sendable where Answer: Sendable {
    public let answer: Answer
    /// Name of the rule that found it.
    public let rule: String
    public let certainty: Double

    public init(answer: Answer, rule: String, certainty: Double) {
      (self.answer, self.rule, self.certainty) = (answer, rule, certainty)
    }
  }

  public let question: String
  public let rules: [Rule<Input, Answer>]
  /// The rules' functions by themselves: most rules have nothing to say, and their names and examples need not be touched.
  @usableFromInline let matches: [@Sendable (Input) -> Answer?]

  public init(_ question: String, _ rules: [Rule<Input, Answer>]) {
    self.question = question
    self.rules = rules
    matches = rules.map(\.match)
  }

  /// What is wrong with the rules as values, one English sentence each; a test holds that there is nothing.
  public var faults: [String] {
    var seen: Set<String> = []
    return rules.flatMap { rule -> [String] in
      var faults: [String] = []
      if !rule.name.contains(".") { faults.append("\(rule.name): the name holds no dot") }
      if !seen.insert(rule.name).inserted { faults.append("\(rule.name): two rules have this name") }
      if !(0...1).contains(rule.certainty) { faults.append("\(rule.name): the certainty is outside 0…1") }
      if !rule.examples.contains(where: { $0.answer != nil }) { faults.append("\(rule.name): no example is answered") }
      return faults
    }
  }
}

extension RuleBook where Answer: Sendable {
  /// What the first rule that has something to say answers; nil where none has.
  ///
  /// Inlinable, so that it is compiled for the types of each book: made for them at run time it costs more than the rules.
  @inlinable public func answer(to input: Input) -> Finding? {
    for place in matches.indices {
      guard let answer = matches[place](input) else { continue }
      return Finding(answer: answer, rule: rules[place].name, certainty: rules[place].certainty)
    }
    return nil
  }
}
