internal import DocumentModel

/// Finds the lines that belong to one paragraph, so that a sentence is decoded over the ends of its lines.
enum ParagraphSplitter {
  /// Characters of the longest item number, `12.10.`.
  private static let longestNumber = 6

  /// Stretches of lines that are not empty, cut where a line begins with a bullet or a number.
  static func split(_ lines: [Line]) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for index in lines.indices {
      if lines[index].isEmpty || startsItem(lines[index]) {
        if start < index { result.append(start..<index) }
        start = lines[index].isEmpty ? index + 1 : index
      }
    }
    if start < lines.count { result.append(start..<lines.count) }
    return result
  }

  /// Whether a line begins with `-`, `+`, `a)`, `1.`, `2.1.`, `II.` or the like; `1` may be a misread `I`.
  private static func startsItem(_ line: Line) -> Bool {
    guard let first = line.words.first?.text else { return false }
    if first == "-" || first == "+" || first == "*" || first == "•" { return true }
    guard let last = first.last, last == "." || last == ")", first.count <= longestNumber else { return false }
    let body = first.dropLast()
    return body.allSatisfy { $0.isNumber || $0 == "." } || body.count == 1
      || body.allSatisfy { "IVX1".contains($0) }
  }
}
