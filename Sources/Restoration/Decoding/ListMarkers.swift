internal import DocumentModel
internal import Vietnamese

/// Markers of list items and numbers of parts that were misread: they stand in a sequence, which tells what they are.
struct ListMarkers {
  private static let letters = "a b c d đ e g h i k l m n".split(separator: " ").map(String.init)

  /// What the next letter marker should be, and how far back the last one was.
  private var expected: String?
  private var distance = 0

  /// `a)`, `đ)`, `1)`, `II.`, `IV.`, `I-`, `III/`: what is not to be taken for a word.
  static func isMarker(_ text: String) -> Bool {
    if text.count == 2, text.hasSuffix(")") { return true }
    guard let mark = text.last, ".-–/:".contains(mark) else { return false }
    return romanValue(text.dropLast()) != nil
  }

  /// Mends the markers at the starts of the lines of a garbled text.
  static func mend(_ lines: inout [Line], in range: Range<Int>, of noise: Noise, after state: inout ListMarkers) {
    for index in range where !lines[index].isEmpty {
      state.distance += 1
      mendStroke(&lines[index])
      if noise == .english { state.mendLetter(&lines[index]) }
      mendRoman(&lines[index])
      mendDay(&lines[index])
    }
  }

  /// `¢)` after `b)` → `c)`; a second `d)` → `đ)`.
  private mutating func mendLetter(_ line: inout Line) {
    guard let first = line.words.first?.text, first.count == 2, first.hasSuffix(")") else { return }
    let letter = String(first.dropLast())
    let isGuess = letter == "d" && expected == "đ" || !Self.letters.contains(letter) && letter != "f"
    let isNear = distance < 40
    if isGuess, isNear, let expected, !letter.allSatisfy(\.isNumber) { line.words[0].text = expected + ")" }
    let marker = String(line.words[0].text.dropLast())
    if let place = Self.letters.firstIndex(of: marker), place + 1 < Self.letters.count {
      (expected, distance) = (Self.letters[place + 1], 0)
    }
  }

  /// `Ð`, the Icelandic letter, is never meant.
  private static func mendStroke(_ line: inout Line) {
    for index in line.words.indices
    where line.words[index].text.unicodeScalars.contains(where: { $0 == "Ð" || $0 == "ð" }) {
      line.words[index].text = String(
        String.UnicodeScalarView(
          line.words[index].text.unicodeScalars.map { $0 == "Ð" ? "Đ" : $0 == "ð" ? "đ" : $0 }))
    }
  }

  /// `ngay 3 1/12/2025` → `ngay 31/12/2025`: a day that fell apart.
  private static func mendDay(_ line: inout Line) {
    for index in line.words.indices.dropFirst().dropLast().reversed() {
      let first = line.words[index].text, second = line.words[index + 1].text
      let isDay = "123".contains(first) && second.count > 5 && second.dropFirst().first == "/"
      guard isDay, second.first?.isNumber == true, folded(smallLetters(line.words[index - 1].text)) == "ngay" else {
        continue
      }
      line.words[index].append(line.words[index + 1])
      line.words.remove(at: index + 1)
    }
  }

  /// `11.`, `I1.`, `1V.` before a heading in capitals → `II.`, `IV.`
  private static func mendRoman(_ line: inout Line) {
    guard line.words.count > 1, let first = line.words.first?.text, first.count <= 5, first.hasSuffix(".") else {
      return
    }
    let body = first.dropLast()
    guard body.count > 1 || body == "l" || body == "|", body.allSatisfy({ "I1lVX|".contains($0) }) else { return }
    let isHeading = CaseShape(of: line.words[1].text) == .upper
    guard isHeading || body.contains("I") || body.contains("V") else { return }
    let numeral = String(body.map { "1l|".contains($0) ? "I" : $0 })
    if romanValue(numeral) != nil { line.words[0].text = numeral + "." }
  }
}
