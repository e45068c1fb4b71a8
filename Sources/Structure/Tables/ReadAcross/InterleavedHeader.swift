internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Where a table that was read across its columns begins and ends: at its headings, and where the next section is headed.
struct InterleavedHeader: Sendable {
  private let words: ReadAcrossWords
  private let bounds: TableBounds
  private let certaintyOfKnown: Confidence
  private let sectionLabels: SectionLabelReader

  init(_ phrases: Phrases, _ words: ReadAcrossWords, weights: ReadAcrossWeights = ReadAcrossWeights()) {
    sectionLabels = SectionLabelReader(phrases)
    (self.words, bounds, certaintyOfKnown) = (words, weights.table, Confidence(weights.certaintyOfKnown))
  }

  /// The headings of three columns or more stand on the line, and little else: a sentence may well name as many. The
  /// work's column must stand left of the one that leads: tables in another order cannot be taken apart.
  func opensTable(_ line: FlowLine) -> Bool {
    guard line.text.count < bounds.longestHeader else { return false }
    let found = headings(in: line)
    let roles = Set(found.map(\.value))
    let covered = found.reduce(0) { $0 + $1.range.count }
    guard let first = found.first, first.range.lowerBound <= bounds.lettersBeforeHeader else { return false }
    return roles.count >= bounds.fewestColumns && roles.contains(.task) && roles.contains(.lead)
      && covered * 2 >= line.text.count
      && isInOrder(found.map(\.value))
  }

  /// The headings of columns on a line, whole or as they begin, from left to right.
  func headings(in line: FlowLine) -> [ReadAcrossWords.Columns.Match] {
    let whole = words.columns.all(in: line.text)
    let beginnings = words.columnBeginnings.all(in: line.text).filter { part in
      !whole.contains { $0.range.overlaps(part.range) }
    }
    return (whole + beginnings).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func isInOrder(_ roles: [Vocabulary.Role]) -> Bool {
    guard let task = roles.firstIndex(of: .task), let lead = roles.firstIndex(of: .lead) else { return false }
    return task < lead
  }

  /// `IV. TỔ CHỨC THỰC HIỆN` heads the next section: a Roman number and a title in capitals.
  func endsTable(_ line: FlowLine) -> Bool {
    sectionLabels.read(line.text).contains { label in
      guard label.kind == .roman || label.kind == .annex || label.kind == .article else { return false }
      return LooseText(line.text[label.end..<line.text.count]).isCapitals
    }
  }

  // MARK: What the columns are called

  /// The headings of the columns that rows are cut into: number, work, who leads, who helps, by when. What the line has
  /// of them is kept; the end of a heading that goes on below, and a heading that is lost, are inferred.
  func columns(of line: FlowLine) -> [Passage] {
    let found = headings(in: line)
    return ReadAcrossWords.columnOrder.map { role in
      let printed = found.first { $0.value == role }.map { line.passage.slice($0.range) }
      return completed(printed ?? Passage(), role: role, on: line)
    }
  }

  /// A heading's printed words, and the words with which the first heading goes on that has the role and begins so.
  private func completed(_ printed: Passage, role: Vocabulary.Role, on line: FlowLine) -> Passage {
    let text = printed.text
    if words.columns.match(in: LooseText(text), at: 0).map({ $0.range.upperBound == text.unicodeScalars.count })
      ?? false
    {
      return printed
    }
    let own = LooseText(text).plain
    let known = words.headings(of: role).first { LooseText($0).plain.starts(with: own) } ?? text
    let rest = known.split(separator: " ").dropFirst(printed.words.count)
    let place = printed.words.last ?? line.passage.words.first
    return Passage(
      words: printed.words
        + rest.map {
          PlacedWord(
            text: String($0), page: place?.page ?? 1, line: place?.line ?? 0, confidence: certaintyOfKnown,
            isInferred: true)
        })
  }

  // MARK: Headings over several lines

  /// Which lines are headings or pieces of one: those that hold little else, and weaker ones beside them.
  func headings(in lines: [FlowLine], besides isTitle: (FlowLine) -> Bool) -> [Bool] {
    var result = lines.map { !isTitle($0) && (opensTable($0) || isPiece($0)) }
    for order in [Array(lines.indices), lines.indices.reversed()] {
      var isBeside = false
      for index in order {
        if !result[index], isBeside, isWeakPiece(lines[index]) { result[index] = true }
        isBeside = result[index]
      }
    }
    for index in lines.indices.dropFirst().prefix(while: { isEnd(lines[$0]) }) { result[index] = true }
    return result
  }

  /// Hardly anything but column headings is left of the line.
  private func isPiece(_ line: FlowLine) -> Bool {
    guard line.text.count < bounds.longestPiece else { return false }
    let found = words.headingPieces.all(in: line.text)
    let covered = found.reduce(0) { $0 + letters(line.text.plain[$1.range]) }
    let all = letters(line.text.plain[...])
    return covered >= bounds.fewestPieceLetters && all - covered <= bounds.mostOtherLetters
  }

  /// `TT`, `1`, `hoàn thành` beside a heading.
  private func isWeakPiece(_ line: FlowLine) -> Bool {
    let all = letters(line.text.plain[...])
    if all <= 2, line.text.count <= 3, !(line.text.plain.first?.isDigit ?? false) { return true }
    return words.weakHeadings.match(in: line.text, at: 0).map { $0.range.upperBound == line.text.count } ?? false
  }

  /// `trì hợp hoàn thành` right under the first line: ends of its headings, and nothing else.
  private func isEnd(_ line: FlowLine) -> Bool {
    let all = letters(line.text.plain[...])
    return all > 0 && words.headingEnds.all(in: line.text).reduce(0) { $0 + letters(line.text.plain[$1.range]) } == all
  }

  private func letters(_ plain: ArraySlice<UInt8>) -> Int { plain.count(where: \.isAnyLetter) }
}
