internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Parts the lines below stacked headings into rows: at numbers that rise one by one, at titles of groups, at the
/// headings that repeat on every page.
struct StackedRows: Sendable {
  enum Piece {
    /// A group's label and its title.
    case group(PlacedWord, Passage)
    /// A row's printed number, its lines, and whether a page begins within it.
    case row(PlacedWord, lines: [FlowLine], spansPages: Bool)
  }

  struct Found {
    var pieces: [Piece] = []
    /// How many of the lines the table takes.
    var end = 0
  }

  private let header: StackedHeader
  private let closings: PhraseTable<Bool>
  private let sections: InterleavedHeader

  private static let romanSigns = "IVXl", longestRoman = 4, longestTitle = 60
  private static let letters: ClosedRange<String> = "A"..."H"
  /// Numbers that are lost between two rows at most; lines down to the end of the sentence that closes a document.
  private static let mostLost = 1, closingLines = 6
  /// Lines from the heading down to the first row or group, at most.
  private static let linesToFirst = 4, longestPiece = 24

  init(_ phrases: Phrases, header: StackedHeader, sections: InterleavedHeader) {
    (self.header, self.sections) = (header, sections)
    closings = phrases.table(.closing, .heading)
  }

  /// The rows of the lines below a heading.
  func rows(of lines: [FlowLine], below heading: [FlowLine]) -> Found {
    let headings = headings(in: lines, like: heading)
    var found = Found(end: lines.count), last = Number(minor: 0)
    for (index, line) in lines.enumerated() {
      if headings[index] || isPageNumber(line, next: lines.dropFirst(index + 1).first) { continue }
      if ends(lines[index...], in: found) {
        found.end = index
        break
      }
      // What stands above the first row is another's heading.
      if found.pieces.isEmpty, index > Self.linesToFirst || index > 0 && isWork(lines[index - 1], headings[index - 1]) {
        break
      }
      let next = lines[(index + 1)...].first.flatMap(Number.init)
      if let title = groupTitle(of: line, next: next) {
        found.pieces.append(title)
        if let next, next.major != nil { last = Number(major: next.major, minor: 0) }
      } else if let number = Number(line), number.follows(last, byAtMost: last.minor == 0 ? 1 : Self.mostLost + 1) {
        found.pieces.append(.row(line.passage.words[0], lines: [line], spansPages: false))
        last = number
      } else {
        append(line, isNewPage: index > 0 && headings[index - 1], to: &found)
      }
    }
    return found
  }

  /// A line that is more than a piece of a heading: `(1) (2) (3)` is none, and may stand above the first row.
  private func isWork(_ line: FlowLine, _ isHeading: Bool) -> Bool {
    !isHeading && line.text.plain.count(where: \.isAnyLetter) > Self.longestPiece
  }

  private func append(_ line: FlowLine, isNewPage: Bool, to found: inout Found) {
    guard case .row(let number, let lines, let spans)? = found.pieces.last else { return }
    found.pieces[found.pieces.count - 1] = .row(number, lines: lines + [line], spansPages: spans || isNewPage)
  }

  // MARK: Numbers

  /// `12`, `2.1`: a row's number, under its group's or not.
  private struct Number {
    var major: Int?
    var minor: Int

    init(major: Int? = nil, minor: Int) { (self.major, self.minor) = (major, minor) }

    init?(_ line: FlowLine) {
      guard let first = line.originals.first ?? line.passage.words.first?.text, line.passage.words.count > 1 else {
        return nil
      }
      let parts = first.trimmed { ".,|)".contains($0) }.split(separator: ".").map { Int($0) }
      let numbers = parts.compactMap { $0 }
      guard parts.count == numbers.count, let minor = numbers.last, (1...2).contains(numbers.count),
        numbers.allSatisfy({ (1...99).contains($0) })
      else { return nil }
      (major, self.minor) = (numbers.count > 1 ? numbers[0] : nil, minor)
    }

    func follows(_ last: Number, byAtMost most: Int) -> Bool {
      if let major, major != last.major { return minor == 1 }
      return (major == nil) == (last.major == nil) && (1...most).contains(minor - last.minor)
    }
  }

  /// `II Công tác tuyên truyền`, `2 Công tác tuyên truyền` above `2.1`: a short title over all columns.
  private func groupTitle(of line: FlowLine, next: Number?) -> Piece? {
    guard let first = line.passage.words.first, next != nil, line.text.count <= Self.longestTitle else { return nil }
    let label = line.originals.first ?? first.text
    let isLetter = label.count == 1 && Self.letters.contains(label)
    let isRoman =
      label.trimmingSigns.count <= Self.longestRoman && !label.trimmingSigns.isEmpty
      && label.trimmingSigns.allSatisfy { Self.romanSigns.contains($0) }
    let isMajor = next?.major != nil && next?.minor == 1 && Int(label.trimmingSigns) == next?.major
    let title = line.passage.words.dropFirst().drop { !$0.text.contains(where: \.isLetter) }
    guard isRoman || isMajor || isLetter, title.first?.text.first?.isUppercase ?? false else { return nil }
    var read = first
    read.text = isRoman ? label.trimmingSigns.replacing("l", with: "I") : label.trimmingSigns
    return .group(read, Passage(words: Array(title)))
  }

  // MARK: Pages, and the end

  /// Headings that repeat: lines of headings beside one that begins with the number's.
  private func headings(in lines: [FlowLine], like heading: [FlowLine]) -> [Bool] {
    var result = lines.map { header.opensWithNumber($0) || header.repeats($0, of: heading) }
    for place in result.indices where result[place] {
      for index in lines.indices[(place + 1)...].prefix(StackedHeader.mostLines - 1) {
        guard header.isPiece(lines[index]) else { break }
        result[index] = true
      }
      for index in lines.indices[..<place].suffix(StackedHeader.mostLines - 2).reversed() {
        guard header.isWhole(lines[index]), lines[index].hasGapBefore || lines[index + 1].hasGapBefore else { break }
        result[index] = true
      }
    }
    return result
  }

  /// A number alone at the end of a page.
  private func isPageNumber(_ line: FlowLine, next: FlowLine?) -> Bool {
    line.passage.words.count == 1 && Int(line.string.trimmingSigns) != nil
      && (next.map(header.isPiece) ?? true)
  }

  /// The next section begins, or the sentence that closes the document.
  private func ends(_ lines: ArraySlice<FlowLine>, in found: Found) -> Bool {
    guard let line = lines.first else { return true }
    if sections.endsTable(line) || closings.match(in: line.text, at: 0) != nil { return true }
    guard line.hasGapBefore, Number(line) == nil, line.string.unicodeScalars.first?.isCapital ?? false else {
      return false
    }
    let below = lines.prefix(Self.closingLines)
    return below.contains { $0.string.contains("./.") } && !below.contains { Number($0) != nil }
  }
}
