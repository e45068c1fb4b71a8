internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The start of a line, where a section's number may stand.
struct LabelOpening: Sendable {
  let text: LooseText
  /// Where the number begins, behind the specks that a scan leaves before it.
  let start: Int

  /// Nil where nothing but specks opens the line.
  init?(_ text: LooseText) {
    let start = text.skipping(.specksBeforeLabel, from: 0)
    guard start < min(text.count, SectionLimits.signsBeforeLabel) else { return nil }
    (self.text, self.start) = (text, start)
  }

  /// Whether a number may open the line: the first letters and digits are few, and one of the signs follows them that
  /// close a number or are misread as a part of one. Most lines begin with a word and a space.
  var mayBeNumber: Bool {
    var end = start
    while text.isWord(at: end) { end += 1 }
    guard end > start, end < text.count else { return end == start }
    return end - start <= SectionLimits.lettersOfRoman && [UInt8].closingOrStroke.contains(text.plain[end])
  }
}

extension [UInt8] {
  fileprivate static let specksBeforeLabel: [UInt8] = Array("~.'`*_:|, ".utf8)
  /// Signs between a number and its heading.
  static let closingLabel: [UInt8] = [.period, .hyphen, .closeBracket, .colon, .slash]
  /// Signs behind the first letters or digits of a number.
  fileprivate static let closingOrStroke: [UInt8] = closingLabel + Array("|!][".utf8)
}

typealias LabelRule = Rule<LabelOpening, LabelCandidate>

/// The rules for numbers of sections that are named: `PHẦN I`, `Phần thứ nhất`, `Chương II`, `MỤC 1`, `Điều 3.`,
/// `PHỤ LỤC` (Nghị định 30/2020/NĐ-CP, Phụ lục I).
struct NamedLabelRules: Sendable {
  private let names: PhraseTable<SectionName>
  /// `nhất`, `hai`, … in their order.
  private let ordinals: [String]

  init(_ phrases: Phrases) {
    let roles: [(Vocabulary.Role, SectionLabel.Kind)] = [
      (.annex, .annex), (.part, .part), (.chapter, .chapter), (.section, .section), (.article, .article),
    ]
    func wordings(_ role: Vocabulary.Role) -> [String] { phrases.vocabulary.wordings(of: role, .section) }
    let part = wordings(.part).first ?? ""
    names = PhraseTable(
      roles.flatMap { role, kind in wordings(role).map { ($0, SectionName(kind: kind, printed: $0)) } }
        + wordings(.partInWords).map { ($0, SectionName(kind: .part, printed: part, isInWords: true)) })
    ordinals = wordings(.ordinal)
  }

  var rules: [LabelRule] {
    [
      rule(
        "label.annex", .annex,
        [
          RuleExample("PHỤ LỤC", "PHỤ LỤC |"), RuleExample("Phụ lục II", "PHỤ LỤC II |"),
          RuleExample("PHỤ LỤC 1. DANH MỤC", "PHỤ LỤC 1 | DANH MỤC"), RuleExample("Phụ lục này gồm", nil),
          RuleExample("phụ lục", nil),
        ]),
      rule(
        "label.part", .part,
        [
          RuleExample("PHẦN I. QUAN ĐIỂM", "PHẦN I | QUAN ĐIỂM"), RuleExample("PHẦN 1 QUAN ĐIỂM", "PHẦN 1 | QUAN ĐIỂM"),
          RuleExample("Phần mềm dùng chung", nil),
        ]),
      LabelRule(
        "label.part-in-words", certainty: SectionCertainty.label,
        examples: [
          RuleExample("Phần thứ nhất", "PHẦN THỨ NHẤT |"),
          RuleExample("Phần thứ hai: MỤC TIÊU", "PHẦN THỨ HAI | MỤC TIÊU"),
          RuleExample("Phần thứ tự", nil),
        ]
      ) { reading(at: $0)?.inWords },
      rule(
        "label.chapter", .chapter,
        [
          RuleExample("Chương II.", "CHƯƠNG II |"), RuleExample("CHƯƠNG I QUY ĐỊNH CHUNG", "CHƯƠNG I | QUY ĐỊNH CHUNG"),
          RuleExample("Chương trình hành động", nil),
        ]),
      rule(
        "label.section", .section,
        [RuleExample("Mục 1. Quản lý", "MỤC 1 | Quản lý"), RuleExample("Mục 1 của Kế hoạch", nil)]),
      rule(
        "label.article", .article,
        [
          RuleExample("Điều 3. Hiệu lực", "Điều 3 | Hiệu lực"), RuleExample("Điều 2: Nay", "Điều 2 | Nay"),
          RuleExample("Dieu l. Pham vi", "Điều I | Pham vi"), RuleExample("Điều 3 của Luật", nil),
        ]),
    ]
  }

  /// Whether a name of sections opens the line; no rule applies where none does.
  func mayApply(to opening: LabelOpening) -> Bool { reading(at: opening) != nil }

  private func rule(_ name: String, _ kind: SectionLabel.Kind, _ examples: [RuleExample]) -> LabelRule {
    LabelRule(name, certainty: SectionCertainty.label, examples: examples) { opening in
      guard let reading = reading(at: opening), reading.name.kind == kind, reading.inWords == nil else { return nil }
      return kind == .annex ? reading.annex : reading.numbered
    }
  }

  /// The name that opens a line, in capitals or with one; nil where none does.
  private func reading(at opening: LabelOpening) -> NamedLabelReading? {
    guard opening.text.scalars[opening.start].isCapital,
      let name = names.match(in: opening.text, at: opening.start)
    else { return nil }
    return NamedLabelReading(opening, name.value, nameEnd: name.range.upperBound, ordinals: ordinals)
  }
}

/// What a section's number may be named with.
struct SectionName: Sendable {
  var kind: SectionLabel.Kind
  /// As the label shows it.
  var printed: String
  /// A number in words follows it: `Phần thứ nhất`.
  var isInWords = false
}
