/// How often the rules of this folder are right where their input was read right, 0…1. They were set by judgement on the
/// samples of `corpus/`; records carry the names of the rules, so that corrections can measure them.
enum AssignmentCertainties {
  /// A label with its colon says what its value is.
  static let label = 0.97
  /// A label or a column says what comes of the work.
  static let product = 0.95
  /// A bracket names bodies and what they do with the words of labels.
  static let bracket = 0.97
  /// A label that no table has, known by what stands behind it.
  static let unknownLabel = 0.7
  /// A sentence is read by the order of its words alone.
  static let order = 0.85
}

/// How far the grammars of this folder look: distances in scalars of the text. `CorpusTests` holds what they give.
enum AssignmentLimits {
  /// From the start of a label to its colon, where the label was misread.
  static let longestLabel = 48
  /// In words: of a known label that may have others behind it, at least, and of those, at most.
  static let wordsOfSureLabel = 4, wordsMore = 3
  /// A label that no table has: from its start to its colon, its words; and its value.
  static let longestUnknownLabel = 40, wordsOfUnknownLabel = 7, longestUnknownValue = 200
  /// In words: of a label of the document's own, at most.
  static let wordsOfOwnLabel = 9
  /// In words: of a label that a dash may follow, at least.
  static let wordsOfDashedLabel = 3
  /// A label that stands closer to the start of its line has no piece of work before it: it is a word of the sentence.
  static let shortestWork = 6
  /// A bracket that stands closer to the start of its line has no piece of work before it.
  static let shortestBracketedWork = 8
  /// From the start of the leading body's name to the words that give it the lead, or to its work.
  static let longestNames = 160
  /// From the start of the sentence to the word of order, where one body orders another.
  static let longestOrderer = 80
  /// In characters: a longer text before a duty is a sentence, not the name of a body.
  static let longestBody = 90
  /// In words: a duty under a body's heading, at least.
  static let wordsOfDuty = 3
  /// From `chủ trì` on: the words that show a sentence about those who lead, not an order.
  static let afterLead = 24
}
