/// One reading of a piece.
struct Candidate {
  /// What the language model sees: one word, or up to three for a reading that splits the piece.
  var words: (UInt16, UInt16, UInt16)
  var wordCount: UInt8
  /// Cost of reading this as what was seen, nats, weighted against the language model.
  var cost: Float
  /// The same at a sentence's start, where a capital says nothing.
  var initialCost: Float
  /// What is written; readings that differ only for the language model share it.
  var text: String
  /// Added where the words beside it are not in capitals.
  var outsideHeading: Float = 0
  /// The channel's part of the cost, unweighted; negative where the channel had no say.
  var channel: Float = -1
  /// How sure it can be at best, as a margin in nats: a word that no list knows is never certain.
  var ceiling: Float = 99
  /// What the cost says of the first letter's size alone, nats: it does not make the letters less certain.
  var caseCost: Float = 0
  /// Equal for equal `text` within one list.
  var form: UInt16 = 0

  init(_ word: UInt16, cost: Float, initialCost: Float? = nil, channel: Float = -1, text: String) {
    self.channel = channel
    words = (word, 0, 0)
    wordCount = 1
    self.cost = cost
    self.initialCost = initialCost ?? cost
    self.text = text
  }
}

/// A piece of a token with its readings.
struct UnitPlan {
  var kind: Piece.Kind
  /// What was read.
  var text: String
  /// Byte offsets into the token.
  var start, end: Int
  /// Into the store's list.
  var candidates: Range<Int>
  /// Whether it is hardly a word by itself, so that it may have been torn from its neighbour.
  var isFragment = false
  /// Whether it is a word with nothing before it, or after it, in its token: only there can it have been torn.
  var opensToken = false, closesToken = false
}
