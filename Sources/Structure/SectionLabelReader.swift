internal import DocumentModel
internal import Vietnamese

/// A reading of a line's start as a section's number. A damaged number has several; its place decides.
struct LabelCandidate: Sendable {
  var kind: SectionLabel.Kind
  var text: String
  var printed: String
  var ordinal: Int
  /// Of `1.3`, the `1`.
  var prefix: String = ""
  /// Where the heading's own text begins, in scalars of the line.
  var end: Int
  /// The sign was read as it should be printed; otherwise it is one only where its place asks for it.
  var isClean: Bool = true
}

/// Reads the numbers of sections as Nghị định 30/2020/NĐ-CP, Phụ lục I and usage have them: `PHẦN I`, `Chương II`,
/// `Điều 3.`, `A.`, `I.`, `I-`, `1.`, `1.1.`, `a)`, `(1)`.
enum SectionLabelReader {
  static func read(_ text: LooseText) -> [LabelCandidate] {
    let start = text.skipping(noise, from: 0)
    guard start < min(text.count, 4) else { return [] }
    if let named = namedLabel(in: text, from: start) { return [named] }
    return parenthesis(in: text, from: start) + decimal(in: text, from: start) + roman(in: text, from: start)
      + letter(in: text, from: start)
  }

  /// Specks that a scan leaves before a number.
  private static let noise: [UInt8] = Array("~.'`*_:|, ".utf8)
  private static let closing: [UInt8] = Array(".-):/".utf8)
  private static let space: UInt8 = 0x20

  // MARK: Labels with a name

  private static let names: [(plain: String, kind: SectionLabel.Kind, printed: String)] = [
    ("phu luc", .annex, "PHỤ LỤC"), ("phan thu", .part, "PHẦN"), ("phan", .part, "PHẦN"),
    ("chuong", .chapter, "CHƯƠNG"), ("muc", .section, "MỤC"), ("dieu", .article, "Điều"),
  ]

  /// `Phần thứ nhất`.
  private static let ordinalWords = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"]

  private static func namedLabel(in text: LooseText, from start: Int) -> LabelCandidate? {
    for (plain, kind, printed) in names {
      let end = start + plain.utf8.count
      guard end <= text.count, text.plain[start..<end].elementsEqual(plain.utf8), !text.isWord(at: end),
        text.scalars[start].properties.isUppercase
      else { continue }
      return numbered(in: text, from: start, nameEnd: end, kind: kind, plain: plain, printed: printed)
    }
    return nil
  }

  private static func numbered(
    in text: LooseText, from start: Int, nameEnd: Int, kind: SectionLabel.Kind, plain: String, printed: String
  ) -> LabelCandidate? {
    let numberStart = text.skipping([space], from: nameEnd)
    let numberEnd = endOfWord(in: text, from: numberStart)
    let number = text[numberStart..<numberEnd]
    if plain.hasSuffix("thu"), let ordinal = ordinalWords.firstIndex(of: number) {
      let label = uppercased(text[start..<numberEnd])
      return LabelCandidate(
        kind: kind, text: label, printed: text[start..<numberEnd], ordinal: ordinal + 1,
        end: text.skipping([space] + closing, from: numberEnd))
    }
    let ordinal = Int(number) ?? repairedRoman(number)
    let mark = numberEnd < text.count ? text.plain[numberEnd] : 0
    if kind == .annex {
      // `Phụ lục` cited inside a sentence is no heading: a heading stands alone on its line, or is in capitals.
      let isAlone = ordinal == nil ? nameEnd == text.count : numberEnd >= text.count - 1 || closing.contains(mark)
      guard isAlone || LooseText(text[start..<nameEnd]).isCapitals,
        ordinal != nil || !text.isWord(at: numberStart) || text.isCapitals
      else { return nil }
      let label = ordinal.map { printed + " " + (Int(number) == nil ? romanNumeral($0) : number) } ?? printed
      let end = ordinal == nil ? nameEnd : numberEnd
      return LabelCandidate(
        kind: kind, text: label, printed: text[start..<end], ordinal: ordinal ?? 1,
        end: text.skipping([space] + closing, from: end))
    }
    guard let ordinal, numberEnd == text.count || closing.contains(mark) || (kind != .article && text.isCapitals)
    else { return nil }
    let label = printed + " " + (Int(number) == nil ? romanNumeral(ordinal) : number)
    return LabelCandidate(
      kind: kind, text: label, printed: text[start..<numberEnd], ordinal: ordinal,
      end: text.skipping([space] + closing, from: numberEnd))
  }

  private static func endOfWord(in text: LooseText, from start: Int) -> Int {
    var end = start
    while text.isWord(at: end) || (end < text.count && text.plain[end] == 0x7C) { end += 1 }
    return end
  }

  // MARK: Bare numbers

  private static func parenthesis(in text: LooseText, from start: Int) -> [LabelCandidate] {
    var offset = start
    let isOpened = text.plain[offset] == 0x28
    if isOpened { offset += 1 }
    let end = text.skipping(digits, from: offset)
    guard end > offset, end - offset <= 2, end < text.count, text.plain[end] == 0x29,
      let ordinal = Int(text[offset..<end])
    else { return [] }
    let label = isOpened ? "(\(ordinal))" : "\(ordinal)"
    return [
      LabelCandidate(
        kind: .parenthesis, text: label, printed: text[start..<end + 1], ordinal: ordinal,
        end: text.skipping([space], from: end + 1))
    ]
  }

  private static let digits: [UInt8] = Array("0123456789".utf8)

  /// `1.`, `1.2.`, `1.2`, `2.BanChỉđạo`; never `1.500 lượt`, `4.0,` or `30.6.2025`.
  private static func decimal(in text: LooseText, from start: Int) -> [LabelCandidate] {
    var parts: [Int] = []
    var offset = start
    while parts.count < 3 {
      let end = text.skipping(digits, from: offset)
      guard end > offset, end - offset <= 2, let value = Int(text[offset..<end]), value > 0 else { break }
      parts.append(value)
      offset = end
      guard offset < text.count, text.plain[offset] == 0x2E else { break }
      offset += 1
    }
    guard !parts.isEmpty, offset > start else { return [] }
    let closed = text.plain[offset - 1] == 0x2E || isDashed(text, at: offset)
    guard closed || (parts.count > 1 && offset < text.count && text.plain[offset] == space) else { return [] }
    let end = text.skipping([space, 0x2F, 0x2D], from: offset)
    guard end < text.count, beginsHeading(text, at: end) || (end > offset && text.plain[end].isDigit) else { return [] }
    let kinds: [SectionLabel.Kind] = [.decimal, .decimal2, .decimal3]
    return [
      LabelCandidate(
        kind: kinds[parts.count - 1], text: parts.map(String.init).joined(separator: "."),
        printed: text[start..<offset],
        ordinal: parts[parts.count - 1], prefix: parts.dropLast().map(String.init).joined(separator: "."), end: end)
    ]
  }

  /// `1- Nâng cao …`, `1/ Nâng cao …`.
  private static func isDashed(_ text: LooseText, at offset: Int) -> Bool {
    offset + 1 < text.count && [0x2F, 0x2D].contains(text.plain[offset]) && text.plain[offset + 1] == space
  }

  /// `I.`, `I-`; and what `II.` or `III.` is misread as: `11.`, `I1.`, `H.`, `IL.`, `HI.`; ordinal 0 where none fits.
  private static func roman(in text: LooseText, from start: Int) -> [LabelCandidate] {
    var end = start
    while end < text.count, end - start < 6,
      "IVXLHl1|!][".unicodeScalars.contains(text.scalars[end])
        || end > start && "vx".unicodeScalars.contains(text.scalars[end])
    { end += 1 }
    guard end > start, end < text.count, [0x2E, 0x2D, 0x29].contains(text.plain[end]) else { return [] }
    let printed = text[start..<end]
    let ordinal = repairedRoman(printed) ?? 0
    guard ordinal <= 39 else { return [] }
    let heading = text.skipping([space] + closing, from: end)
    guard heading < text.count, text.scalars[heading].properties.isAlphabetic else { return [] }
    return [
      LabelCandidate(
        kind: .roman, text: romanNumeral(max(1, ordinal)), printed: text[start..<end + 1], ordinal: ordinal,
        end: heading,
        isClean: romanValue(printed) == ordinal)
    ]
  }

  /// A letter, or what opens a bracket or a quotation.
  private static func beginsHeading(_ text: LooseText, at offset: Int) -> Bool {
    text.scalars[offset].properties.isAlphabetic || [0x28, 0x22].contains(text.plain[offset])
  }

  private static func repairedRoman(_ text: String) -> Int? {
    let roman = uppercased(text.reduce(into: "") { $0 += $1 == "H" ? "II" : "Ll1|!][".contains($1) ? "I" : String($1) })
    // No document has forty parts: `L.` is a misread `I.`.
    return romanValue(text).flatMap { $0 < 40 ? $0 : nil } ?? romanValue(roman)
  }

  // MARK: Letters

  /// The order in which items are lettered: Vietnamese, with the `f` that some papers have.
  static let letters: [Character] = Array("abcdđefghijklmnopqrstuvwxy")

  /// `a)`, `đ)`, `A.`; `a.` too. `¢)` is a misread `c)`.
  private static func letter(in text: LooseText, from start: Int) -> [LabelCandidate] {
    if let doubled = doubledLetter(in: text, from: start) { return [doubled] }
    guard start + 2 < text.count, !text.isWord(at: start + 1), !text.plain[start].isDigit || text.scalars[start] == "6"
    else {
      return []
    }
    let scalar = text.scalars[start], mark = text.plain[start + 1]
    let isCapital = scalar.properties.isUppercase && mark != 0x29
    guard mark == 0x29 || mark == 0x2E || (mark == 0x2D && isCapital) else { return [] }
    let end = text.skipping([space], from: start + 2)
    guard end < text.count, beginsHeading(text, at: end) || text.plain[end].isDigit else { return [] }
    let sign = Character(scalar)
    let small = misread[sign] ?? Character(lowercased(String(sign)))
    guard let place = letters.firstIndex(of: small) ?? (mark == 0x29 ? letters.startIndex : nil) else { return [] }
    let label = isCapital ? String(sign) : String(letters[place])
    return [
      LabelCandidate(
        kind: isCapital ? .capital : .letter, text: label, printed: text[start..<start + 2], ordinal: place + 1,
        end: end,
        isClean: isCapital || scalar.properties.isLowercase)
    ]
  }

  /// `Cc. TỔ CHỨC THỰC HIỆN`: a bold capital read twice, once small. Only capitals after it make it one.
  private static func doubledLetter(in text: LooseText, from start: Int) -> LabelCandidate? {
    guard start + 4 < text.count, text.scalars[start].isCapital, !text.scalars[start + 1].isCapital,
      text.plain[start] == text.plain[start + 1], text.plain[start + 2] == 0x2E,
      let place = letters.firstIndex(of: Character(lowercased(String(text.scalars[start]))))
    else { return nil }
    let end = text.skipping([space], from: start + 3)
    guard LooseText(text[end..<text.count]).isCapitals else { return nil }
    return LabelCandidate(
      kind: .capital, text: String(text.scalars[start]), printed: text[start..<start + 3], ordinal: place + 1, end: end,
      isClean: false)
  }

  /// Signs that letters before a bracket are misread as. A capital there (`A)` between `b)` and `d)`) is misread too.
  private static let misread: [Character: Character] = ["¢": "c", "€": "e", "6": "b", "đ": "đ"]
}
