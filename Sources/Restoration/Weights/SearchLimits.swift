/// How far the searches of restoration look: wider ones find little more and take longer.
///
/// The table "Speed and size" of docs/accuracy-restoration.md says what these cost; `make bench` measures it. Costs are
/// in nats.
enum SearchLimits {
  /// Contexts of the language model that are kept after each unit of a paragraph, and how much worse than the best one
  /// they may be.
  static let beam = 12, beamWidth: Float = 10
  /// Units of a paragraph that are decoded at once; a longer paragraph is cut.
  static let longestLattice = 3000
  /// Units on each side of a doubtful one that are read with it on the second pass.
  static let secondPassNeighbours = 3
  /// A word is read again on the second pass if another reading comes nearer than this.
  static let closeMargin: Float = 7
  /// Neighbours are asked about readings that by themselves cost less than this more than the cheapest, nats.
  static let neighboursReach: Float = 6

  /// Readings of one garbled token; of one symbol, and of one of its groups.
  static let readings = 24, symbolReadings = 6, symbolPartReadings = 4
  /// Readings of a token as a number and a word, as two words in garbled and in stripped text, and of each half.
  static let splitNumbers = 16, gluedPairs = 8, strippedPairs = 12, gluedHalves = 3
  /// Readings of a word that `explain` shows.
  static let explained = 6

  /// A match in a trie may be this much worse than the best one.
  static let spread: Float = 9
  /// No match costs more than `ceiling`, plus `ceilingPerCharacter` for each character that was read.
  static let ceiling: Float = 10, ceilingPerCharacter: Float = 1.2
  /// The same two limits for the halves of a glued word, of which there are many.
  static let halfSpread: Float = 4, halfCeiling: Float = 2
  /// A half of a glued word must cost the channel less than this.
  static let halfCost: Float = 5
  /// No group of letters of a document symbol costs more than this, plus the second for each character.
  static let symbolPart: Float = 6, symbolPartPerCharacter: Float = 1.5
  /// A group of letters that costs more is also looked for as two groups.
  static let symbolPartIsPoor: Float = 3

  /// The syllables that are searched for cost less than this by their frequency: rarer ones would be found by chance.
  static let rarestWord: Float = 14.5
  /// A word alone that costs more than this may be a fragment that a space tore off.
  static let rareFragment: Float = 7

  /// Characters of a token that may be a word or two; letters of a syllable, with one letter read as two; bytes of a
  /// word in the model's list.
  static let longestToken = 14, longestSyllable = 8, longestModelWord = 24
  /// Letters of the shortest token that may be two words, and letters of each of the two at least.
  static let shortestGlued = 4, shortestHalf = 2
  /// Characters of a group of letters in a document symbol; bytes of a whole symbol: longer ones are addresses or
  /// debris.
  static let longestSymbolPart = 12, longestSymbol = 60
}

/// How certain a decision is, as a margin: the cost in nats that the best other reading of the place has more.
enum Margin {
  /// The margin where there is no other reading.
  static let widest: Float = 99
  /// A runner-up within this margin is kept as an alternative of the word.
  static let shown: Float = 12
}
