internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules for numbers in figures: `(1)`, `1)`, `1.`, `1/`, `1.2.3.`.
enum NumberLabelRules {
  static let rules = [bracketed, decimal, decimalLevels]

  private static let bracketed = LabelRule(
    "label.bracketed-number", certainty: SectionCertainty.label,
    examples: [
      RuleExample("(1) Bố trí kinh phí", "(1) | Bố trí kinh phí"), RuleExample("2) Bố trí", "2 | Bố trí"),
      RuleExample("(2025) năm", nil),
    ]
  ) { opening in
    var cursor = Cursor(opening.text, at: opening.start)
    let isOpened = cursor.take(.openBracket)
    guard let ordinal = cursor.number(digits: 1...SectionLimits.digitsOfLabel), cursor.take(.closeBracket) else {
      return nil
    }
    let printed = opening.text[opening.start..<cursor.offset]
    cursor.skipSpaces()
    return LabelCandidate(
      kind: .parenthesis, text: isOpened ? "(\(ordinal))" : "\(ordinal)", printed: printed, ordinal: ordinal,
      end: cursor.offset)
  }

  private static let decimal = LabelRule(
    "label.decimal", certainty: SectionCertainty.label,
    examples: [
      RuleExample("1. Mục đích", "1 | Mục đích"), RuleExample("~ 2.Ban Chỉ đạo xã", "2 | Ban Chỉ đạo xã"),
      RuleExample("1- Nâng cao", "1 | Nâng cao"), RuleExample("1/ Nâng cao", "1 | Nâng cao"),
      RuleExample("3.. Giao Sở", "3 | Giao Sở"), RuleExample("3... Giao Sở", nil),
      RuleExample("4.0, bảo đảm", nil), RuleExample("30.6.2025 và", nil), RuleExample("1.500 lượt", nil),
      RuleExample("12 tháng", nil),
    ]
  ) { reading(of: $0).flatMap { $0.kind == .decimal ? $0 : nil } }

  private static let decimalLevels = LabelRule(
    "label.decimal-levels", certainty: SectionCertainty.label,
    examples: [
      RuleExample("1.1. Kế hoạch", "1.1 | Kế hoạch"), RuleExample("4.6 Về tổ chức", "4.6 | Về tổ chức"),
      RuleExample("1.2.3. Kế hoạch", "1.2.3 | Kế hoạch"), RuleExample("1. Mục đích", nil),
    ]
  ) { reading(of: $0).flatMap { $0.kind == .decimal ? nil : $0 } }

  /// One number or several with points between them, closed by a point or a dash, or by a space where there are several;
  /// nil for other figures: `1.500 lượt`, `4.0,`, `30.6.2025`.
  private static func reading(of opening: LabelOpening) -> LabelCandidate? {
    let text = opening.text
    var (parts, offset) = numbers(of: opening)
    let kinds: [SectionLabel.Kind] = [.decimal, .decimal2, .decimal3]
    guard let ordinal = parts.last, parts.count <= kinds.count else { return nil }
    offset += doubledPoint(in: text, before: offset)
    let isClosed = text.plain[offset - 1] == .period || isDashed(text, at: offset)
    guard isClosed || (parts.count > 1 && offset < text.count && text.plain[offset] == .space) else { return nil }
    let end = text.skipping([.space, .slash, .hyphen], from: offset)
    guard end < text.count, text.beginsHeading(at: end) || (end > offset && text.plain[end].isDigit) else { return nil }
    return LabelCandidate(
      kind: kinds[parts.count - 1], text: parts.map(String.init).joined(separator: "."),
      printed: text[opening.start..<offset], ordinal: ordinal,
      prefix: parts.dropLast().map(String.init).joined(separator: "."), end: end)
  }

  /// 1 where the closing point was read twice (`3.. Giao`), else 0: more points are a blank to be filled in.
  private static func doubledPoint(in text: LooseText, before offset: Int) -> Int {
    guard offset + 1 < text.count, text.plain[offset - 1] == .period, text.plain[offset] == .period else { return 0 }
    return text.plain[offset + 1] == .space ? 1 : 0
  }

  /// The numbers that points part, and where they end.
  private static func numbers(of opening: LabelOpening) -> (parts: [Int], end: Int) {
    let text = opening.text
    var parts: [Int] = []
    var offset = opening.start
    while parts.count < SectionLimits.levelsOfNumbers {
      let end = text.skipping(.decimalDigits, from: offset)
      guard end > offset, end - offset <= SectionLimits.digitsOfLabel, let value = Int(text[offset..<end]), value > 0
      else { break }
      parts.append(value)
      offset = end
      guard offset < text.count, text.plain[offset] == .period else { break }
      offset += 1
    }
    return (parts, offset)
  }

  /// `1- Nâng cao …`, `1/ Nâng cao …`.
  private static func isDashed(_ text: LooseText, at offset: Int) -> Bool {
    offset + 1 < text.count && [.slash, .hyphen].contains(text.plain[offset]) && text.plain[offset + 1] == .space
  }
}

extension LooseText {
  /// A letter stands there, or what opens a bracket or a quotation.
  func beginsHeading(at offset: Int) -> Bool {
    scalars[offset].properties.isAlphabetic || [.openBracket, .quote].contains(plain[offset])
  }
}
