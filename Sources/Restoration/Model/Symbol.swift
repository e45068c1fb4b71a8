/// The numbers of the language model that are not words: what it sees in place of numbers, marks and unknown words.
enum Symbol {
  static let none: UInt16 = 0
  /// Before the first word of a sentence and after its last.
  static let boundary: UInt16 = 1
  static let unknownLower: UInt16 = 2
  static let unknownTitle: UInt16 = 3
  static let unknownUpper: UInt16 = 4
  static let number: UInt16 = 5
  static let date: UInt16 = 6
  static let code: UInt16 = 7
  static let comma: UInt16 = 8
  static let bracket: UInt16 = 9
  static let dash: UInt16 = 10
  static let slash: UInt16 = 11
  static let mixed: UInt16 = 12
  static let firstWord: UInt16 = 16

  /// The symbol of a piece; for a word, that of an unknown one.
  static func of(_ kind: Piece.Kind) -> UInt16 {
    switch kind {
    case .word: unknownLower
    case .mixed: mixed
    case .number: number
    case .date: date
    case .code: code
    case .comma: comma
    case .stop: boundary
    case .bracket: bracket
    case .dash: dash
    case .slash: slash
    }
  }

  /// The symbol of a word that the model does not have.
  static func unknown(_ shape: CaseShape) -> UInt16 {
    switch shape {
    case .lower: unknownLower
    case .title: unknownTitle
    case .upper, .mixed: unknownUpper
    }
  }
}
