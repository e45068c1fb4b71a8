import DocumentModel
import Vietnamese

/// What stands in the columns of a table without rules: whether it is a table at all, how deep its headings reach, and which
/// lines make a row.
struct UnruledContent {
  /// By line of print: the words of each column.
  let lines: [[[Word]]]
  /// By line: whether it is the title of a group.
  let titles: [Bool]
  let words: LayoutWords
  let page: Int

  /// By row of the table: its lines of print.
  var rows: [[[[Word]]]] {
    let depth = headingDepth
    let body = lines.indices.dropFirst(depth).map { line in
      let label = Self.text(lines[line][0])
      return RowStarts.Line(columns: lines[line], isTitle: titles[line], label: isLabel(label) ? label : nil)
    }
    let isNumbered = isLabelled || opensNumbering
    let rows = RowStarts(body, isLabelled: isNumbered).rows.map {
      Array(lines[depth + $0.lowerBound..<depth + $0.upperBound])
    }
    return depth > 0 ? [Array(lines[..<depth])] + rows : rows
  }

  /// Labels in the first column, headings of tasks over the columns, or columns that begin together: less could be chance.
  var isTable: Bool {
    isLabelled || columnCount >= 4 && opensNumbering || headingDepth > 0 || beginsTogether
  }

  private var columnCount: Int { lines.first?.count ?? 0 }

  /// Most of the first column's words are labels.
  private var isLabelled: Bool {
    let labels = lines.compactMap(\.first).filter { !$0.isEmpty }.map(Self.text)
    return labels.count >= 2 && labels.count(where: isLabel) * 4 >= labels.count * 3
  }

  /// `TT`, `STT` over the first column: its numbers may be too faint to be read.
  private var opensNumbering: Bool {
    lines.first.map { words.headsNumbers(Self.text($0[0])) } ?? false
  }

  /// Lines from the first that are headings of columns, as deep as they make the most known ones; 0 where fewer than two are.
  private var headingDepth: Int {
    let known = (1...LayoutSizes.deepestHeading).prefix { $0 < lines.count }.map { depth in knownHeadings(in: depth) }
    guard let most = known.max(), most >= 2, let depth = known.lastIndex(of: most) else { return 0 }
    return depth + 1
  }

  private func knownHeadings(in depth: Int) -> Int {
    words.knownHeadings(
      among: (0..<columnCount).map { column in
        let lines = CellFilling.lines(of: lines[..<depth].flatMap { $0[column] }, page: page)
        return lines.map(\.text).joined(separator: " ")
      })
  }

  /// Three lines or more on which four columns or more begin at one height, with capitals or figures: the rest of a table
  /// whose headings stand on the page before. A stamp beside the recipients makes such lines of its letters.
  private var beginsTogether: Bool {
    guard columnCount >= 4, !holdsRecipients else { return false }
    return lines.count { line in line.count(where: opensCell) >= columnCount - 1 } >= LayoutSizes.fewestLinesTogether
  }

  /// A word or a figure, with a capital if it is a word.
  private func opensCell(_ words: [Word]) -> Bool {
    let signs = Self.text(words).filter { $0.isLetter || $0.isNumber }
    return signs.count >= 2 && signs.first.map { $0.isUppercase || $0.isNumber } ?? false
  }

  private var holdsRecipients: Bool {
    lines.contains { line in
      let text = looseKey(Self.text(line.flatMap(\.self)))
      return words.recipients.contains { text.hasPrefix($0) }
    }
  }

  /// A number, a letter or `STT`, not a bullet: lists have those, tables do not. A short word is none.
  private func isLabel(_ text: String) -> Bool {
    guard text.count <= LayoutSizes.longestLabel, text.contains(where: { $0.isLetter || $0.isNumber }) else {
      return false
    }
    return !text.contains(where: \.isLowercase) || text.count <= 2 || words.headsNumbers(text)
  }

  private static func text(_ words: [Word]) -> String { words.map(\.text).joined(separator: " ") }
}
