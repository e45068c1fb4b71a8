internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The rules that say what one half of a letterhead's line is.
struct HeadPieceRules: Sendable {
  let words: LetterheadWords
  let types: DocumentTypes
  /// Marks of secrecy and urgency.
  let marks: PhraseTable<Bool>
  /// First words of titles that are those of no listed type.
  let titles: PhraseTable<Bool>

  /// Names of the rules that find whom a paper is for, and the names of bodies.
  static let addresseeRule = "letterhead.addressee", capitalsRule = "letterhead.capitals"
  static let numberLineRule = "letterhead.number-line", misreadTypeRule = "letterhead.type-misread"

  typealias PieceRule = Rule<HeadHalf, HeadPiece>

  var book: RuleBook<HeadHalf, HeadPiece> {
    RuleBook(
      "what is this piece of the letterhead",
      [ornament, national, number, placeAndDay, placeAndFigures, numberLine, about, aboutInFull, addressee, mark]
        + typeRules + [title, capitals, other])
  }

  private var ornament: PieceRule {
    PieceRule(
      "letterhead.ornament", certainty: 1,
      examples: [RuleExample("-----", "ornament"), RuleExample("* * *", "ornament"), RuleExample("*a", nil)]
    ) { half in half.text.isOrnament ? .ornament : nil }
  }

  private var national: PieceRule {
    PieceRule(
      "letterhead.national-name", certainty: 1,
      examples: [
        RuleExample("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "national"),
        RuleExample("ĐẢNG CỘNG SẢN VIỆT NAM", "national"),
        RuleExample("CONG HOA XA HQI CHU NGHIA VIET NAM", "national"),
        RuleExample("Độc lập - Tự do - Hạnh phúc", "national"), RuleExample("Dgc 1ap - Tw do - Hanh phc", "national"),
        RuleExample("Đảng Cộng sản Việt Nam", nil),
      ]
    ) { [words] half in
      let start = words.nationalName(in: half.text)?.lowerBound ?? words.motto(in: half.text)?.lowerBound
      return start.map { $0 < LetterheadLimits.lettersBeforeNationalName } == true ? .national : nil
    }
  }

  private var number: PieceRule {
    PieceRule(
      Self.numberLineRule, certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("Số: 05 /KH-UBND", "number 05 KH-UBND"), RuleExample("Số 12-KH/ĐU", "number 12 KH-ĐU"),
        RuleExample("Số: /TTr-UBND", "number – TTr-UBND"), RuleExample("Số: KH-UBND", "number – KH-UBND"),
        RuleExample("S6:68 /KH-UBND", "number 68 KH-UBND"), RuleExample("Số: ƒ1/KH-UBND", "number – KH-UBND"),
        RuleExample("Số: 152/TT r-SXD", "number 152 TTr-SXD"), RuleExample("Số: 01/QĐ - UBND", "number 01 QĐ-UBND"),
        RuleExample("Số: 1084/1999/QĐ-UB", "number 1084/1999 QĐ-UB"), RuleExample("Số liệu báo cáo", nil),
        RuleExample("/KH -ATVSTP", "number – KH-ATVSTP"), RuleExample("SỐ74/KH-CC", "number 74 KH-CC"),
        RuleExample("\"§đT14/KH-UBND”", "number – KH-UBND"), RuleExample("$6: 05/KH-UBND", "number 05 KH-UBND"),
        RuleExample("S601/UBND-TH", "number – UBND-TH"), RuleExample("Số 4.226-KL/TU", "number – KL-TU"),
        RuleExample("Số: 06/CTPH-HPN-BCHQS — Minh Bắc", "number 06 CTPH-HPN-BCHQS"),
        RuleExample("Số 435/UBND-VX.", "number 435 UBND-VX"), RuleExample("Số: ……-CT/TU", "number – CT-TU"),
        RuleExample("SỞ-NỘI VỤ", nil), RuleExample("Sở/ngành", nil),
        RuleExample("Số://<./QĐ-CC", "number – QĐ-CC"), RuleExample("SỐ:ZJJT/KH -ATTP", "number – KH-ATTP"),
      ]
    ) { [words] half in LetterheadNumber(in: half.text, words).map { .number($0.symbol) } }
  }

  private var numberLine: PieceRule {
    PieceRule(
      "letterhead.number-line-unread", certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("Số: O^/bc-c(", "number line"), RuleExample("S6: / -", "number line"),
        RuleExample("Sở Nội vụ", nil),
        RuleExample("SỞ Y TẾ", nil),
      ]
    ) { [words] half in LetterheadNumber.isNumberLine(half.text, words) ? .numberLine : nil }
  }

  private var placeAndDay: PieceRule {
    PieceRule(
      "letterhead.place-and-day", certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("Hợp Minh, ngày 11 tháng 7 năm 2025", "place Hợp Minh, day 11, month 7, year 2025"),
        RuleExample("Hợp Minh, ngày 11tháng 7 năm 2025", "place Hợp Minh, day 11, month 7, year 2025"),
        RuleExample("Duong Kinh,ngay 6 thang 10 ndam 2025", "place Duong Kinh, day 6, month 10, year 2025"),
        RuleExample("An Khánh, ngày ⟦?⟧ tháng 8 năm 2025", "place An Khánh, day –, month 8, year 2025"),
        RuleExample(": Thanh Hóa, ngày 27 tháng 6 năm 2025", "place Thanh Hóa, day 27, month 6, year 2025"),
        RuleExample("Hà Trung, ngày 6-5-1999", nil), RuleExample("Trong tháng 7 năm 2025", nil),
      ]
    ) { [words] half in Self.placeAndDate(half, words, inFigures: false) }
  }

  private var placeAndFigures: PieceRule {
    PieceRule(
      "letterhead.place-and-figures", certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("Hà Trung, ngày 6-5-1999", "place Hà Trung, day 6, month 5, year 1999"),
        RuleExample("Hà Trung, ngày 06/5/1991", "place Hà Trung, day 6, month 5, year 1991"),
        RuleExample("Hà Trung, ngày 06/5", nil),
      ]
    ) { [words] half in Self.placeAndDate(half, words, inFigures: true) }
  }

  private static func placeAndDate(_ half: HeadHalf, _ words: LetterheadWords, inFigures: Bool) -> HeadPiece? {
    guard let date = words.date(in: half.text), date.isInFigures == inFigures,
      date.range.lowerBound < LetterheadLimits.lettersBeforeDay
    else { return nil }
    return .placeAndDate(place: place(in: half, before: date), date)
  }

  /// The letters before the date; strokes and stamps stand before a place and are no part of its name.
  private static func place(in half: HeadHalf, before date: LetterheadDate) -> Passage {
    let text = half.text, end = date.range.lowerBound
    let colon = text.plain[..<end].lastIndex(of: .colon).map { $0 + 1 } ?? 0
    let start = (colon..<end).first { text.scalars[$0].properties.isAlphabetic } ?? end
    return half.passage.slice(
      text.trimmed(start..<end, of: [.space, .comma, .period, .semicolon, .colon, .hyphen, .underscore, .asterisk]))
  }

  private var about: PieceRule {
    PieceRule(
      SubjectRules.behindAbout, certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("V/v rà soát tài liệu", "about"), RuleExample("V/v: rà soát tài liệu", "about"),
        RuleExample("V/Wv rà soát tài liệu", "about"), RuleExample("Viv rà soát tài liệu", "about"),
        RuleExample("(V/v rà soát tài liệu)", "about"), RuleExample("V/v:Rà soát", "about"),
        RuleExample("[V/v- rà soát", "about"), RuleExample("Về việc rà soát", nil), RuleExample("Vì vậy", nil),
      ]
    ) { [words] half in words.endOfAbout(in: half.text) == nil ? nil : .about }
  }

  private var aboutInFull: PieceRule {
    PieceRule(
      SubjectRules.behindAboutInFull, certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("Về việc rà soát tài liệu", "about in full"), RuleExample("(Về việc rà soát)", "about in full"),
        RuleExample("Việc rà soát", nil),
      ]
    ) { [words] half in words.endOfAboutInFull(in: half.text) == nil ? nil : .aboutInFull }
  }

  private var addressee: PieceRule {
    PieceRule(
      Self.addresseeRule, certainty: LetterheadCertainty.introduced,
      examples: [
        RuleExample("Kính gửi: Sở Nội vụ", "addressee"), RuleExample("Kính gửi", "addressee"),
        RuleExample("Kinh gtri: So Noi vu", "addressee"), RuleExample("Kính chuyển Sở Nội vụ", nil),
      ]
    ) { [words] half in words.endOfAddressing(in: half.text) == nil ? nil : .addressee }
  }

  private var mark: PieceRule {
    PieceRule(
      "letterhead.mark", certainty: 1,
      examples: [
        RuleExample("HỎA TỐC", "mark"), RuleExample("DỰ THẢO", "mark"), RuleExample("MẬT /", "mark"),
        RuleExample("Hỏa tốc", nil), RuleExample("MẬT VỤ TRUNG ƯƠNG", nil),
      ]
    ) { [marks] half in
      guard let mark = marks.match(in: half.text, at: 0), half.text.isCapitals,
        half.text.count - mark.range.upperBound < LetterheadLimits.lettersBehindMark
      else { return nil }
      return .mark
    }
  }

  private var title: PieceRule {
    PieceRule(
      "letterhead.title", certainty: LetterheadCertainty.headedTitle,
      examples: [
        RuleExample("BẢN ĐỀ NGHỊ", "title"), RuleExample("DANH SÁCH TRÍCH NGANG CÁN BỘ", "title"),
        RuleExample("ĐƠN XIN NGHỈ PHÉP", "title"), RuleExample("Danh sách trích ngang", nil),
        RuleExample("BAN CHỈ ĐẠO", nil), RuleExample("UBND XÃ BẢN LẦU", nil),
      ]
    ) { [titles] half in
      // The marks tell `BẢN` from `BAN` and `ĐƠN` from `ĐỒN`.
      guard half.text.isCapitals, titles.match(in: half.text, at: 0) != nil else { return nil }
      return .title
    }
  }

  private var capitals: PieceRule {
    PieceRule(
      Self.capitalsRule, certainty: LetterheadCertainty.capitals,
      examples: [
        RuleExample("ỦY BAN NHÂN DÂN", "capitals"), RuleExample("UBND TỈNH HÀ TRUNG", "capitals"),
        RuleExample("Sở Nội vụ", nil),
      ]
    ) { half in half.text.isCapitals ? .capitals : nil }
  }

  /// Stamps, signature lines, the first line of the body.
  private var other: PieceRule {
    PieceRule("letterhead.other", certainty: 1, examples: [RuleExample("Sở Nội vụ", "other")]) { _ in .other }
  }
}
