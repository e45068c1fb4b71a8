internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules that tell whether a number is a least or a most: `ít nhất 80%`, `không quá 02%`, `65% trở lên`. A number
/// without either is meant exactly.
struct QuantityBounds: Sendable {
  /// A number in its sentence.
  struct Number: Sendable {
    var text: LooseText
    var range: Range<Int>
  }

  typealias Book = RuleBook<Number, Target.Comparator>

  /// Examples are sentences with one number.
  let book: Book

  init(_ phrases: Phrases) {
    book = Book(
      "Is this number a least or a most?",
      [
        Self.behind(phrases.table(of: [.atLeastAfter, .atMostAfter], .quantity)),
        Self.before(phrases.table(of: [.atLeast, .atMost, .atLeastAfter, .atMostAfter], .quantity)), Self.exact,
      ])
  }

  /// No word bounds the number.
  private static let exact = Rule<Number, Target.Comparator>(
    "quantity.exact", certainty: FigureCertainties.target,
    examples: [RuleExample("14 thôn có Tổ công nghệ số", "="), RuleExample("Tăng trưởng đạt 8% một năm", "=")]
  ) { _ in .equal }

  private static func behind(_ words: PhraseTable<Vocabulary.Role>) -> Rule<Number, Target.Comparator> {
    Rule(
      "quantity.bound-behind", certainty: FigureCertainties.target,
      examples: [
        RuleExample("Tỷ lệ thanh toán đạt 65% trở lên", ">="), RuleExample("từ 3% trở xuống", "<="),
        RuleExample("Tối thiểu 80% hồ sơ", nil),
      ]
    ) { number in
      let end = number.range.upperBound
      let behind = LooseText(number.text[end..<min(number.text.count, end + FigureLimits.boundBehind)])
      return words.first(in: behind).flatMap { comparator($0.value) }
    }
  }

  /// At most two words off.
  private static func before(_ words: PhraseTable<Vocabulary.Role>) -> Rule<Number, Target.Comparator> {
    Rule(
      "quantity.bound-before", certainty: FigureCertainties.target,
      examples: [
        RuleExample("Tối thiểu 80% hồ sơ", ">="), RuleExample("thời gian chờ không quá 15 phút", "<="),
        RuleExample("ít nhất đạt 30% chi phí", ">="), RuleExample("14 thôn có Tổ công nghệ số", nil),
        RuleExample("ít nhất là ở các xã, phường, 9 đội hình", nil),
      ]
    ) { number in
      let start = max(0, number.range.lowerBound - FigureLimits.boundBefore)
      let before = LooseText(number.text[start..<number.range.lowerBound])
      return words.all(in: before).last { before.count - $0.range.upperBound <= FigureLimits.betweenBoundAndNumber }
        .flatMap { comparator($0.value) }
    }
  }

  private static func comparator(_ role: Vocabulary.Role) -> Target.Comparator? {
    switch role {
    case .atLeast, .atLeastAfter: .atLeast
    case .atMost, .atMostAfter: .atMost
    default: nil
    }
  }
}

/// How often what this folder finds is a target and read right, 0…1. By judgement.
enum FigureCertainties {
  static let target = 0.9
}

/// How far the grammars of this folder look: distances in scalars of the text, unless said otherwise.
enum FigureLimits {
  /// A word that bounds a number begins this close before it, and ends this close: two short words may stand between.
  static let boundBefore = 20, betweenBoundAndNumber = 6
  /// A word that bounds the number before it ends this close behind it.
  static let boundBehind = 14
  /// The stretches in which the word before a number and the word behind it are looked for.
  static let wordBefore = 14, wordBehind = 8
  /// In words: a unit has no more.
  static let longestUnit = 5
  /// Words of a title without a number, at most.
  static let wordsOfUnnumberedTitle = 10
  /// The words `mục tiêu`, `chỉ tiêu` begin this close to the start of a heading of goals.
  static let goalsInHeading = 24
  /// After these words in a sentence, the colon before the goals stands this close: `các chỉ tiêu chủ yếu sau đây:`.
  static let goalsToColon = 28
}
