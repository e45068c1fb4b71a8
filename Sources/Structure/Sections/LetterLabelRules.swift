internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules for letters: `a)`, `đ)`, `a.`, `A.`, `A-`, and what they are misread as.
enum LetterLabelRules {
  static let rules = [doubledCapital, capital, letter, misread]

  private static let doubledCapital = LabelRule(
    "label.capital-doubled", certainty: SectionCertainty.label,
    examples: [
      RuleExample("Cc. TỔ CHỨC THỰC HIỆN", "C | TỔ CHỨC THỰC HIỆN"), RuleExample("Cc. Tổ chức", nil),
      RuleExample("C. TỔ CHỨC", nil),
    ]
  ) { doubled(in: $0) }

  private static let capital = LabelRule(
    "label.capital", certainty: SectionCertainty.label,
    examples: [
      RuleExample("A. MỤC TIÊU", "A | MỤC TIÊU"), RuleExample("B- NỘI DUNG", "B | NỘI DUNG"),
      RuleExample("a) Xây dựng", nil),
    ]
  ) { reading(of: $0).flatMap { $0.kind == .capital ? $0 : nil } }

  private static let letter = LabelRule(
    "label.letter", certainty: SectionCertainty.label,
    examples: [
      RuleExample("a) Xây dựng", "a | Xây dựng"), RuleExample("đ) Phân công", "đ | Phân công"),
      RuleExample("b. Phân công", "b | Phân công"), RuleExample("¢) Phân công", nil),
      RuleExample("a- Xây dựng", "a | Xây dựng"),
      RuleExample("a-Xây dựng", nil), RuleExample("b- phân công", nil),
    ]
  ) { reading(of: $0).flatMap { $0.kind == .letter && $0.isClean ? $0 : nil } }

  private static let misread = LabelRule(
    "label.letter-misread", certainty: SectionCertainty.label,
    examples: [
      RuleExample("¢) Phân công", "c | Phân công"), RuleExample("6) Phân công", "b | Phân công"),
      RuleExample("A) Phân công", "a | Phân công"), RuleExample("c) Phân công", nil),
    ]
  ) { reading(of: $0).flatMap { $0.kind == .letter && !$0.isClean ? $0 : nil } }

  /// One letter, or what it is misread as, a closing sign and a heading; nil for anything else. A capital before a bracket
  /// (`A)` between `b)` and `d)`) is a misread small letter.
  private static func reading(of opening: LabelOpening) -> LabelCandidate? {
    let text = opening.text, start = opening.start
    guard start + 2 < text.count, !text.isWord(at: start + 1),
      !text.plain[start].isDigit || Letters.misreadInLists[Character(text.scalars[start])] != nil
    else { return nil }
    let sign = Character(text.scalars[start]), mark = text.plain[start + 1]
    let isCapital = text.scalars[start].isCapital && mark != .closeBracket
    let end = text.skipping([.space], from: start + 2)
    // `a- Xây dựng`: a small letter by itself, and a capital behind the dash.
    let isDashed =
      mark == .hyphen && end > start + 2 && end < text.count && text.scalars[end].isCapital
      && text.scalars[start].properties.isLowercase && !text.plain[start].isDigit
    guard [.closeBracket, .period].contains(mark) || (mark == .hyphen && isCapital) || isDashed else { return nil }
    guard end < text.count, text.beginsHeading(at: end) || text.plain[end].isDigit,
      let place = place(of: sign, isBracketed: mark == .closeBracket)
    else { return nil }
    return LabelCandidate(
      kind: isCapital ? .capital : .letter, text: isCapital ? String(sign) : String(Letters.ofLists[place]),
      printed: text[start..<start + 2], ordinal: place + 1, end: end,
      isClean: isCapital || text.scalars[start].properties.isLowercase)
  }

  /// The place of a sign in the alphabet of lists, from 0. A sign before a bracket that is no letter has the first: what
  /// letter it is, its place among the others will tell. Nil for other signs.
  private static func place(of sign: Character, isBracketed: Bool) -> Int? {
    let letter = Letters.misreadInLists[sign] ?? Character(lowercased(String(sign)))
    return Letters.ofLists.firstIndex(of: letter) ?? (isBracketed ? Letters.ofLists.startIndex : nil)
  }

  /// `Cc. TỔ CHỨC THỰC HIỆN`: a bold capital read twice, once small. Nil where no capitals follow it.
  private static func doubled(in opening: LabelOpening) -> LabelCandidate? {
    let text = opening.text, start = opening.start
    guard start + 4 < text.count, text.scalars[start].isCapital, !text.scalars[start + 1].isCapital,
      text.plain[start] == text.plain[start + 1], text.plain[start + 2] == .period,
      let place = place(of: Character(text.scalars[start]), isBracketed: false)
    else { return nil }
    let end = text.skipping([.space], from: start + 3)
    guard LooseText(text[end..<text.count]).isCapitals else { return nil }
    return LabelCandidate(
      kind: .capital, text: String(text.scalars[start]), printed: text[start..<start + 3], ordinal: place + 1, end: end,
      isClean: false)
  }
}
