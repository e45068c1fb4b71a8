internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The headings of a table that was read across its columns, over up to four lines: each line holds a piece of several
/// headings, misread and with rules between.
struct StackedHeader: Sendable {
  /// A column: what it holds, and its heading's usual wording.
  struct Column: Sendable {
    var role: Vocabulary.Role
    var heading: [String]
  }

  struct Found: Sendable {
    var lines: Range<Int>
    /// From left to right.
    var columns: [Column]
  }

  private typealias Wording = (role: Vocabulary.Role, words: [[UInt8]], text: [String])

  private let wordings: [Wording]
  private let vocabulary: Set<[UInt8]>
  /// Columns as they stand where no line says otherwise.
  private static let usualOrder: [Vocabulary.Role] = [.index, .task, .lead, .cooperating, .product, .deadline]
  static let mostLines = 5, longestLine = 100
  /// Share of a line's words that are words of headings, in hundredths; columns at least, the number's among them.
  private static let leastShare = 60, fewestColumns = 3
  /// Letters of a line that is known again, and letters for each that may be misread.
  private static let fewestRepeated = 8, lettersPerError = 4
  /// Characters of a section's number with its full stop.
  private static let longestLabel = 5

  init(_ phrases: Phrases) {
    wordings = phrases.vocabulary.wordings(.column).filter { Self.usualOrder.contains($0.1) }.map { wording, role in
      let text = wording.split { " ,/".contains($0) }.map(String.init)
      return (role, text.map { LooseText($0).plain }, text)
    }.sorted { $0.words.count > $1.words.count }
    vocabulary = Set(wordings.flatMap(\.words))
  }

  /// The first heading in the lines, if there is one.
  func first(in lines: [FlowLine]) -> Found? {
    let pieces = lines.map(isPiece)
    for start in lines.indices where pieces[start] {
      let found = headings(in: lines, pieces, from: start)
      guard let first = found.first else { continue }
      // A line above that happens to hold such words brings no column of its own.
      let later = (start + 1..<first.lines.upperBound).flatMap { headings(in: lines, pieces, from: $0) }
      return (found + later).max { ($0.columns.count, -$0.lines.count) < ($1.columns.count, -$1.lines.count) }
    }
    return nil
  }

  /// The headings that begin with a line, each with all lines of headings below it.
  private func headings(in lines: [FlowLine], _ pieces: [Bool], from start: Int) -> [Found] {
    let end = start + lines[start...].indices.prefix(Self.mostLines).prefix { pieces[$0] }.count
    return stride(from: end, to: start, by: -1).compactMap { last in
      columns(of: Array(lines[start..<last])).map { Found(lines: start..<last, columns: $0) }
    }
  }

  /// Most of the line's words are words of headings, as restored or as read.
  func isPiece(_ line: FlowLine) -> Bool {
    guard line.text.count < Self.longestLine, line.bullet == nil, !isLabelled(line), !endsSentence(line) else {
      return false
    }
    let first = line.text.plain.prefix { $0.isAnyLetter || $0.isDigit }
    return (first.isEmpty || !first.allSatisfy(\.isDigit)) && share(of: line) >= Self.leastShare
  }

  /// A mark stands right behind the last word: one that stands alone was read from a rule.
  private func endsSentence(_ line: FlowLine) -> Bool {
    guard let last = line.string.last, ".:;".contains(last) else { return false }
    return line.string.dropLast().last?.isLetter ?? false
  }

  /// The line begins with a section's number: `III. Nội dung thực hiện`.
  private func isLabelled(_ line: FlowLine) -> Bool {
    line.text.plain.prefix(Self.longestLabel).firstIndex(of: UInt8(ascii: ".")).map { $0 > 0 } ?? false
  }

  /// The line is one of the heading's own, printed again on another page.
  func repeats(_ line: FlowLine, of heading: [FlowLine]) -> Bool {
    let letters = line.text.plain.filter(\.isAnyLetter)
    guard letters.count >= Self.fewestRepeated else { return false }
    return heading.contains { printed in
      let own = printed.text.plain.filter(\.isAnyLetter)
      return editDistance(own, letters, atMost: own.count / Self.lettersPerError) != nil
    }
  }

  /// All of the line's words are words of headings.
  func isWhole(_ line: FlowLine) -> Bool { share(of: line) == 100 }

  /// The line begins with the heading of the rows' numbers.
  func opensWithNumber(_ line: FlowLine) -> Bool {
    guard let first = words(of: line).first else { return false }
    return wordings.contains { $0.role == .index && Self.isLike($0.words[0], first) } && isPiece(line)
  }

  private func share(of line: FlowLine) -> Int {
    max(share(of: words(of: line)), share(of: Self.words(of: LooseText(line.originals.joined(separator: " ")))))
  }

  private func share(of all: [[UInt8]]) -> Int {
    let words = all.filter { $0.count > 1 }
    guard !words.isEmpty, !words.contains(where: { $0.allSatisfy(\.isDigit) }) else { return 0 }
    let known = words.count { word in vocabulary.contains { Self.isLike($0, word) } }
    return known * 100 / words.count
  }

  private func words(of line: FlowLine) -> [[UInt8]] { Self.words(of: line.text) }

  /// Words in plain letters; a digit beside letters is the letter that is like it: `s6`.
  private static func words(of text: LooseText) -> [[UInt8]] {
    text.plain.split { !($0.isAnyLetter || $0.isDigit) }.map { word in
      word.contains(where: \.isAnyLetter) ? word.map { likeLetter[$0] ?? $0 } : Array(word)
    }
  }

  private static let likeLetter: [UInt8: UInt8] = [
    UInt8(ascii: "6"): UInt8(ascii: "o"), UInt8(ascii: "0"): UInt8(ascii: "o"), UInt8(ascii: "1"): UInt8(ascii: "i"),
  ]

  /// The same word, a letter misread in one of four or more.
  private static func isLike(_ wanted: [UInt8], _ word: [UInt8]) -> Bool {
    wanted == word || wanted.count > 3 && editDistance(wanted, word, atMost: 1) != nil
  }

  // MARK: Columns

  /// The columns that the lines head: work, numbers or bodies or times beside it; nil where they are too few.
  private func columns(of lines: [FlowLine]) -> [Column]? {
    let words = lines.map(words)
    var found: [Vocabulary.Role: (column: Column, places: [(line: Int, word: Int)])] = [:]
    for wording in wordings where found[wording.role] == nil {
      guard let places = Self.places(of: wording.words, in: words) else { continue }
      found[wording.role] = (Column(role: wording.role, heading: wording.text), places)
    }
    guard found.count >= Self.fewestColumns, found[.task] != nil, found[.lead] != nil || found[.cooperating] != nil
    else { return nil }
    var order = Self.usualOrder.filter { found[$0] != nil }
    for _ in order.indices {
      for (left, right) in zip(order.indices, order.indices.dropFirst())
      where Self.stands(found[order[right]]?.places ?? [], leftOf: found[order[left]]?.places ?? []) {
        order.swapAt(left, right)
      }
    }
    return order.compactMap { found[$0]?.column }
  }

  /// Where a wording's words stand, each on the line of the one before it or below; nil where one is missing.
  private static func places(of wording: [[UInt8]], in lines: [[[UInt8]]]) -> [(line: Int, word: Int)]? {
    var places: [(line: Int, word: Int)] = []
    var line = 0, word = 0
    for wanted in wording {
      // A short word right behind one that was found may be misread: `Tiến bộ`.
      if let last = places.last, lines[last.line].indices.contains(last.word + 1),
        editDistance(wanted, lines[last.line][last.word + 1], atMost: 1) != nil
      {
        places.append((last.line, last.word + 1))
        word = last.word + 2
        continue
      }
      while line < lines.count,
        !lines[line].indices.dropFirst(word).contains(where: { isLike(wanted, lines[line][$0]) })
      {
        (line, word) = (line + 1, 0)
      }
      guard line < lines.count,
        let place = lines[line].indices.dropFirst(word).first(where: { lines[line][$0] == wanted })
          ?? lines[line].indices.dropFirst(word).first(where: { isLike(wanted, lines[line][$0]) })
      else { return nil }
      places.append((line, place))
      word = place + 1
    }
    return places
  }

  /// On a line that has words of both, the first's stand before the second's.
  private static func stands(
    _ first: [(line: Int, word: Int)], leftOf second: [(line: Int, word: Int)]
  ) -> Bool {
    for place in first {
      if let other = second.first(where: { $0.line == place.line }) { return place.word < other.word }
    }
    return false
  }
}
