internal import DocumentModel
internal import Vietnamese

/// Mends misread Roman numbers by what stands around them: before headings they count upward (`I.`, `H.`, `III.`), and
/// after “quý” only four are possible.
struct RomanNumbers {
  /// Strokes and letters of the longest number; the greatest number of a heading; the quarters of a year.
  private static let longest = 5, greatest = 20, quarters = 4

  /// A number before a heading.
  private struct Marker {
    var line: Int
    /// The numbers that it may be, the likeliest first.
    var values: [Int]
    /// The sign behind it, `.` or `-`.
    var sign: String
    /// Whether it is a Roman number as it was read.
    var isRoman: Bool
  }

  /// Mends the numbers of some paragraphs, which come as ranges of `lines`, each with whether its text is damaged;
  /// others are left as they are.
  static func mend(_ lines: inout [Line], in paragraphs: [(Range<Int>, Bool)]) {
    var markers: [Marker] = []
    for (paragraph, isDamaged) in paragraphs where isDamaged {
      for index in paragraph {
        if let marker = marker(of: lines[index], at: index) { markers.append(marker) }
        mendQuarters(&lines[index])
      }
    }
    mend(markers, in: &lines)
    let damaged = paragraphs.filter(\.1).flatMap { Array($0.0) }
    mendAnnexes(damaged, in: &lines)
  }

  // MARK: - Annexes and parts

  /// What is numbered in Roman letters in many documents, without marks.
  private static let numbered: Set<String> = ["luc", "phan", "chuong"]
  private static let initials = numbered.compactMap(\.utf8.first)

  /// Mends strokes behind “Phụ lục”, “Phần”, “Chương” where the document numbers them in Roman letters elsewhere: `Phụ lục
  /// 11` beside `Phụ lục V` is `Phụ lục II`.
  private static func mendAnnexes(_ damaged: [Int], in lines: inout [Line]) {
    var places: [(line: Int, word: Int, body: String)] = [], hasRoman = false, hasFigures = false
    for line in damaged {
      for word in lines[line].words.indices.dropFirst() {
        let before = lines[line].words[word - 1].text
        guard isNumberedInitial(before), numbered.contains(folded(smallLetters(before))) else { continue }
        let body = String(lines[line].words[word].text.prefix { !"/,;.:)-–".contains($0) })
        if body.isEmpty || body.count > longest { continue }
        if body.allSatisfy({ "1Il|!".contains($0) }) {
          places.append((line, word, body))
          hasRoman = hasRoman || body.contains("I")
        } else if body.contains(where: { "IVX".contains($0) }), value(of: body) != nil {
          hasRoman = true
          places.append((line, word, body))
        } else if body.allSatisfy(\.isNumber) {
          hasFigures = true
        }
      }
    }
    guard hasRoman, !hasFigures else { return }
    for place in places {
      guard let value = value(of: place.body) else { continue }
      let text = lines[place.line].words[place.word].text
      lines[place.line].words[place.word].text = romanNumeral(value) + text.dropFirst(place.body.count)
    }
  }

  /// Whether a word begins as one of `numbered` does.
  private static func isNumberedInitial(_ word: String) -> Bool {
    word.utf8.first.map { initials.contains($0 | 0x20) } ?? false
  }

  // MARK: - Headings

  /// The number at the start of a line; nil where there is none, or no heading after it. A recogniser loses a stroke of
  /// `III.` sooner than it loses the shape, so that `II` and `H` may be 3.
  private static func marker(of line: Line, at index: Int) -> Marker? {
    guard line.words.count > 1, let first = line.words.first?.text, isHeading(line.words[1].text) else { return nil }
    let body = String(first.prefix { $0.isLetter || $0.isNumber || $0 == "|" || $0 == "!" })
    let sign = String(first.dropFirst(body.count))
    guard [".", "-", ".-"].contains(sign), let value = value(of: body), !body.allSatisfy(\.isNumber) else { return nil }
    let isRoman = romanValue(body) != nil
    let values = value == 2 && body != "IL" ? [2, 3] : [value]
    return Marker(line: index, values: values, sign: sign, isRoman: isRoman)
  }

  private static func isHeading(_ word: String) -> Bool { word.first?.isUppercase == true }

  /// Writes the numbers that follow the one before. One that is no Roman number takes the place in the sequence; one
  /// that is a Roman number does so only if the number after it continues from there.
  private static func mend(_ markers: [Marker], in lines: inout [Line]) {
    var last = 0
    for (index, marker) in markers.enumerated() {
      var value = marker.values[0]
      let following = index + 1 < markers.count ? markers[index + 1].values[0] : nil
      if marker.values.contains(last + 1), !marker.isRoman || following == last + 2 { value = last + 1 }
      if value == last + 1 || value == 1 { write(value, marker, to: &lines[marker.line]) }
      last = value
    }
  }

  private static func write(_ value: Int, _ marker: Marker, to line: inout Line) {
    line.words[0].text = romanNumeral(value) + marker.sign
  }

  // MARK: - Quarters

  /// Mends the number of a quarter: `quý HI/2025` is `quý III/2025`.
  private static func mendQuarters(_ line: inout Line) {
    for index in line.words.indices.dropFirst() {
      let before = line.words[index - 1].text
      guard before.utf8.first == UInt8(ascii: "q") || before.utf8.first == UInt8(ascii: "Q"),
        ["quy", "qui"].contains(folded(smallLetters(before)))
      else { continue }
      let text = line.words[index].text
      let body = String(text.prefix { !"/,;.:)-–".contains($0) })
      guard body.contains(where: { "IHV".contains($0) }), let value = value(of: body), value <= quarters else {
        continue
      }
      line.words[index].text = romanNumeral(value) + text.dropFirst(body.count)
    }
  }

  /// The value of a number whose strokes may have been read as other letters; nil where it is no number.
  private static func value(of body: String) -> Int? {
    guard (1...longest).contains(body.count) else { return nil }
    let strokes = body.map { letter in
      switch letter {
      case "1", "l", "|", "!", "Í", "Ì", "Ị", "Ï": "I"
      case "H": "II"
      default: String(letter)
      }
    }
    return romanValue(strokes.joined()).flatMap { $0 <= greatest ? $0 : nil }
  }
}
