/// How far the checks of this folder look, in scalars or characters of the text.
enum CheckLimits {
  /// A longer line above a table is a paragraph of its own, not what the table is called.
  static let longestCaption = 200
  /// The number that counts tasks stands within so many before the word for them.
  static let beforeCounted = 6
}

/// How sure what this folder lists is, 0…1.
enum CheckCertainties {
  /// That a table is one, and which words are its own. By judgement.
  static let table = 0.95
}
