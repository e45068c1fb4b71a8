/// How far the checks of this folder look.
enum CheckLimits {
  /// In characters: a longer line above a table is a paragraph of its own, not the table's caption.
  static let longestCaption = 200
  /// In scalars: a number that counts tasks ends this close before the word for them, `32 nhiệm vụ`.
  static let beforeCounted = 6
}

/// How sure the listings of this folder are, 0…1.
enum CheckCertainties {
  /// That a table is one, and which words belong to it. By judgement; no figure measures it.
  static let table = 0.95
}
