/// One reading of a piece.
struct Candidate {
  /// What the language model sees: one word, or up to three for a reading that splits the piece.
  var words: (UInt16, UInt16, UInt16)
  var wordCount: UInt8
  /// Cost of this word having been read as what was seen, nats, weighted against the language model.
  var cost: Float
  /// The same at a sentence's start, where any word has a capital.
  var initialCost: Float
  /// What is written. Readings that are different words of the language model may be written alike.
  var text: String
  /// Added to the cost where the line is not in capitals, nats.
  var outsideHeading: Float = 0
  /// The channel's part of the cost, unweighted, nats; `noChannel` where the reading was not made by the channel.
  var channel = Candidate.noChannel
  /// The most certainty that the reading can have, as a margin in nats: a word that no list knows is never certain.
  var ceiling = Margin.widest
  /// The part of the cost that is for the size of the first letter alone, nats. It does not make the letters themselves
  /// less certain.
  var caseCost: Float = 0
  /// A number that readings with equal `text` share within one list; 0 is the text that was read.
  var form: UInt16 = 0

  static let noChannel: Float = -1

  init(
    _ word: UInt16, cost: Float, initialCost: Float? = nil, channel: Float = Candidate.noChannel, text: String
  ) {
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
  /// Indices into the store's `candidates`.
  var candidates: Range<Int>
  /// Whether it is hardly a word by itself, so that a space may have torn it from its neighbour.
  var isFragment = false
  /// Whether it is a word with nothing before it, or after it, in its token: only there can a space have torn it.
  var opensToken = false, closesToken = false
}
