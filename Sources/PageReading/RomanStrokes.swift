internal import DocumentModel
internal import Imaging

/// Counts the strokes of Roman numbers on the page. A recogniser of lines takes `III` for `II` or `H`: its decoding (CTC)
/// joins a letter that it sees twice side by side into one, unless it sees the gap between them.
enum RomanStrokes {
  /// Puts right the numbers of strokes among the words of a line, which goes on from the word `before`.
  static func mend(
    _ line: inout Line, after before: String? = nil, on image: borrowing PageImage
  ) throws(Failure) {
    for index in line.words.indices {
      let isQuarter = (index > 0 ? line.words[index - 1].text : before)?.lowercased() == "quý"
      let text = line.words[index].text
      guard let number = (isQuarter ? quarter(in: text) : nil) ?? number(in: text), var box = line.words[index].box
      else { continue }
      if number.hasYear { box.width = box.width * 36 / 100 }
      let strokes = try image.uprightStrokes(in: box)
      guard number.possible.contains(strokes), number.body != String(repeating: "I", count: strokes) else { continue }
      line.words[index].text = String(repeating: "I", count: strokes) + number.rest
      line.words[index].original = line.words[index].text
    }
  }

  static func mend(_ tables: inout [Table], on image: borrowing PageImage) throws(Failure) {
    for table in tables.indices {
      for cell in tables[table].cells.indices {
        var before: String?
        for line in tables[table].cells[cell].lines.indices {
          try mend(&tables[table].cells[cell].lines[line], after: before, on: image)
          before = tables[table].cells[cell].lines[line].words.last?.text
        }
      }
    }
  }

  private struct Number {
    /// The strokes as they were read, and what follows them.
    var body: String
    var rest: String
    /// A year's digits have strokes of their own; up to three of the number and the slash take a third of the width in
    /// every usual font.
    var hasYear: Bool
    var possible: ClosedRange<Int>
  }

  /// `II/2025.`, `HI.`, `II-`, a lone `II`.
  private static func number(in text: String) -> Number? {
    let body = String(text.prefix { strokes.contains($0) }), rest = String(text.dropFirst(body.count))
    guard (1...4).contains(body.count), body.contains(where: { "IH".contains($0) }) else { return nil }
    let year = rest.hasPrefix("/") ? year(in: rest.dropFirst()) : nil
    let end = year.map { rest.dropFirst(1 + $0.count) } ?? rest[...]
    guard end.allSatisfy({ ".,;:-)".contains($0) }), !end.contains(")") else { return nil }
    return Number(body: body, rest: rest, hasYear: year != nil, possible: 2...3)
  }

  /// `12026`, `1I/2026`, `1/2026` after “quý”: a quarter of a year, its slash lost or not.
  private static func quarter(in text: String) -> Number? {
    let body = String(text.prefix { strokes.contains($0) }), after = text.dropFirst(body.count)
    guard (1...4).contains(body.count), let year = year(in: after.trimmingPrefix("/")), year.hasPrefix("20") else {
      return nil
    }
    return Number(body: body, rest: "/" + after.trimmingPrefix("/"), hasYear: true, possible: 1...3)
  }

  private static let strokes: Set<Character> = ["I", "H", "1", "l", "|"]

  private static func year(in text: Substring) -> Substring? {
    let year = text.prefix { $0.isASCII && $0.isNumber }
    return year.count == 4 ? year : nil
  }
}
