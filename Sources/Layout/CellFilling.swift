public import DocumentModel

/// Puts words whose place is known into the cells of a table.
public struct CellFilling: Sendable {
  private let page: Int

  public init(page: Int) { self.page = page }

  /// Gives every word to the cell that its middle stands in, and returns the lines of what stands in none.
  public func fill(_ tables: inout [Table], from lines: [Line]) -> [Line] {
    var outside: [Line] = []
    var inside: [[[Word]]] = tables.map { Array(repeating: [], count: $0.cells.count) }
    for line in lines {
      var rest = line
      rest.words = line.words.filter { word in
        guard let place = Self.place(of: word, in: tables) else { return true }
        inside[place.table][place.cell].append(word)
        return false
      }
      if let first = rest.words.indices.first { rest.words[first].spaceBefore = "" }
      if !rest.isEmpty { outside.append(rest) }
    }
    for table in tables.indices {
      for cell in tables[table].cells.indices {
        let words = inside[table][cell]
        tables[table].cells[cell].lines =
          StandingWords.lines(of: words, page: page) ?? Self.lines(of: words, page: page)
      }
    }
    return outside
  }

  private static func place(of word: Word, in tables: [Table]) -> (table: Int, cell: Int)? {
    guard let box = word.box else { return nil }
    for table in tables.indices where tables[table].box?.contains(x: box.midX, y: box.midY) == true {
      if let cell = tables[table].cells.firstIndex(where: { $0.box?.contains(x: box.midX, y: box.midY) == true }) {
        return (table, cell)
      }
    }
    return nil
  }

  /// Words to lines: from top to bottom, each line from left to right.
  static func lines(of words: [Word], page: Int) -> [Line] {
    var rows: [[Word]] = []
    for word in words.sorted(by: { ($0.box?.midY ?? 0) < ($1.box?.midY ?? 0) }) {
      if let box = word.box, let previous = rows.last?.first?.box,
        previous.verticalOverlap(with: box) * 2 > min(previous.height, box.height)
      {
        rows[rows.count - 1].append(word)
      } else {
        rows.append([word])
      }
    }
    return rows.map { row in
      var words = row.sorted { ($0.box?.x ?? 0) < ($1.box?.x ?? 0) }
      for index in words.indices { words[index].spaceBefore = index == 0 ? "" : " " }
      return Line(words: words, page: page)
    }
  }
}
