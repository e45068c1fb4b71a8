internal import DocumentModel
internal import Imaging

/// Counts the strokes of Roman numbers on the page: a recogniser takes `III` for `II` or `H`, for it was taught that a
/// letter that stands twice side by side is one letter read twice.
enum RomanStrokes {
  /// Puts right the numbers of strokes among a line's words.
  static func mend(_ line: inout Line, on image: borrowing PageImage) throws(Failure) {
    for index in line.words.indices {
      guard let number = number(in: line.words[index].text), var box = line.words[index].box else { continue }
      if number.hasYear { box.width = box.width * 36 / 100 }
      let strokes = try image.uprightStrokes(in: box)
      guard (2...3).contains(strokes), strokes != number.body.count || number.body.contains("H") else { continue }
      line.words[index].text = String(repeating: "I", count: strokes) + number.rest
      line.words[index].original = line.words[index].text
    }
  }

  static func mend(_ tables: inout [Table], on image: borrowing PageImage) throws(Failure) {
    for table in tables.indices {
      for cell in tables[table].cells.indices {
        for line in tables[table].cells[cell].lines.indices {
          try mend(&tables[table].cells[cell].lines[line], on: image)
        }
      }
    }
  }

  /// `II/2025.`, `HI.`, `II-`, a lone `II`: the strokes and what follows. A year's digits have strokes of their own; up
  /// to three of the number and the slash take a third of the width in every usual font.
  private static func number(in text: String) -> (body: String, rest: String, hasYear: Bool)? {
    let body = String(text.prefix { "IH1l|".contains($0) })
    let rest = String(text.dropFirst(body.count))
    guard (1...4).contains(body.count), body.contains(where: { "IH".contains($0) }) else { return nil }
    let year = rest.hasPrefix("/") ? rest.dropFirst().prefix { $0.isASCII && $0.isNumber } : ""
    let end = rest.dropFirst(year.isEmpty ? 0 : year.count + 1)
    guard year.isEmpty || year.count == 4, end.allSatisfy({ ".,;:-)".contains($0) }), !rest.contains("("),
      !end.contains(")")
    else { return nil }
    return (body, rest, !year.isEmpty)
  }
}
