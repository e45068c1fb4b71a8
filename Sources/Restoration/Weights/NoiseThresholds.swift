/// Where the counts of a `NoiseDetector.Census` part one noise from another. All shares are of the words of the part.
///
/// Chosen by trial; "clean" in the first table of docs/accuracy-restoration.md is measured with them (139,000 words,
/// none changed), and `NoiseTests` holds a text on each side.
enum NoiseThresholds {
  /// Good Vietnamese has letters that only Vietnamese has in two words of three. A part with a larger share than this
  /// was written or read by somebody who knows them.
  static let vietnamese: Float = 0.18
  /// Words with marks that are no syllables, by which a Vietnamese model betrays itself: a share of the whole document,
  /// and a number of words at least.
  static let brokenShare: Float = 0.006, brokenWords: Float = 3
  /// Words with foreign accents, and these together with words that hold signs or digits: more than an English or
  /// French quotation would bring.
  static let accented: Float = 0.06, accentedOrOdd: Float = 0.1
  /// Such a part must also consist mostly of Vietnamese: syllables without marks and words with accents together.
  static let syllablesBesideAccents: Float = 0.5
  /// The share of syllables without marks in a text that lost its marks.
  static let syllables: Float = 0.7

  /// What the two paragraphs before and after count beside the paragraph itself.
  static let neighbours = 2, neighbourWeight: Float = 0.5
  /// The whole document counts as this many words beside the paragraph.
  static let documentWords: Float = 12
  /// Longest token with signs or digits among its letters that may be a garbled word.
  static let longestOddWord = 6
}
