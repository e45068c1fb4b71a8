internal import DocumentModel
internal import Vietnamese

extension FlowLine {
  /// The mark that lists the line (`-`, `+`, `*`; `•` and the like count as `-`) and the text after it; nil where the
  /// line is not listed.
  var bullet: (mark: String, rest: Passage)? {
    guard let first = text.scalars.first else { return nil }
    let mark: String
    switch first {
    case "-", "\u{2010}"..."\u{2015}", "•", "●", "▪", "·", "\u{F0B7}", "~", "¬": mark = "-"
    case "+": mark = "+"
    case "*": mark = "*"
    default: return nil
    }
    let start = text.skipping([.space], from: 1)
    // `-5 độ` and `-----` are not items of a list; `-Là` is one whose space was lost.
    guard start < text.count, start > 1 || text.scalars[1].properties.isAlphabetic || text.scalars[1] == "(" else {
      return nil
    }
    return (mark, passage.slice(start..<text.count))
  }
}
