internal import DocumentModel
internal import Export

/// A page's text, word by word, in the order that words are counted in.
struct PageTextWriter {
  /// Shows words as recognised.
  private let isSource: Bool
  private var place = 0

  init(isSource: Bool = false) { self.isSource = isSource }

  mutating func blocks(_ page: Page) -> [HTML] {
    var parts: [HTML] = []
    for block in page.blocks {
      switch block {
      case .line(let line): parts.append("<p>\(words(line))</p>")
      case .table(let table): parts.append(self.table(table))
      }
    }
    return parts
  }

  /// Words are counted cell by cell as the table keeps them, and shown row by row.
  private mutating func table(_ table: Table) -> HTML {
    var cells: [(row: Int, column: Int, html: HTML)] = []
    for cell in table.cells {
      var lines: [HTML] = []
      for line in cell.lines { lines.append(words(line)) }
      let span: HTML =
        (cell.rowSpan > 1 ? " rowspan=\"\(cell.rowSpan)\"" : .none)
        + (cell.columnSpan > 1 ? " colspan=\"\(cell.columnSpan)\"" : .none)
      cells.append((cell.row, cell.column, "<td\(span)>\(lines.joined(by: " "))</td>"))
    }
    let rows = Dictionary(grouping: cells, by: \.row).sorted { $0.key < $1.key }.map { _, cells -> HTML in
      "<tr>\(cells.sorted { $0.column < $1.column }.map(\.html))</tr>"
    }
    return "<div class=\"scroll\"><table>\(rows)</table></div>"
  }

  private mutating func words(_ line: Line) -> HTML {
    var parts: [HTML] = []
    var before: Word?
    for word in line.words {
      let shown = isSource ? Self.source(word, place) : Self.span(word, place)
      // Two halves of a letterhead stand on one line: what is far apart on paper is not run together here.
      parts.append(before.map { Self.isFar($0, word) } == true ? "<span class=\"far\"></span>\(shown)" : shown)
      place += 1
      before = word
    }
    return parts.joined(by: " ")
  }

  /// Farther apart than three letters are high.
  private static func isFar(_ left: Word, _ right: Word) -> Bool {
    guard let a = left.box, let b = right.box else { return false }
    return b.x - a.right > 3 * max(a.height, b.height)
  }

  private static func source(_ word: Word, _ place: Int) -> HTML {
    "<span class=\"\(word.original == word.text ? "r" : "r changed")\" data-r=\"\(place)\">\(word.original)</span>"
  }

  private static func span(_ word: Word, _ place: Int) -> HTML {
    let changed: HTML = word.original == word.text ? .none : " data-o=\"\(word.original)\""
    guard word.isDoubtful else { return "<span class=\"w\" data-w=\"\(place)\"\(changed)>\(word.text)</span>" }
    let alternatives = word.alternatives.map(\.text).filter { $0 != word.text }.joined(separator: "\n")
    return
      "<span class=\"w doubt\" data-w=\"\(place)\"\(changed) data-a=\"\(alternatives)\" tabindex=\"0\">\(word.text)</span>"
  }
}
