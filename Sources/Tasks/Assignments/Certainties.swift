/// How often the rules of this folder are right where their input was read right, 0…1. They were set by judgement on the
/// samples of `corpus/`; `sohoa` counts corrections against the rules' names, which is what will measure them.
enum Certainties {
  /// A label with its colon says what its value is.
  static let label = 0.97
  /// What comes of the work, from a label or a column.
  static let product = 0.95
  /// A bracket names bodies and what they do with the words of labels.
  static let bracket = 0.97
  /// A sentence is read by the order of its words alone.
  static let order = 0.85
}

/// How far the grammars of this folder look, in scalars of the text.
enum Limits {
  /// A colon further into a sentence is no label's.
  static let longestLabel = 48
  /// Work of fewer letters before a label is none: the label is a word of the sentence.
  static let shortestWork = 12
  /// The same before a bracket that names bodies.
  static let shortestBracketedWork = 8
  /// The leading body is named within so many.
  static let longestNames = 160
  /// One that orders another is named within so many.
  static let longestOrderer = 80
  /// The body that opens a duty has a name of so many characters at most: more is a sentence.
  static let longestBody = 90
  /// The words behind `chủ trì` that tell a sentence from a name stand within so many.
  static let afterLead = 24
}
