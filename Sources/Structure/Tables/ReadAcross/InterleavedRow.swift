internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Takes the cells of a row out of lines that were read across it: the deadline's pieces stand at the lines' ends, the
/// bodies before them, the work is what is left. A cell that cannot be told is left empty and the row says so.
struct InterleavedRowCutter: Sendable {
  private let words: ReadAcrossWords
  private let weights: ReadAcrossWeights
  private let tracer: BodyTracer
  private let times: InterleavedTimes
  private let deadlines: InterleavedDeadline

  /// `names`: the bodies that are known.
  init(_ words: ReadAcrossWords, names: [String], weights: ReadAcrossWeights = ReadAcrossWeights()) {
    (self.words, self.weights) = (words, weights)
    tracer = BodyTracer(names: names, words: words, bounds: weights.names)
    times = InterleavedTimes(words.times)
    deadlines = InterleavedDeadline(words.times)
  }

  func row(number: Int, lines: [InterleavedLine], isProvincial: Bool) -> DataTable.Row {
    let place = lines.first?.raw.words.first
    let isPrinted = lines.compactMap(\.number).first == number
    let label = PlacedWord(
      text: String(number), page: place?.page ?? 1, line: place?.line ?? 0,
      confidence: Confidence(weights.certaintyOfKnown), isInferred: !isPrinted)
    let cells = byColumn(lines) ?? acrossColumns(lines, number: number, isProvincial: isProvincial)
    var notes = ["rebuilt"]
    if !isPrinted { notes.append("number-inferred") }
    if lines.dropFirst().contains(where: \.startsPage) { notes.append("page-break") }
    if cells.lead.isEmpty { notes.append("lead-lost") }
    if cells.deadline.passage.isEmpty { notes.append("deadline-lost") }
    if cells.deadline.isDoneInferred { notes.append(DataTable.Row.doneInferred) }
    var row = DataTable.Row(
      cells: [Passage(words: [label]), cells.work, cells.lead, cells.cooperating, cells.deadline.passage],
      notes: notes,
      raw: lines.map(\.raw.text))
    for cell in row.cells.indices where row.cells[cell].isInferred { row.noteInferred(cell: cell) }
    return row
  }

  private struct Cells {
    var work = Passage(), lead = Passage(), cooperating = Passage()
    var deadline = InterleavedDeadline.Found()
  }

  // MARK: Read column by column

  /// A row whose cells were read one after the other: short lines, blank ones between the cells, the number on its own.
  private func byColumn(_ lines: [InterleavedLine]) -> Cells? {
    guard let first = lines.first, first.number != nil, !first.body.contains(where: \.hasLetters), lines.count > 4
    else { return nil }
    var cells: [[InterleavedLine]] = []
    for line in lines.dropFirst() {
      if line.hasGapBefore || cells.isEmpty { cells.append([]) }
      cells[cells.count - 1].append(line)
    }
    guard cells.count >= 3, let last = cells.popLast(), let work = cells.first,
      last.allSatisfy({ times.tail(of: $0) != nil || $0.tokens.last?.text.isDayOrMonth ?? false })
    else { return nil }
    func passage(_ lines: some Sequence<InterleavedLine>) -> Passage {
      Passage(joining: lines.map { Passage(words: $0.tokens.map(\.word)) })
    }
    let helping = cells.count > 2 ? cells.removeLast() : []
    let leading = cells.dropFirst().map { passage($0).listed }
    return Cells(
      work: passage(work), lead: Passage(words: leading.flatMap(\.words)), cooperating: passage(helping),
      deadline: InterleavedDeadline.Found(passage: passage(last)))
  }

  // MARK: Read across the columns

  private func acrossColumns(_ lines: [InterleavedLine], number: Int, isProvincial: Bool) -> Cells {
    var tokens = lines.map { Array($0.body) }
    let deadline = deadlines.take(from: &tokens)
    var traces = tracer.traces(in: tokens, isProvincial: isProvincial)
    let middle = middle(of: lines, number: number)
    var leads = leads(among: traces, in: tokens, middle: middle)
    if !leads.contains(true) {
      traces = BodyTracer.inOrder(
        traces + tracer.tailTraces(in: tokens, besides: traces, isProvincial: isProvincial))
      leads = self.leads(among: traces, in: tokens, middle: middle)
    }
    func passage(_ isLead: Bool) -> Passage {
      Passage(words: zip(traces, leads).filter { $0.1 == isLead }.flatMap { spelled($0.0, in: tokens).listed.words })
    }
    return Cells(
      work: work(of: tokens, without: traces), lead: passage(true).closed, cooperating: passage(false).closed,
      deadline: deadline)
  }

  private func leads(
    among traces: [BodyTracer.Trace], in lines: [[InterleavedLine.Token]], middle: Double
  ) -> [Bool] {
    ColumnChooser(
      traces: traces, names: tracer.names, lines: lines, middle: middle, words: words, weights: weights.columns
    ).leads()
  }

  /// The line of the row's number, or of what is left of it, or the middle one.
  private func middle(of lines: [InterleavedLine], number: Int) -> Double {
    let centre = Double(lines.count - 1) / 2
    let printed = lines.indices.first { lines[$0].number == number }
    let sign = lines.indices.filter { lines[$0].hasNumberSign || lines[$0].number != nil }
      .min { abs(Double($0) - centre) < abs(Double($1) - centre) }
    return (printed ?? sign).map(Double.init) ?? centre
  }

  /// The name as it is known, at the place of its words. Words that were not read so are inferred.
  private func spelled(_ trace: BodyTracer.Trace, in lines: [[InterleavedLine.Token]]) -> Passage {
    let read = trace.pieces.flatMap { lines[$0.line][$0.tokens] }.map(\.word)
    let known = tracer.names[trace.name].split(separator: " ").map(String.init)
    let after = placeName(after: trace, of: known.count, in: lines)
    let spelling = known.prefix(after.isEmpty ? known.count : trace.words)
    let words = spelling.enumerated().compactMap { index, text in
      (read.dropFirst(index).first ?? read.last).map { place in
        word(text, at: place, isInferred: !read.indices.contains(index) || !text.isWord(place.text))
      }
    }
    return Passage(words: words + after.map { word($0.text, at: $0, isInferred: false) })
  }

  /// `Điện lực Thanh Hóa`: the known name goes on with `tỉnh`, here with the place's own name, of three words at most.
  private func placeName(
    after trace: BodyTracer.Trace, of count: Int, in lines: [[InterleavedLine.Token]]
  ) -> [PlacedWord] {
    guard trace.words < count, trace.pieces.count == 1, let piece = trace.pieces.first else { return [] }
    return lines[piece.line][piece.tokens.upperBound...].prefix { $0.isCapital && $0.isReadable }.prefix(3).map(\.word)
  }

  private func word(_ text: String, at place: PlacedWord, isInferred: Bool) -> PlacedWord {
    PlacedWord(
      text: text, page: place.page, line: place.line, confidence: Confidence(weights.certaintyOfKnown),
      isInferred: isInferred)
  }

  /// The line up to its first other cell.
  private func work(of lines: [[InterleavedLine.Token]], without traces: [BodyTracer.Trace]) -> Passage {
    var words: [PlacedWord] = []
    for (index, line) in lines.enumerated() {
      let cell = traces.flatMap(\.pieces).filter { $0.line == index }.map(\.tokens.lowerBound).min()
      let own = line[
        ..<min(cell ?? line.count, line.lastIndex { $0.isBar }.flatMap { $0 > 1 ? $0 : nil } ?? line.count)]
      words += own.filter { $0.hasLetters && !$0.isBar }.map(\.word)
    }
    return Passage(words: words)
  }
}

extension Passage {
  /// With a mark that parts it from the next body.
  fileprivate var listed: Passage {
    guard let last = words.last else { return self }
    var listed = last
    listed.text = last.text.trimmingEnd + ";"
    return Passage(words: words.dropLast() + [listed])
  }

  /// Without the mark after the last body.
  fileprivate var closed: Passage {
    guard let last = words.last else { return self }
    var closed = last
    closed.text = last.text.trimmingEnd
    return Passage(words: words.dropLast() + [closed])
  }
}

extension DataTable.Row {
  /// The cells of a rebuilt row that name bodies, and what the notes call them.
  static let bodyCells = 2...3
  private static let cellNames = [2: "lead", 3: "cooperating"]

  /// Says once that a cell holds words that are not on the paper.
  mutating func noteInferred(cell: Int) {
    guard let name = Self.cellNames[cell], !notes.contains("\(name)-inferred") else { return }
    notes.append("\(name)-inferred")
  }
}

extension String {
  /// Whether another is the same word, signs at its ends and capitals aside.
  fileprivate func isWord(_ other: String) -> Bool { trimmingSigns.lowercased() == other.trimmingSigns.lowercased() }

  fileprivate var trimmingEnd: String { String(trimmedEnd { ",;.".contains($0) }) }
}
