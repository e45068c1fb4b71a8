internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules for Roman numbers: `I.`, `I-`, `I)`, `I/`, and what they are misread as.
enum RomanLabelRules {
  static let rules = [roman, misread]

  private static let roman = LabelRule(
    "label.roman", certainty: SectionCertainty.label,
    examples: [
      RuleExample("I. MỤC TIÊU", "I | MỤC TIÊU"), RuleExample("IV- Kinh phí", "IV | Kinh phí"),
      RuleExample("II/ Kinh phí", "II | Kinh phí"), RuleExample("I/O của máy", nil),
      RuleExample("V.TỔ CHỨC THỰC HIỆN", "V | TỔ CHỨC THỰC HIỆN"), RuleExample("11. BỐ CỤC", nil),
      RuleExample("IX", nil),
    ]
  ) { reading(of: $0).flatMap { $0.isClean ? $0 : nil } }

  private static let misread = LabelRule(
    "label.roman-misread", certainty: SectionCertainty.label,
    examples: [
      RuleExample("11. BỐ CỤC", "II | BỐ CỤC"), RuleExample("I11. ĐỀ NGHỊ", "III | ĐỀ NGHỊ"),
      RuleExample("1V. KINH PHÍ", "IV | KINH PHÍ"), RuleExample("H. BỐ CỤC", "II | BỐ CỤC"),
      RuleExample("Il]. ĐỀ NGHỊ", "III | ĐỀ NGHỊ"), RuleExample("HI. NHÂN LỰC", "III | NHÂN LỰC"),
      RuleExample("I. MỤC TIÊU", nil),
    ]
  ) { reading(of: $0).flatMap { $0.isClean ? nil : $0 } }

  /// A number of strokes and a closing sign before a letter; its ordinal is 0 where the strokes make no number. Nil for
  /// anything else.
  private static func reading(of opening: LabelOpening) -> LabelCandidate? {
    let text = opening.text, start = opening.start
    var end = start
    while end < text.count, end - start < SectionLimits.lettersOfRoman,
      Letters.romanStrokes.contains(text.scalars[end])
        || end > start && Letters.smallRomanStrokes.contains(text.scalars[end])
    { end += 1 }
    guard end > start, end < text.count else { return nil }
    let printed = text[start..<end]
    let ordinal = RomanRepair.value(of: printed) ?? 0
    // Figures before a stroke are a date or a share: `11/ …`.
    let isStroke =
      text.plain[end] == .slash && romanValue(printed) == ordinal && text.skipping([.space], from: end + 1) > end + 1
    guard isStroke || [.period, .hyphen, .closeBracket].contains(text.plain[end]) else { return nil }
    guard ordinal <= SectionLimits.highestRoman else { return nil }
    let heading = text.skipping([.space] + .closingLabel, from: end)
    guard heading < text.count, text.scalars[heading].properties.isAlphabetic else { return nil }
    return LabelCandidate(
      kind: .roman, text: romanNumeral(max(1, ordinal)), printed: text[start..<end + 1], ordinal: ordinal,
      end: heading, isClean: romanValue(printed) == ordinal)
  }
}
