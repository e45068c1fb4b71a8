public import DocumentModel
public import Grammar
internal import Vietnamese

/// Makes tables of a text input's lines whose cells stand between tabs, as a word processor or a copied sheet writes them:
/// a line of column headings, then rows with as many tabs, group rows with fewer. Cells that stand apart by spaces are
/// left to `SpacedTables`.
public struct TextTables: Sendable {
  private let columns, listColumns: PhraseTable<Vocabulary.Role>
  private let words: LayoutWords
  /// Fewer columns are a letterhead's halves or a list.
  private let fewestColumns = 3
  /// A page has no more tables; lines beyond that stay lines.
  private let most = 40

  public init(_ phrases: Phrases) {
    columns = phrases.table(.column)
    listColumns = phrases.table(.aidColumn)
    words = LayoutWords(phrases)
  }

  /// The page with its tables; a page that was no text input comes back as it is.
  public func formed(in page: Page) -> Page {
    guard page.origin == .text else { return page }
    var page = page
    var blocks: [Block] = []
    var index = 0, tries = 0
    while index < page.blocks.count {
      if let rows = rows(of: page.blocks, from: index) {
        blocks.append(.table(table(of: rows.lines, page: page.number)))
        index = rows.end
      } else if tries < most, let found = spaced(page, from: index, tries: &tries) {
        blocks.append(.table(found.table))
        index += found.count
      } else {
        blocks.append(page.blocks[index])
        index += 1
      }
    }
    page.blocks = blocks
    return page
  }

  /// The lines of a table that begins at a block, and where it ends.
  private func rows(of blocks: [Block], from start: Int) -> (lines: [Line], end: Int)? {
    guard case .line(let header) = blocks[start], isHeader(header) else { return nil }
    var lines = [header]
    var end = start + 1
    for index in (start + 1)..<max(start + 1, blocks.count) {
      guard case .line(let line) = blocks[index] else { break }
      if line.words.isEmpty { continue }
      guard cells(of: line).count > 1 else { break }
      lines.append(line)
      end = index + 1
    }
    return lines.count > 1 ? (lines, end) : nil
  }

  /// A table by its white gutters from a block on, and how many blocks it takes.
  private func spaced(_ page: Page, from start: Int, tries: inout Int) -> (table: Table, count: Int)? {
    guard case .line(let header) = page.blocks[start],
      header.words.dropFirst().count(where: { $0.spaceBefore.count > 1 }) >= 2
    else { return nil }
    tries += 1
    var lines: [Line] = []
    for case .line(let line) in page.blocks[start...].prefix(SpacedTables.longest) { lines.append(line) }
    return SpacedTables(words: words, isHeader: isHeader).table(in: lines, page: page.number)
  }

  private func isHeader(_ line: Line) -> Bool { isHeader(cells(of: line)) }

  private func isHeader(_ cells: [Line]) -> Bool {
    let cells = cells.filter { !$0.words.isEmpty }
    guard cells.count >= fewestColumns else { return false }
    let texts = cells.map { $0.words.map(\.text).joined(separator: " ") }
    let known = texts.count { text in
      let text = LooseText(text)
      return [columns, listColumns].contains { $0.match(in: text, at: 0)?.range.upperBound == text.count }
    }
    // One whole heading is enough where all others hold one.
    return known >= 2 && known * 2 >= cells.count || known > 0 && texts.allSatisfy(words.holdsHeading)
  }

  /// The line's parts between tabs; a tab after a tab leaves an empty one.
  private func cells(of line: Line) -> [Line] {
    var parts: [[Word]] = [[]]
    for word in line.words {
      let tabs = word.spaceBefore.count { $0 == "\t" }
      parts += Array(repeating: [], count: tabs)
      parts[parts.count - 1].append(word)
    }
    return parts.map { Line(words: $0, page: line.page, number: line.number) }
  }

  private func table(of lines: [Line], page: Int) -> Table {
    let width = cells(of: lines[0]).count
    let cells = lines.enumerated().flatMap { row, line -> [TableCell] in
      let own = self.cells(of: line)
      return (0..<width).map { column in
        // What stands beyond the last heading belongs to the last column.
        let parts = column == width - 1 ? Array(own.dropFirst(column)) : Array(own.dropFirst(column).prefix(1))
        return TableCell(lines: parts.filter { !$0.words.isEmpty }, row: row, column: column)
      }
    }
    return Table(page: page, rowCount: lines.count, columnCount: width, cells: cells)
  }
}
