internal import DocumentModel
internal import Vietnamese

/// A group of rows of a table read across its columns: the title above them, if any, and their lines.
struct InterleavedGroup {
  var title: Title?
  var lines: [InterleavedLine] = []

  struct Title {
    /// The letter or the Roman number before the title, as it was read.
    var label: PlacedWord?
    var isLettered = false
    var passage: Passage
    /// How many rows the title says that the group has.
    var count: Int?
  }
}

/// Parts the lines of a table read across its columns into groups: at the headings that repeat on each page, at titles
/// that count their rows (`Về thể chế (13 nhiệm vụ)`), and at titles with a letter (`B | Thu gom`).
struct InterleavedGroups: Sendable {
  private let headers: InterleavedHeader
  private let words: ReadAcrossWords
  private let bounds: TableBounds

  /// The letters of Roman numbers as they are read, and the rule of a table.
  private static let romanSigns = "IVXl1", romanSignsOrRule = romanSigns + "|"
  private static let groupLetters: ClosedRange<String> = "A"..."H"
  /// Letters of a Roman number at most.
  private static let longestRoman = 4

  init(_ headers: InterleavedHeader, _ words: ReadAcrossWords, bounds: TableBounds) {
    (self.headers, self.words, self.bounds) = (headers, words, bounds)
  }

  func groups(of lines: [FlowLine]) -> [InterleavedGroup] {
    let headings = headers.headings(in: lines, besides: endsTitle)
    var groups = [InterleavedGroup()]
    var run: [FlowLine] = []
    var startsPage: Set<Int> = []
    func close() {
      let kept = run.filter { !$0.text.isOrnament }
      groups[groups.count - 1].lines = kept.map { InterleavedLine($0, startsPage: startsPage.contains($0.number)) }
      run = []
    }
    for (index, line) in lines.enumerated() {
      if headings[index] {
        if let next = lines[(index + 1)...].first { startsPage.insert(next.number) }
      } else if let title = letteredTitle(line) {
        close()
        groups.append(
          InterleavedGroup(title: .init(label: line.passage.words.first, isLettered: true, passage: title)))
      } else if endsTitle(line) {
        let title = takeTitle(from: &run) + [line]
        close()
        groups.append(
          InterleavedGroup(
            title: .init(label: label(of: title), passage: self.title(title), count: statedCount(of: title))))
      } else {
        run.append(line)
      }
    }
    close()
    return groups.filter { $0.title != nil || !$0.lines.isEmpty }
  }

  /// The lines above a title's last that belong to it: a title over several lines has its number in the middle.
  private func takeTitle(from run: inout [FlowLine]) -> [FlowLine] {
    let above = run.suffix(bounds.titleLines)
    let open = above.firstIndex { $0.text.plain.suffix(bounds.longestCount + 1).contains(.openBracket) }
    let title = Array(open.map { above[$0...] } ?? above.drop { !opensTitle($0) })
    run.removeLast(title.count)
    return title
  }

  /// `… (06 nhiệm vụ)` closes a group's title.
  private func endsTitle(_ line: FlowLine) -> Bool {
    let range = words.counted.firstRange(in: line.text)
    guard let open = line.text.plain.lastIndex(of: .openBracket), let range else {
      return words.counted.begin(line.text) || range != nil && line.text.wordCount < bounds.longestTitleEnd
    }
    return range.lowerBound - open <= bounds.longestCount
  }

  /// `B | Thu gom và chỉnh lý`, `C Số hóa :`: a letter and a short title, with no body and no time beside it.
  private func letteredTitle(_ line: FlowLine) -> Passage? {
    let own = line.passage.words
    guard let first = own.first?.text, first.count == 1, Self.groupLetters.contains(first),
      own.count <= bounds.longestLetteredTitle
    else { return nil }
    let title = own.dropFirst().drop { !$0.text.contains(where: \.isLetter) }
    let hasRoom = !title.contains { $0.text.contains { $0.isNumber || $0 == "|" || $0 == ";" } }
    guard title.count >= 2, hasRoom, title.first?.text.first?.isUppercase ?? false,
      own.count > title.count + 1 || words.bodyOpenings.first(in: line.text) == nil
    else { return nil }
    return Passage(words: Array(title)).withoutClosingMark
  }

  /// The number before the word that is counted.
  private func statedCount(of lines: [FlowLine]) -> Int? {
    let text = LooseText(lines.map(\.string).joined(separator: " "))
    guard let range = words.counted.firstRange(in: text) else { return nil }
    let before = text.plain[..<range.lowerBound].reversed().drop { !$0.isDigit }.prefix { $0.isDigit }
    return Int(String(decoding: before.reversed(), as: UTF8.self))
  }

  /// `IV | nghiệp và hoạt động …`, or the line before it.
  private func opensTitle(_ line: FlowLine) -> Bool {
    let first = line.passage.words.first?.text ?? ""
    return isRoman(first, of: Self.romanSigns) || words.groupOpenings.beginWord(of: line.text)
  }

  /// The Roman number at the start of one of a title's lines.
  private func label(of lines: [FlowLine]) -> PlacedWord? {
    lines.lazy.compactMap(\.passage.words.first).first { isRoman($0.text, of: Self.romanSigns) }
  }

  private func isRoman(_ text: String, of signs: String) -> Bool {
    text.count <= Self.longestRoman && text.allSatisfy { signs.contains($0) }
  }

  private func title(_ lines: [FlowLine]) -> Passage {
    Passage(
      words: lines.flatMap(\.passage.words).filter { word in
        !isRoman(word.text, of: Self.romanSignsOrRule)
      })
  }
}
