internal import DocumentModel
internal import Vietnamese

/// Reads the numbers of sections as Nghị định 30/2020/NĐ-CP, Phụ lục I and usage have them: `PHẦN I`, `Chương II`,
/// `Điều 3.`, `A.`, `I.`, `I-`, `1.`, `1.1.`, `a)`, `(1)`.
enum SectionLabelReader {
  static func read(_ text: LooseText) -> [LabelCandidate] {
    let start = text.skipping(noise, from: 0)
    guard start < min(text.count, 4) else { return [] }
    if let named = NamedLabelReader.label(in: text, from: start) { return [named] }
    return parenthesis(in: text, from: start) + decimal(in: text, from: start) + roman(in: text, from: start)
      + letter(in: text, from: start)
  }

  /// Specks that a scan leaves before a number.
  private static let noise: [UInt8] = Array("~.'`*_:|, ".utf8)
  /// Signs between a number and its heading.
  static let closing: [UInt8] = Array(".-):/".utf8)
  private static let space: UInt8 = 0x20

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
    let ordinal = RomanRepair.value(of: printed) ?? 0
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
