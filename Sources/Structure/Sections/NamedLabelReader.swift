internal import DocumentModel
internal import Vietnamese

/// Reads numbers of sections that are named: `PHẦN I`, `Phần thứ nhất`, `Chương II`, `MỤC 1`, `Điều 3.`, `PHỤ LỤC`.
struct NamedLabelReader {
  private struct Name {
    /// In plain letters.
    var plain: String
    var kind: SectionLabel.Kind
    var printed: String
  }

  private static let names = [
    Name(plain: "phu luc", kind: .annex, printed: "PHỤ LỤC"), Name(plain: "phan thu", kind: .part, printed: "PHẦN"),
    Name(plain: "phan", kind: .part, printed: "PHẦN"), Name(plain: "chuong", kind: .chapter, printed: "CHƯƠNG"),
    Name(plain: "muc", kind: .section, printed: "MỤC"), Name(plain: "dieu", kind: .article, printed: "Điều"),
  ]

  /// `Phần thứ nhất`.
  private static let ordinalWords = ["nhất", "hai", "ba", "tư", "năm", "sáu", "bảy"]

  private let text: LooseText
  private let name: Name
  private let start, nameEnd: Int
  /// The word after the name, whatever it is.
  private let number: Range<Int>
  /// The number's value, damage mended.
  private let ordinal: Int?

  /// The label whose name stands at an offset; nil where none does, or where it only is cited.
  static func label(in text: LooseText, from start: Int) -> LabelCandidate? {
    guard text.scalars[start].properties.isUppercase else { return nil }
    let name = names.first { name in
      let end = start + name.plain.utf8.count
      return end <= text.count && text.plain[start..<end].elementsEqual(name.plain.utf8) && !text.isWord(at: end)
    }
    return name.flatMap { NamedLabelReader(text, $0, from: start).label }
  }

  private init(_ text: LooseText, _ name: Name, from start: Int) {
    (self.text, self.name, self.start) = (text, name, start)
    nameEnd = start + name.plain.utf8.count
    let numberStart = text.skipping([0x20], from: nameEnd)
    var end = numberStart
    while text.isWord(at: end) || (end < text.count && text.plain[end] == 0x7C) { end += 1 }
    number = numberStart..<end
    ordinal = Int(text[number]) ?? RomanRepair.value(of: text[number])
  }

  private var label: LabelCandidate? {
    if name.plain.hasSuffix("thu"), let place = Self.ordinalWords.firstIndex(of: text[number]) {
      return candidate(uppercased(text[start..<number.upperBound]), place + 1, end: number.upperBound)
    }
    if name.kind == .annex { return annex }
    guard let ordinal, isEnded || (name.kind != .article && text.isCapitals) else { return nil }
    return candidate(name.printed + " " + shown(ordinal), ordinal, end: number.upperBound)
  }

  /// `Phụ lục` cited inside a sentence is no heading: a heading stands alone on its line, or is in capitals.
  private var annex: LabelCandidate? {
    let isAlone = ordinal == nil ? nameEnd == text.count : number.upperBound >= text.count - 1 || isEnded
    guard isAlone || LooseText(text[start..<nameEnd]).isCapitals,
      ordinal != nil || !text.isWord(at: number.lowerBound) || text.isCapitals
    else { return nil }
    guard let ordinal else { return candidate(name.printed, 1, end: nameEnd) }
    return candidate(name.printed + " " + shown(ordinal), ordinal, end: number.upperBound)
  }

  /// Whether nothing follows the number, or a sign that ends it.
  private var isEnded: Bool {
    let end = number.upperBound
    return end == text.count || SectionLabelReader.closing.contains(text.plain[end])
  }

  private func shown(_ ordinal: Int) -> String {
    Int(text[number]) == nil ? romanNumeral(ordinal) : text[number]
  }

  private func candidate(_ label: String, _ ordinal: Int, end: Int) -> LabelCandidate {
    LabelCandidate(
      kind: name.kind, text: label, printed: text[start..<end], ordinal: ordinal,
      end: text.skipping([0x20] + SectionLabelReader.closing, from: end))
  }
}

/// Reads roman numbers whose strokes were taken for other letters.
enum RomanRepair {
  static func value(of text: String) -> Int? {
    let roman = uppercased(text.reduce(into: "") { $0 += $1 == "H" ? "II" : "Ll1|!][".contains($1) ? "I" : String($1) })
    // No document has forty parts: `L.` is a misread `I.`.
    return romanValue(text).flatMap { $0 < 40 ? $0 : nil } ?? romanValue(roman)
  }
}
