/// The text of a whole input as it stands in `text.txt`: one line for each line of print; one for each row of a table, with
/// tabs between its cells; and between two pages of a scan a line that holds a form feed only.
public struct Transcript: Hashable, Sendable {
  /// The pages with every line's number set to its line of the transcript.
  public let pages: [Page]
  public let lines: [String]

  public init(of pages: [Page]) {
    var lines: [String] = []
    var numbered = pages
    for index in numbered.indices {
      if index > 0, numbered[index].origin != .text { lines.append("\u{0C}") }
      numbered[index].blocks = numbered[index].blocks.map { Self.numbered($0, appendingTo: &lines) }
    }
    self.pages = numbered
    self.lines = lines
  }

  public var text: String { lines.joined(separator: "\n") }

  private static func numbered(_ block: Block, appendingTo lines: inout [String]) -> Block {
    switch block {
    case .line(var line):
      lines.append(line.text)
      line.number = lines.count
      return .line(line)
    case .table(var table):
      for row in 0..<table.rowCount {
        let cells = table.cells(startingIn: row)
        guard !cells.isEmpty else { continue }
        lines.append(cells.map(\.text).joined(separator: "\t"))
        for index in table.cells.indices where table.cells[index].row == row {
          for line in table.cells[index].lines.indices { table.cells[index].lines[line].number = lines.count }
        }
      }
      return .table(table)
    }
  }
}
