internal import DocumentModel
internal import Vietnamese

/// A section's name at the start of a line and the number after it.
struct NamedLabelReading {
  let name: SectionName
  private let text: LooseText
  private let start, nameEnd: Int
  /// The word after the name, whether it is a number or not.
  private let number: Range<Int>
  /// The number's value, damage mended; nil where the word is no number.
  private let ordinal: Int?
  /// The number's value where it is a word: `nhất`; nil where it is none.
  private let ordinalInWords: Int?

  init(_ opening: LabelOpening, _ name: SectionName, nameEnd: Int, ordinals: [String]) {
    (text, start, self.name, self.nameEnd) = (opening.text, opening.start, name, nameEnd)
    let numberStart = text.skipping([.space], from: nameEnd)
    var end = numberStart
    while text.isWord(at: end) || (end < text.count && text.plain[end] == .bar) { end += 1 }
    number = numberStart..<end
    let word = text[number]
    ordinal = Int(word) ?? RomanRepair.value(of: word)
    ordinalInWords = name.isInWords ? ordinals.firstIndex(of: word).map { $0 + 1 } : nil
  }

  /// The label of `Phần thứ nhất`; nil where no number in words follows.
  var inWords: LabelCandidate? {
    ordinalInWords.map { candidate(uppercased(text[start..<number.upperBound]), $0, end: number.upperBound) }
  }

  /// The label of a name with a number that is a heading: a sign ends it, or the whole line is in capitals; nil where the
  /// name only is cited.
  var numbered: LabelCandidate? {
    guard let ordinal, isEnded || (name.kind != .article && text.isCapitals) else { return nil }
    return candidate(name.printed + " " + shown(ordinal), ordinal, end: number.upperBound)
  }

  /// The label of an annex; nil where the annex is cited inside a sentence: a heading stands alone on its line, or is in
  /// capitals.
  var annex: LabelCandidate? {
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
    return end == text.count || [UInt8].closingLabel.contains(text.plain[end])
  }

  private func shown(_ ordinal: Int) -> String {
    Int(text[number]) == nil ? romanNumeral(ordinal) : text[number]
  }

  private func candidate(_ label: String, _ ordinal: Int, end: Int) -> LabelCandidate {
    LabelCandidate(
      kind: name.kind, text: label, printed: text[start..<end], ordinal: ordinal,
      end: text.skipping([.space] + .closingLabel, from: end))
  }
}

/// Reads Roman numbers whose strokes were taken for other letters.
enum RomanRepair {
  /// The value of the number, 1…39 where it is printed as it should be; nil where the text is no Roman number, damaged or
  /// not. `H` is a misread `II`, and one sign of several a misread `I`.
  static func value(of text: String) -> Int? {
    let mended = uppercased(
      text.reduce(into: "") { $0 += $1 == "H" ? "II" : Letters.misreadOnes.contains($1) ? "I" : String($1) })
    // No document has forty parts: `L.` is a misread `I.`.
    return romanValue(text).flatMap { $0 <= SectionLimits.highestRoman ? $0 : nil } ?? romanValue(mended)
  }
}
