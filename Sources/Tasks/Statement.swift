internal import DocumentModel
internal import Vietnamese

/// A paragraph or a cell beside its loose text, which is made once for all the grammars that read it.
struct Statement: Sendable {
  let passage: Passage
  let text: LooseText

  init(_ passage: Passage) {
    self.passage = passage
    text = LooseText(passage.text)
  }

  /// The words in a range of the text, without the signs at its ends.
  func part(_ range: Range<Int>, without signs: [UInt8]) -> Passage { passage.slice(text.trimmed(range, of: signs)) }
}

extension UInt8 {
  /// A letter of the plain form that is written without marks.
  var isSmallLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
}

/// Which signs are no part of a value, by where the value stands.
extension [UInt8] {
  /// Around a statement of a sentence.
  static let aroundStatement = Array(" .,:;".utf8)
  /// Around the name of a body in a list or a sentence.
  static let aroundName = Array(" .,;:-+".utf8)
  /// Around the name of a body that opens a duty.
  static let aroundDutyBody = Array(" ,:;-".utf8)
  /// Around what a cell or value says of bodies.
  static let aroundCell = Array(" .,:;-".utf8)
  /// Behind the value of a label.
  static let behindValue = Array(" .;,-+".utf8)
  /// The same in a bracket that the value closes.
  static let behindBracketedValue = behindValue + [.closeBracket]
  /// Before the label that a line begins with: bullets and an opening bracket.
  static let beforeLabel = Array("(-+* ".utf8)
  /// Between a piece of work and the label behind it.
  static let behindWork = Array(" (;,-+".utf8)
  /// What a label follows that stands further on in its line.
  static let endsOfValue = Array(".;,-+(".utf8)
  /// Around the number of a row.
  static let aroundNumber = Array(" .,;:)-_".utf8)
  /// Around the symbol of a document, closing quotation marks among them: 2 is any other sign in the plain form.
  static let aroundSymbol = Array(" .,;:)\"'".utf8) + [2]
  /// What joins the parts of a symbol: `02-KH/BCĐTW`.
  static let symbolJoints: [UInt8] = [.hyphen, .slash]
  static let digits = Array("0123456789".utf8)
}
