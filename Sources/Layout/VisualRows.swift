import DocumentModel

/// A piece of a line that stands alone: on both sides of it is a wide gap or the page's edge.
struct Segment {
  var line: Line
  var box: PixelBox
}

/// The segments that stand side by side at one height of the page, from left to right.
struct VisualRow {
  var segments: [Segment]

  var box: PixelBox { PixelBox.enclosing(segments.map(\.box)) ?? PixelBox(x: 0, y: 0, width: 0, height: 0) }
  var text: String { segments.map(\.line.text).joined(separator: "\t") }
}

/// Sorts recognised lines into rows by where they stand, whatever order they were read in.
enum VisualRows {
  /// Lines without boxes are left out: they have no place on the page.
  static func of(_ lines: [Line], dpi: Int, words: LayoutWords) -> [VisualRow] {
    let segments = lines.flatMap { split($0, dpi: dpi, words: words) }.sorted { $0.box.midY < $1.box.midY }
    var rows: [VisualRow] = []
    for segment in segments {
      // Only the last few rows can still be beside it: the segments come from top to bottom.
      if let index = rows.indices.suffix(4).last(where: { stands(segment, in: rows[$0]) }) {
        rows[index].segments.append(segment)
      } else {
        rows.append(VisualRow(segments: [segment]))
      }
    }
    for index in rows.indices { rows[index].segments.sort { $0.box.x < $1.box.x } }
    return rows.sorted { $0.box.midY < $1.box.midY }
  }

  private static func stands(_ segment: Segment, in row: VisualRow) -> Bool {
    let isBeside = row.segments.contains {
      $0.box.verticalOverlap(with: segment.box) * 2 > min($0.box.height, segment.box.height)
    }
    return isBeside && row.segments.allSatisfy { $0.box.horizontalOverlap(with: segment.box) <= 0 }
  }

  /// Cuts a line where a gap is wider than any space between words of one text. Before the first word of the State's or
  /// the Party's line in a letterhead a gap of a line's height is enough: long names on the left leave it little room.
  static func split(_ line: Line, dpi: Int, words: LayoutWords) -> [Segment] {
    guard let height = line.box?.height else { return [] }
    let widest = max(
      Int(Double(height) * LayoutSizes.widestSpaceInHeights), LayoutSizes.widestSpace.pixels(at: dpi))
    var parts: [[Word]] = []
    for word in line.words {
      guard let box = word.box else { continue }
      if let previous = parts.last?.last?.box,
        box.x - previous.right <= (words.mottoOpenings.contains(word.text) ? height : widest),
        box.x >= previous.x
      {
        parts[parts.count - 1].append(word)
      } else {
        parts.append([word])
      }
    }
    return parts.compactMap { words in
      var part = line
      part.words = words
      part.words[0].spaceBefore = ""
      return part.box.map { Segment(line: part, box: $0) }
    }
  }
}

extension [Word] {
  /// The words that stand in each column, one more than there are edges; those without a place in none.
  func columns(at edges: [Int]) -> [[Word]] {
    var columns = [[Word]](repeating: [], count: edges.count + 1)
    for word in self {
      if let box = word.box { columns[edges.count { $0 < box.midX }].append(word) }
    }
    return columns
  }
}
