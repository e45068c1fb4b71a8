internal import DocumentModel
internal import Vietnamese

/// A line of the document's own text, with all that the grammars ask about it.
struct FlowLine: Sendable {
  var passage: Passage
  var text: LooseText
  /// The words of a text input as they were read, one a word of `passage`; empty for a line with boxes.
  var originals: [String]
  /// How many spaces stand before each word of a text input; empty for a line with boxes.
  var spaces: [Int]
  var column: Line.Column
  /// The parts between tabs: one, or the left and right halves of a header band.
  var halves: [Passage]
  /// The parts of a text input's line between tabs or wide gaps: recipients at the left, the signature beside them.
  var spacedHalves: [Passage]
  /// The line is of a text input and begins far to the right, behind wide space.
  var standsFarIn: Bool
  /// A blank line stands before it.
  var hasGapBefore: Bool
  /// It is the first line of its page.
  var startsPage: Bool
  var box: PixelBox?
  /// How far the line's ends are from the left and the right edge of its page's text, in heights of a line; nil for a
  /// text input and for a page of few lines.
  var indent: (left: Double, right: Double)?

  /// It stands in the left half of the page, with nothing beside it.
  var isInLeftHalf: Bool {
    column == .left || indent.map { $0.right > max($0.left, LetterheadLimits.rightOfLeftHalf) } ?? false
  }

  var page: Int { passage.words.first?.page ?? 1 }
  var number: Int { passage.words.first?.line ?? 0 }
  var string: String { text.text }

  init(_ printedLine: Line, hasGapBefore: Bool, startsPage: Bool) {
    let line = printedLine.withoutDebris
    let printed = Passage(line)
    passage = line.box == nil ? printed : printed.withoutSpecks
    text = LooseText(passage.text)
    originals = line.box == nil ? line.words.map(\.original) : []
    spaces = line.box == nil ? line.words.map(\.spaceBefore.count) : []
    column = line.column
    halves = Self.halves(of: line, printed) { $0.utf8.contains(UInt8(ascii: "\t")) }
    spacedHalves =
      line.box == nil
      ? Self.halves(of: line, printed) { $0.utf8.contains(UInt8(ascii: "\t")) || $0.isGap } : halves
    standsFarIn = line.box == nil && (line.words.first?.spaceBefore.count ?? 0) >= LineLimits.spacesBeforeRightHalf
    self.hasGapBefore = hasGapBefore
    self.startsPage = startsPage
    box = line.box
  }

  /// The same line with another text, after its footnote marks or its end were taken off.
  func replacing(_ passage: Passage) -> FlowLine {
    var line = self
    line.passage = passage
    line.text = LooseText(passage.text)
    (line.halves, line.spacedHalves) = ([passage], [passage])
    return line
  }

  private static func halves(of line: Line, _ printed: Passage, where parts: (String) -> Bool) -> [Passage] {
    // Most lines are one piece.
    if line.box == nil, !line.words.dropFirst().contains(where: { parts($0.spaceBefore) }) { return [printed] }
    var pieces: [[Word]] = [[]]
    for word in line.words {
      if parts(word.spaceBefore), !pieces[pieces.count - 1].isEmpty { pieces.append([]) }
      pieces[pieces.count - 1].append(word)
    }
    let passages = pieces.map { Passage(Line(words: $0, page: line.page, number: line.number, column: line.column)) }
    return line.box == nil ? passages : passages.map(\.withoutSpecks).filter { !$0.isEmpty }
  }
}

extension String {
  /// Wide space between the columns of a text input. Bytes are counted first: there are no fewer of them.
  fileprivate var isGap: Bool {
    utf8.count >= LineLimits.spacesBetweenColumns && count >= LineLimits.spacesBetweenColumns
  }
}

/// A line or a table, in reading order, without the furniture of pages.
enum FlowItem: Sendable {
  case line(FlowLine)
  case table(Table)

  var line: FlowLine? { if case .line(let line) = self { line } else { nil } }

  var page: Int {
    switch self {
    case .line(let line): line.page
    case .table(let table): table.page
    }
  }
}
