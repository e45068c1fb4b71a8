/// A part of a white-space token that the language model sees as one symbol.
struct Piece: Hashable {
  enum Kind: UInt8 {
    /// Letters only, or letters around an apostrophe or a garbled sign.
    case word
    /// Letters and digits with nothing between them: `A4`, `COVID19`, or a garbled `d6i`.
    case mixed
    case number, date
    /// A document symbol, an address, anything that has its own grammar: `02-KH/BCĐTW`, `a@b.vn`.
    case code
    case comma, stop, bracket, dash, slash

    /// Whether the decoder looks for other readings of it.
    var isOpen: Bool { self == .word || self == .mixed }
  }

  var kind: Kind
  /// Byte offsets into the text that was scanned.
  var start, end: Int
}
