internal import DocumentModel

/// A word with its place on the page image, in pixels: upright but not deskewed.
struct LayoutWord {
  var text: String
  var original: String
  var box: PixelBox
  var confidence: Confidence
  /// Other readings; empty for a word that is not in doubt.
  var alternatives: [String]
}

struct LayoutLine {
  var words: [LayoutWord]
  var box: PixelBox
}

/// Lines that stand together: a cell of a table, or lines with no gap between them.
struct LayoutArea {
  /// Number of the table of the page that it is a cell of, from 1; nil outside tables.
  var table: Int?
  var lines: [LayoutLine]
  var box: PixelBox

  static func areas(of page: Page) -> [LayoutArea] {
    let map = page.inverseDeskew
    var areas: [LayoutArea] = []
    var tables = 0
    // An area ends at a table and at a gap wider than a line.
    var isOpen = false
    for block in page.blocks {
      switch block {
      case .line(let line):
        guard let line = LayoutLine(line, map) else {
          isOpen = false
          continue
        }
        if isOpen, areas[areas.count - 1].takes(line) {
          areas[areas.count - 1].append(line)
        } else {
          areas.append(LayoutArea(table: nil, lines: [line], box: line.box))
        }
        isOpen = true
      case .table(let table):
        tables += 1
        isOpen = false
        areas += table.cells.compactMap { LayoutArea($0, of: tables, map) }
      }
    }
    return areas
  }

  private func takes(_ line: LayoutLine) -> Bool {
    guard let last = lines.last else { return true }
    let gap = line.box.y - last.box.bottom
    return gap < last.box.height && line.box.bottom > last.box.y && line.box.horizontalOverlap(with: last.box) > 0
  }

  private mutating func append(_ line: LayoutLine) {
    lines.append(line)
    box = box.union(line.box)
  }
}

extension LayoutArea {
  fileprivate init?(_ cell: TableCell, of table: Int, _ map: AffineMap) {
    let lines = cell.lines.compactMap { LayoutLine($0, map) }
    guard let box = PixelBox.enclosing(lines.map(\.box)) else { return nil }
    self.init(table: table, lines: lines, box: cell.box.map { map.applied(to: $0).union(box) } ?? box)
  }
}

extension LayoutLine {
  /// Nil where no word has a place.
  fileprivate init?(_ line: Line, _ map: AffineMap) {
    let words = line.words.compactMap { word in
      word.box.map {
        LayoutWord(
          text: word.text, original: word.original, box: map.applied(to: $0), confidence: word.confidence,
          alternatives: word.isDoubtful ? word.alternatives.map(\.text) : [])
      }
    }
    guard let box = PixelBox.enclosing(words.map(\.box)) else { return nil }
    self.init(words: words, box: box)
  }
}
