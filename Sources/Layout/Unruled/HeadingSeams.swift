import DocumentModel

/// Tells gutters that run through the heading of one column: `Phối | hợp`, `Nội | dung`. White that stands below itself by
/// chance parts the words of a column; in its heading they are as near to each other as words of a line are.
struct HeadingSeams {
  /// Lines of print that may hold headings, from the top of the table.
  let heading: [VisualRow]
  /// By line: where the gutters stand.
  let edges: [[Int]]
  let words: LayoutWords

  /// Words of a heading on one line, at most; white between two of them in heights of the line, at most.
  private static let mostWords = 5, widestSpace = 0.8

  /// The gutters, by their index, that part the words of one heading.
  var parting: Set<Int> {
    var found: Set<Int> = []
    for (line, edges) in zip(heading, edges) {
      let words = line.orderedWords
      for (index, gap) in zip(words.indices, zip(words, words.dropFirst())) {
        guard let left = gap.0.box, let right = gap.1.box,
          Double(right.x - left.right) < Self.widestSpace * Double(max(left.height, right.height)),
          let edge = edges.firstIndex(where: { $0 >= left.midX && $0 < right.midX }), isOne(words, across: index)
        else { continue }
        found.insert(edge)
      }
    }
    return found
  }

  /// Whether words around a gutter are a heading together, and those on either side are none of another column.
  private func isOne(_ line: [Word], across last: Int) -> Bool {
    for start in max(0, last - Self.mostWords + 2)...last {
      for end in last + 1..<min(line.count, start + Self.mostWords) {
        guard let whole = words.column(text(line[start...end])) else { continue }
        let left = words.column(text(line[start...last])), right = words.column(text(line[(last + 1)...end]))
        if (left ?? whole) == whole, (right ?? whole) == whole { return true }
      }
    }
    return false
  }

  private func text(_ words: ArraySlice<Word>) -> String { words.map(\.text).joined(separator: " ") }
}
