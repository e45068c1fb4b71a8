internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What has been read of a subject or an addressee, and the line after it.
struct SubjectSeam: Sendable {
  let subject: Passage
  let line: FlowLine
  /// Of the subject's last line: how far its ends are from the edges of the page's text, in heights of a line; nil
  /// where that is not known.
  var lastIndent: (left: Double, right: Double)?

  /// The last word read, as printed; empty where nothing has been read.
  var lastWord: String { subject.words.last?.text ?? "" }
}

/// Whether a subject goes on with the next line. Its end has no mark: it is known by how it stops and by how the text
/// that follows opens.
enum SubjectStep: Sendable { case ends, goesOn }

/// The rules that say where a subject ends. In their examples `¶` parts the lines, `¶¶` stands for a blank line,
/// and `⇥` and `⇤` open a line that has the margins of a text, with an indented first line or without, below a centred one.
struct SubjectRules: Sendable {
  /// Name of the rule that finds a subject behind `V/v`, and of the one that finds it under the type's name.
  static let behindAbout = "subject.v-v", underType = "subject.under-type"
  /// Behind `Về việc` where a công văn prints it under its number, and under the number without either.
  static let behindAboutInFull = "subject.ve-viec", underNumber = "subject.under-number"

  let words: LetterheadWords
  let labels: SectionLabelReader
  /// How the text after a subject opens.
  let openings: PhraseTable<Bool>
  /// How names of bodies begin.
  let heads: PhraseTable<Bool>
  /// Words that leave a line unfinished, so that the next line does not open the text.
  let unfinished: Set<String>

  init(_ phrases: Phrases, _ words: LetterheadWords, _ labels: SectionLabelReader) {
    (self.words, self.labels) = (words, labels)
    openings = phrases.table(.opening, .heading)
    heads = phrases.names(.head)
    unfinished = phrases.words(.unfinished, .sentence)
  }

  typealias SeamRule = Rule<SubjectSeam, SubjectStep>

  var book: RuleBook<SubjectSeam, SubjectStep> {
    RuleBook(
      "does the subject end before this line",
      [
        capitals, addressee, item, belonging, bracket, label, capitalsGoOn, paragraph, comma, smallLetter, stop,
        openingBehindGap, preamble, unfinishedLine, opening, gap, shortLine,
      ])
  }

  private func rule(
    _ name: String, _ step: SubjectStep, _ examples: [RuleExample],
    where holds: @escaping @Sendable (SubjectSeam) -> Bool
  ) -> SeamRule {
    SeamRule(name, certainty: LetterheadCertainty.introduced, examples: examples) { holds($0) ? step : nil }
  }

  /// A subject in capitals itself goes on with them, but for the name of a body, which stands again under a decision's.
  private var capitals: SeamRule {
    rule(
      "subject.ends-at-capitals", .ends,
      [
        RuleExample("Về việc thử ¶ ỦY BAN NHÂN DÂN", "ends"), RuleExample("Về việc thử ¶ nghiệm", nil),
        RuleExample("VỀ VIỆC THỬ ¶ ỦY BAN NHÂN DÂN", "ends"), RuleExample("VỀ VIỆC THỬ ¶ NGHIỆM TẠI XÃ", nil),
      ]
    ) { [heads] seam in
      guard seam.line.text.isCapitals else { return false }
      return !LooseText(seam.subject.text).isCapitals || heads.match(in: seam.line.text, at: 0) != nil
    }
  }

  private var capitalsGoOn: SeamRule {
    rule(
      "subject.goes-on-in-capitals", .goesOn,
      [RuleExample("VỀ VIỆC THỬ ¶ NGHIỆM TẠI XÃ", "goes on"), RuleExample("Về việc thử ¶ nghiệm", nil)]
    ) { seam in
      seam.line.text.isCapitals && !seam.line.hasGapBefore && LooseText(seam.subject.text).isCapitals
    }
  }

  private var addressee: SeamRule {
    rule(
      "subject.ends-at-addressee", .ends,
      [RuleExample("Về việc thử ¶ Kính gửi: Sở Nội vụ", "ends"), RuleExample("Về việc thử ¶ Kinh gtri: So", "ends")]
    ) { [words] in words.endOfAddressing(in: $0.line.text) != nil }
  }

  private var item: SeamRule {
    rule(
      "subject.ends-at-item", .ends,
      [RuleExample("Về việc thử ¶ - Căn cứ Luật", "ends"), RuleExample("Về việc thử ¶ -5 độ", nil)]
    ) { $0.line.bullet != nil }
  }

  private var belonging: SeamRule {
    rule(
      "subject.ends-at-belonging", .ends,
      [
        RuleExample("Thi hành Luật ¶ (Ban hành kèm theo Quyết định số 1/QĐ-TTg)", "ends"),
        RuleExample("Thi hành Luật ¶ (Kèm theo Tờ trình)", "ends"), RuleExample("Thi hành Luật ¶ (lần 2)", nil),
      ]
    ) { [words] in words.opensBelonging($0.line.text) }
  }

  private var bracket: SeamRule {
    rule(
      "subject.ends-at-bracket", .ends,
      [
        RuleExample("Dự chi kinh phí năm 2010 ¶ (Theo Thông tư số 1)", "ends"),
        RuleExample("Dự chi kinh phí ¶ (đợt 2)", nil),
      ]
    ) { [openings] in
      $0.line.text.plain.first == .openBracket && openings.match(in: $0.line.text, at: 1) != nil
        && $0.line.text.scalars.dropFirst().first?.isCapital == true
    }
  }

  /// A subject is centred, in lines as long as they may be; the text begins with an indented line that goes to the right
  /// margin, or with a full line below one that has room at both sides.
  private var paragraph: SeamRule {
    rule(
      "subject.ends-at-paragraph", .ends,
      [
        RuleExample("Về việc thử ¶⇥ Cơn bão số 3 đã gây", "ends"),
        RuleExample("Về việc thử ¶⇤ Cơn bão số 3 đã gây", "ends"),
        RuleExample("Về việc thử ¶ Cơn bão số 3", nil),
      ]
    ) { seam in
      guard let last = seam.lastIndent, let next = seam.line.indent, seam.line.text.beginsWithCapital else {
        return false
      }
      guard abs(last.left - last.right) < LetterheadLimits.offCentre, next.right < LetterheadLimits.fullLine else {
        return false
      }
      let isIndented = next.left > next.right + LetterheadLimits.firstLineIndent
      let isFull = next.left < LetterheadLimits.fullLine
      return isIndented || isFull && min(last.left, last.right) > LetterheadLimits.roomBesideSubject
    }
  }

  private var label: SeamRule {
    rule(
      "subject.ends-at-label", .ends,
      [RuleExample("Về việc thử ¶ I. Mục tiêu", "ends"), RuleExample("Về việc thử ¶ 1.500 lượt", nil)]
    ) { [labels] in $0.line.text.beginsWithCapital && !labels.read($0.line.text).isEmpty }
  }

  private var comma: SeamRule {
    rule(
      "subject.goes-on-behind-comma", .goesOn,
      [RuleExample("Về số hóa, ¶ Lưu trữ", "goes on"), RuleExample("Về số hóa ¶ Lưu trữ", nil)]
    ) { $0.lastWord.hasSuffix(",") }
  }

  private var smallLetter: SeamRule {
    rule(
      "subject.goes-on-in-small-letters", .goesOn,
      [RuleExample("Về việc thử ¶ nghiệm", "goes on"), RuleExample("Về việc thử ¶ Nghiệm", nil)]
    ) { $0.line.beginsSmall }
  }

  private var stop: SeamRule {
    rule(
      "subject.ends-behind-stop", .ends,
      [RuleExample("Về việc thử. ¶ Nội dung", "ends"), RuleExample("Về việc thử; ¶ Nội dung", "ends")]
    ) { $0.lastWord.hasSuffix(".") || $0.lastWord.hasSuffix(";") }
  }

  private var openingBehindGap: SeamRule {
    rule(
      "subject.ends-at-opening-behind-gap", .ends,
      [RuleExample("của ¶¶ Thực hiện Nghị quyết", "ends"), RuleExample("của ¶ Thực hiện Nghị quyết", nil)]
    ) { [self] in $0.line.hasGapBefore && opens($0.line) }
  }

  /// `Căn cứ Luật …;`: a whole clause of the preamble, whatever word the subject ends with (`… của cấp trên`).
  private var preamble: SeamRule {
    rule(
      "subject.ends-at-preamble", .ends,
      [
        RuleExample("chỉ đạo của cấp trên ¶ Căn cứ Luật Đầu tư công số 58/2024/QH15;", "ends"),
        RuleExample("của ¶ Thực hiện Nghị quyết", nil),
      ]
    ) { [self] in $0.line.string.hasSuffix(";") && opens($0.line) }
  }

  private var unfinishedLine: SeamRule {
    rule(
      "subject.goes-on-unfinished", .goesOn,
      [RuleExample("của Ban và ¶ Ngày hội", "goes on"), RuleExample("của Ban ¶ Ngày hội", nil)]
    ) { [unfinished] in unfinished.contains(lowercased($0.lastWord)) }
  }

  private var opening: SeamRule {
    rule(
      "subject.ends-at-opening", .ends,
      [RuleExample("Về việc thử ¶ Căn cứ Luật", "ends"), RuleExample("Về việc thử ¶ Phú Lương", nil)]
    ) { [self] in opens($0.line) }
  }

  private var gap: SeamRule {
    rule(
      "subject.ends-at-gap", .ends,
      [RuleExample("Về việc thử ¶¶ Phú Lương", "ends"), RuleExample("Về việc thử ¶ Phú Lương", nil)]
    ) { $0.line.hasGapBefore && $0.line.text.beginsWithCapital }
  }

  /// A subject's lines are as long as they may be but for the last: below a short one, a long line with a capital is text.
  private var shortLine: SeamRule {
    rule(
      "subject.ends-at-short-line", .ends,
      [
        RuleExample("giải phóng mặt bằng ¶ Yêu cầu nhiệm vụ trong tình hình mới đòi hỏi công tác quản lý", "ends"),
        RuleExample("giải phóng mặt bằng ¶ Thành phố Hồ Chí Minh", nil),
      ]
    ) { seam in
      let last = seam.subject.words.reversed().prefix { $0.line == seam.subject.words.last?.line }
      let count = last.reduce(0) { $0 + $1.text.count + 1 }, next = seam.line.text.count
      return seam.line.text.beginsWithCapital && next >= LetterheadLimits.lettersOfTextLine
        && Double(count) < LetterheadLimits.shortLine * Double(next)
    }
  }

  /// `Căn cứ …`; a text may open with the name of a body, a list of addressees has such names.
  func opensText(_ line: LooseText) -> Bool {
    openings.match(in: line, at: 0) != nil && heads.match(in: line, at: 0) == nil
  }

  private func opens(_ line: FlowLine) -> Bool {
    line.text.beginsWithCapital && openings.match(in: line.text, at: 0) != nil
  }
}
