internal import DocumentModel
internal import Vietnamese

/// Mends misread markers of list items and numbers of parts by their sequence.
struct ListMarkers {
  private static let letters = "a b c d đ e g h i k l m n".split(separator: " ").map(String.init)

  /// The letter of the next marker; nil before the first. `distance` counts the lines since the last marker.
  private var expected: String?
  private var distance = 0

  /// Lines after which a marker is no longer taken for the next one of the same list.
  private static let longestItem = 40
  /// Characters of the longest Roman number before a heading, with its sign.
  private static let longestNumber = 5
  /// Characters of the rest of a day that fell apart, at least: `1/12/2025` and `1/7/25`.
  private static let shortestDayRest = 6

  /// Whether a text is a marker, which must not be read as a word: `a)`, `đ)`, `1)`, `II.`, `IV.`, `I-`, `III/`.
  static func isMarker(_ text: String) -> Bool {
    if text.count == 2 && text.hasSuffix(")") || text == numberLine { return true }
    guard let mark = text.last, ".-–/:".contains(mark) else { return false }
    return romanValue(text.dropLast()) != nil
  }

  /// Mends the markers at the starts of lines of a garbled text; `state` carries the sequence from paragraph to
  /// paragraph.
  static func mend(_ lines: inout [Line], in range: Range<Int>, of noise: Noise, after state: inout ListMarkers) {
    for index in range where !lines[index].isEmpty {
      state.distance += 1
      mendStroke(&lines[index])
      if noise == .english { mendNumberLine(&lines[index]) }
      state.mendLetter(&lines[index], ofEnglish: noise == .english)
      mendRoman(&lines[index])
      mendDay(&lines[index])
      FigureDust.mend(&lines[index])
    }
  }

  /// Mends a letter by the one before: `đ)` after `c)` is `d)`, which every engine takes for it at times; `¢)` after `b)` is
  /// `c)` and a second `d)` is `đ)` where an English model read, which knows neither.
  private mutating func mendLetter(_ line: inout Line, ofEnglish isEnglish: Bool) {
    guard let first = line.words.first?.text, first.count == 2, first.hasSuffix(")") else { return }
    let letter = String(first.dropLast())
    let isForeign = letter == "d" && expected == "đ" || !Self.letters.contains(letter) && letter != "f"
    let isGuess = letter == "đ" && expected == "d" || isEnglish && isForeign
    let isNear = distance < Self.longestItem
    if isGuess, isNear, let expected, !letter.allSatisfy(\.isNumber) { line.words[0].text = expected + ")" }
    let marker = String(line.words[0].text.dropLast())
    if let place = Self.letters.firstIndex(of: marker), place + 1 < Self.letters.count {
      (expected, distance) = (Self.letters[place + 1], 0)
    }
  }

  /// Replaces `Ð`, the Icelandic letter, which looks like `Đ` and is never meant.
  private static func mendStroke(_ line: inout Line) {
    for index in line.words.indices
    where line.words[index].text.unicodeScalars.contains(where: { $0 == "Ð" || $0 == "ð" }) {
      line.words[index].text = String(
        String.UnicodeScalarView(
          line.words[index].text.unicodeScalars.map { $0 == "Ð" ? "Đ" : $0 == "ð" ? "đ" : $0 }))
    }
  }

  /// What stands before the number of a paper in its head.
  private static let numberLine = "Số:"

  /// Mends the first word of a head's number, `S6: 05/KH-UBND`, which a body's name (Sở) resembles more.
  private static func mendNumberLine(_ line: inout Line) {
    guard line.words.count > 1, let first = line.words.first?.text, (3...4).contains(first.count),
      first.hasPrefix("S"), first.hasSuffix(":"), line.words[1].text.first.map({ $0.isNumber || $0 == "/" }) == true
    else { return }
    line.words[0].text = numberLine
  }

  /// Joins a day that fell apart: `ngay 3 1/12/2025` is `ngay 31/12/2025`.
  private static func mendDay(_ line: inout Line) {
    for index in line.words.indices.dropFirst().dropLast().reversed() {
      let first = line.words[index].text, second = line.words[index + 1].text
      guard let figure = first.utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "3")).contains(figure) else { continue }
      let isDay = "123".contains(first) && second.count >= shortestDayRest && second.dropFirst().first == "/"
      guard isDay, second.first?.isNumber == true, folded(smallLetters(line.words[index - 1].text)) == "ngay" else {
        continue
      }
      line.words[index].append(line.words[index + 1])
      line.words.remove(at: index + 1)
    }
  }

  /// Mends a Roman number before a heading in capitals: `11.` and `I1.` are `II.`, `1V.` is `IV.`.
  private static func mendRoman(_ line: inout Line) {
    guard line.words.count > 1, let first = line.words.first?.text, first.count <= longestNumber,
      first.hasSuffix(".")
    else { return }
    let body = first.dropLast()
    guard body.count > 1 || body == "l" || body == "|", body.allSatisfy({ "I1lVX|".contains($0) }) else { return }
    let isHeading = CaseShape(of: line.words[1].text) == .upper
    guard isHeading || body.contains("I") || body.contains("V") else { return }
    let numeral = String(body.map { "1l|".contains($0) ? "I" : $0 })
    if romanValue(numeral) != nil { line.words[0].text = numeral + "." }
  }
}
