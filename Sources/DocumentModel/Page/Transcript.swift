/// The text of a whole input as it stands in `text.txt`: one line for each line of print; one for each row of a table, with
/// tabs between its cells; and between two pages of a scan a line that holds a form feed only.
public struct Transcript: Hashable, Sendable {
  /// The pages with every line's number set to its line of the transcript.
  public let pages: [Page]
  public let lines: [String]
  /// Which lines are a page's.
  private let places: [Range<Int>]

  public init(of pages: [Page]) {
    var lines: [String] = []
    var numbered = pages
    places = numbered.indices.map { index in
      if index > 0, numbered[index].origin != .text { lines.append("\u{0C}") }
      let start = lines.count
      numbered[index].blocks = numbered[index].blocks.map { Self.numbered($0, appendingTo: &lines) }
      numbered[index].numberPenReadings()
      return start..<lines.count
    }
    self.pages = numbered
    self.lines = lines
  }

  public var text: String { lines.joined(separator: "\n") }

  /// The text of every page, without the line that parts it from the page before; "" for a page without print.
  public var pageTexts: [String] { places.map { lines[$0].joined(separator: "\n") } }

  /// The same of the `text` of a transcript whose pages are not at hand: a line that begins with a form feed begins a page.
  public static func pageTexts(in text: String) -> [String] {
    var pages: [[Substring]] = [[]]
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let rest = line.drop { $0 == "\u{0C}" }
      if rest.startIndex != line.startIndex { pages.append([]) }
      if rest.startIndex == line.startIndex || !rest.isEmpty { pages[pages.count - 1].append(rest) }
    }
    return pages.map { $0.joined(separator: "\n") }
  }

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

extension Page {
  /// Gives every reading of a pen the number of the line that it stands in.
  fileprivate mutating func numberPenReadings() {
    let lines = penReadings.isEmpty ? [] : lines
    for index in penReadings.indices {
      let box = penReadings[index].box
      let beside = lines.map { line in
        line.box.map { max(0, $0.verticalOverlap(with: box)) * max(0, $0.horizontalOverlap(with: box)) } ?? 0
      }
      guard let best = beside.indices.max(by: { beside[$0] < beside[$1] }), beside[best] > 0 else { continue }
      penReadings[index].line = lines[best].number
    }
  }
}
