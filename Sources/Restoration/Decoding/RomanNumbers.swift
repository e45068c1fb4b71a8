internal import DocumentModel
internal import Vietnamese

/// Roman numbers that were misread, told by what stands around them: `I.`, `H.`, `IV.` before headings count upward, and
/// after “quý” only four are possible.
struct RomanNumbers {
  /// A number before a heading.
  private struct Marker {
    var line: Int
    /// What it can be, the likeliest first.
    var values: [Int]
    var sign: String
    var isRoman: Bool
  }

  /// Mends the numbers of the lines of some paragraphs, each with whether it is damaged.
  static func mend(_ lines: inout [Line], in paragraphs: some Sequence<(Range<Int>, Bool)>) {
    var markers: [Marker] = []
    for (paragraph, isDamaged) in paragraphs where isDamaged {
      for index in paragraph {
        if let marker = marker(of: lines[index], at: index) { markers.append(marker) }
        mendQuarters(&lines[index])
      }
    }
    mend(markers, in: &lines)
  }

  // MARK: - Headings

  /// `III.` loses a stroke or two before its shape is lost, so that `II` and `H` may be three.
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

  /// A number that is none, or that stands twice with the one after the next behind it, is what comes next.
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

  /// `quý HI/2025` → `quý III/2025`.
  private static func mendQuarters(_ line: inout Line) {
    for index in line.words.indices.dropFirst() {
      guard ["quy", "qui"].contains(folded(smallLetters(line.words[index - 1].text))) else { continue }
      let text = line.words[index].text
      let body = String(text.prefix { !"/,;.:)-–".contains($0) })
      guard body.contains(where: { "IHV".contains($0) }), let value = value(of: body), value <= 4 else { continue }
      line.words[index].text = romanNumeral(value) + text.dropFirst(body.count)
    }
  }

  /// The value of a number whose strokes were taken for other letters.
  private static func value(of body: String) -> Int? {
    guard (1...5).contains(body.count) else { return nil }
    let strokes = body.map { letter in
      switch letter {
      case "1", "l", "|", "!", "Í", "Ì", "Ị", "Ï": "I"
      case "H": "II"
      default: String(letter)
      }
    }
    return romanValue(strokes.joined()).flatMap { $0 <= 20 ? $0 : nil }
  }
}
