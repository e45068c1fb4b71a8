internal import DocumentModel

/// Figures as they stand in columns of figures, where a reader of print takes some for other signs.
struct AidFigures: Equatable {
  /// Digits only.
  var digits: String
  /// Some were taken for other signs and put right.
  var isRepaired: Bool

  var value: Int? { Int(digits) }

  /// Figures that fill the whole text, with a sign of the column's rules or a stop beside them. Nil where there are others.
  init?(_ text: String) {
    let bare = text.filter { !$0.isWhitespace }.trimmed { ".,:;".contains($0) }
    guard !bare.isEmpty, bare.count <= AidLimits.longestNumber else { return nil }
    let digits = bare.compactMap { $0.isFigure ? $0 : Self.lookalikes[$0] }
    let isFigures = bare.contains(where: \.isFigure) || bare.count > 1 && bare.allSatisfy { Self.strokes.contains($0) }
    guard digits.count == bare.count, isFigures else { return nil }
    (self.digits, isRepaired) = (String(digits), !bare.allSatisfy(\.isFigure))
  }

  /// Signs that figures are taken for, each with its figure. Some of them are strokes that look like a 1.
  private static let lookalikes: [Character: Character] = [
    "I": "1", "l": "1", "|": "1", "]": "1", "[": "1", "!": "1", "i": "1", "O": "0", "o": "0", "S": "5", "s": "5",
    "B": "8", "Z": "2", "z": "2", "G": "6", "g": "9", "q": "9",
  ]
  private static let strokes: Set<Character> = ["I", "l", "|", "]", "["]

  /// What figures may stand for, the likeliest first: a bracket is a 1, or a piece of the rule beside them.
  static func candidates(_ text: String) -> [AidFigures] {
    let inner = String(text.trimmed { "[]|".contains($0) || $0.isWhitespace })
    let whole = AidFigures(text)
    guard inner != text, var other = AidFigures(inner) else { return whole.map { [$0] } ?? [] }
    other.isRepaired = true
    return (whole.map { [$0] } ?? []) + [other]
  }
}

extension Character {
  /// A digit of ours.
  var isFigure: Bool { isASCII && isNumber }
}
