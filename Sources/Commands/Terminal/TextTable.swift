internal import DocumentModel

/// A table for a terminal: columns as wide as their widest cell, numbers to the right.
struct TextTable {
  enum Alignment { case left, right }

  /// No column of words is cut to less; one that needs no more than `short`, a date or a state, is not cut at all.
  private static let narrowest = 8, short = 12
  private static let gap = "  "

  private let columns: [Alignment]
  private var rows: [[String]]

  init(_ columns: [(title: String, alignment: Alignment)]) {
    self.columns = columns.map(\.alignment)
    rows = [columns.map(\.title)]
  }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// Lines with a rule under the heading, `room` terminal columns wide at most, or of any width for nil. Where the table
  /// is wider, its widest columns of words are cut, with a mark of it; numbers never are.
  func lines(room: Int? = Console.columns) -> [String] {
    let widths = widths(in: room)
    var lines = rows.map { row in
      let cells = columns.indices.map { cell(row[$0], widths[$0], columns[$0]) }
      return String(cells.joined(separator: Self.gap).trimmedEnd { $0 == " " })
    }
    lines.insert(widths.map { String(repeating: "─", count: $0) }.joined(separator: Self.gap), at: 1)
    return lines
  }

  private func widths(in room: Int?) -> [Int] {
    var widths = columns.indices.map { column in rows.map { $0[column].terminalColumns }.max() ?? 0 }
    guard let room else { return widths }
    let cuttable = columns.indices.filter { columns[$0] == .left && widths[$0] > Self.short }
    while widths.reduce((widths.count - 1) * Self.gap.count, +) > room {
      let wide = cuttable.filter { widths[$0] > Self.narrowest }
      guard let widest = wide.max(by: { widths[$0] < widths[$1] }) else { break }
      widths[widest] -= 1
    }
    return widths
  }

  private func cell(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
    let text = text.cut(toColumns: width)
    let space = String(repeating: " ", count: max(0, width - text.terminalColumns))
    return alignment == .left ? text + space : space + text
  }
}

extension String {
  /// How many columns a terminal gives the text: two for emoji and East Asian letters, which names of files may hold.
  var terminalColumns: Int { reduce(0) { $0 + $1.terminalColumns } }

  fileprivate func cut(toColumns most: Int) -> String {
    guard terminalColumns > most else { return self }
    var text = "", taken = 0
    for character in self where taken + character.terminalColumns < most {
      taken += character.terminalColumns
      text.append(character)
    }
    return text + "…"
  }
}

extension Character {
  fileprivate var terminalColumns: Int {
    guard let scalar = unicodeScalars.first, scalar.value >= 0x1100 else { return 1 }
    if scalar.properties.isEmojiPresentation { return 2 }
    let wide: [ClosedRange<UInt32>] = [
      0x1100...0x115F, 0x2E80...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60,
      0xFFE0...0xFFE6, 0x20000...0x3FFFD,
    ]
    return wide.contains { $0.contains(scalar.value) } ? 2 : 1
  }
}
