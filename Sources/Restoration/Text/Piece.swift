/// A part of a white-space token that is one symbol to the language model.
struct Piece: Hashable {
  enum Kind: UInt8 {
    /// Letters only, or letters with an apostrophe or a garbled sign among them.
    case word
    /// Letters and digits without signs between them: `A4`, `COVID19`, or a garbled `d6i`.
    case mixed
    case number, date
    /// A document symbol or an address: `02-KH/BCĐTW`, `a@b.vn`.
    case code
    case comma, stop, bracket, dash, slash

    /// Whether the recogniser's other readings of the token may replace it.
    var isOpen: Bool { self == .word || self == .mixed }
  }

  var kind: Kind
  /// UTF-8 offsets into the text that was scanned.
  var start, end: Int
}
