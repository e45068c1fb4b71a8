internal import DocumentModel
internal import Vietnamese

/// Makes tables of a text input's lines whose cells stand apart by spaces, as programs print them that keep a page's
/// layout: the columns are found by the white gutters, as on a page, every letter as wide as the next.
struct SpacedTables {
  /// A letter's width and a line's pitch and height, in pixels of a made-up page on which one space is no gutter yet.
  private let advance = 20, pitch = 40, height = 30, dpi = 600
  /// A table on one page has no more lines.
  static let longest = 120
  private let words: LayoutWords
  private let isHeader: ([Line]) -> Bool

  /// `isHeader` tells a line of column headings by its cells.
  init(words: LayoutWords, isHeader: @escaping ([Line]) -> Bool) {
    self.words = words
    self.isHeader = isHeader
  }

  /// A table whose headings stand on the first line, and how many of the lines it takes.
  func table(in lines: [Line], page: Int) -> (table: Table, count: Int)? {
    guard let header = lines.first, isHeader(parts(of: header)) else { return nil }
    let drawn = lines.prefix(Self.longest).enumerated().map { index, line in placed(line, at: index) }
    let rows = VisualRows.of(drawn, dpi: dpi, words: words)
    guard let found = ColumnTables(dpi: dpi, page: page, words: words).first(in: rows), let box = found.box else {
      return nil
    }
    var table = found
    for index in table.cells.indices {
      table.cells[index].lines = unplaced(table.cells[index].lines, as: lines)
      table.cells[index].box = nil
    }
    table.box = nil
    let headings = table.cells(startingIn: 0).map { Line(words: $0.lines.flatMap(\.words)) }
    return isHeader(headings) ? (table, min(lines.count, (box.bottom + pitch - 1) / pitch)) : nil
  }

  /// The line's parts between two spaces or more.
  private func parts(of line: Line) -> [Line] {
    var parts: [[Word]] = [[]]
    for word in line.words {
      if word.spaceBefore.count > 1, !parts[parts.count - 1].isEmpty { parts.append([]) }
      parts[parts.count - 1].append(word)
    }
    return parts.map { Line(words: $0) }
  }

  private func placed(_ line: Line, at index: Int) -> Line {
    var line = line
    var offset = 0
    for place in line.words.indices {
      offset += line.words[place].spaceBefore.count
      let width = line.words[place].text.count
      line.words[place].box = PixelBox(
        x: offset * advance, y: index * pitch, width: width * advance, height: height)
      offset += width
    }
    return line
  }

  /// The cell's words on the lines they came from, without their made-up boxes.
  private func unplaced(_ cell: [Line], as lines: [Line]) -> [Line] {
    var result: [Line] = []
    var last = -1
    for word in cell.flatMap(\.words) {
      let index = (word.box?.y ?? 0) / pitch
      if index != last { result.append(Line(words: [], page: lines[index].page, number: lines[index].number)) }
      last = index
      var word = word
      word.box = nil
      word.spaceBefore = result[result.count - 1].words.isEmpty ? "" : " "
      result[result.count - 1].words.append(word)
    }
    return result
  }
}
