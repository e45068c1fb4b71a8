internal import DocumentModel
internal import Vietnamese

extension FlowLine {
  /// The mark that lists the line (`-`, `+`, `*`; `•` and the like count as `-`) and the text after it; nil where the
  /// line is not listed.
  var bullet: (mark: String, rest: Passage)? {
    guard let first = text.scalars.first else { return nil }
    let mark: String
    switch first {
    case "-", "\u{2010}"..."\u{2015}", "·", "~", "¬": mark = "-"
    case _ where first.isListMark: mark = "-"
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

extension Unicode.Scalar {
  /// A sign that word processors put before the items of a list: bullets, arrows, boxes, ticks and stars, and whatever a
  /// font of signs has at a private place (Wingdings in a PDF).
  fileprivate var isListMark: Bool {
    switch value {
    case 0x2022, 0x2023, 0x2043, 0x204C, 0x204D, 0x2219: true
    case 0x2190...0x21FF, 0x25A0...0x25FF, 0x2600...0x26FF, 0x2700...0x27BF, 0x2900...0x297F, 0x2B00...0x2BFF: true
    case 0xE000...0xF8FF: true
    default: false
    }
  }
}
