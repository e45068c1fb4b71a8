internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// An order in prose: `Giao A chủ trì, phối hợp với B và C tổ chức …. Hoàn thành trước ngày 31/10/2025.`
struct ProseAssignment: Sendable {
  var lead: Passage
  var cooperating: Passage
  var content: Passage
  /// The last sentence, where it dates the work.
  var deadline: Passage
}

/// Reads orders in prose. A sentence is one only where it opens with `Giao` or with a body's name, and `chủ trì` follows
/// the names at once.
struct ProseReader: Sendable {
  typealias Orders = RuleBook<Statement, ProseAssignment>

  let orders: Orders
  let brackets: BracketReader

  init(_ phrases: Phrases, own: OwnNames = OwnNames([])) {
    let grammar = OrderGrammar(phrases, own: own)
    orders = Orders("Who is to do what, by this sentence?", [grammar.led, grammar.plain])
    brackets = BracketReader(grammar.names, grammar.times, phrases)
  }

  /// The order that a sentence gives, and the rule that read it; nil for a sentence that orders nothing.
  func read(_ statement: Statement) -> Orders.Finding? { orders.answer(to: statement) }

  /// What a bracket under a piece of work says.
  func bracketed(_ statement: Statement) -> [AssignmentPart] { brackets.parts(of: statement) }

  /// A piece of work with such a bracket at its end.
  func trailingBracket(_ statement: Statement) -> (work: Passage, parts: [AssignmentPart])? {
    brackets.trailing(statement)
  }
}
