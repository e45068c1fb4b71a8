internal import DocumentModel
internal import Vietnamese

/// Follows a name down the lines of a row: as many of its words as stand at a place, the rest one or two lines further
/// down.
struct NameSearch {
  typealias Piece = BodyTracer.Piece

  private let lines: [[InterleavedLine.Token]]
  /// By line: the places where another cell than the work's can begin.
  private let starts: [[Int]]
  private let isProvincial: Bool
  private let words: ReadAcrossWords
  private let bounds: NameBounds

  init(lines: [[InterleavedLine.Token]], isProvincial: Bool, words: ReadAcrossWords, bounds: NameBounds) {
    (self.lines, self.isProvincial, self.words, self.bounds) = (lines, isProvincial, words, bounds)
    let longest = lines.map { $0.reduce(0) { $0 + $1.width } }.max() ?? 0
    starts = lines.map { Self.starts(of: $0, longest: Double(longest), bounds) }
  }

  private static func starts(of line: [InterleavedLine.Token], longest: Double, _ bounds: NameBounds) -> [Int] {
    let width = Double(line.reduce(0) { $0 + $1.width })
    var before = 0, readable = 0
    var result: [Int] = []
    for (place, token) in line.enumerated() {
      // In the right part of the line, after a rule, or at the start of a line with no work on it.
      let isRight = Double(before) >= bounds.rightPart * longest || width < bounds.shortLine * longest
      // A long line that begins with a set is the work's own sentence.
      let isFirst = (place <= 1 || readable == 0) && (width < bounds.workLine * longest || place > 1)
      if isFirst || place > 0 && line[place - 1].isBar || isRight { result.append(place) }
      before += token.width
      if token.isReadable && token.text.count > 2 { readable += 1 }
    }
    return result
  }

  func traces(of name: BodyTracer.Name, _ index: Int) -> [BodyTracer.Trace] {
    lines.indices.flatMap { line in
      starts[line].compactMap { start in
        mayBegin(name, line, start) ? trace(name, index, line, start) : nil
      }
    }
  }

  /// Names begin with a capital; a set may begin small.
  private func mayBegin(_ name: BodyTracer.Name, _ line: Int, _ start: Int) -> Bool {
    let token = lines[line][start], first = name.words[0]
    guard token.keys.contains(where: { $0.first == first.first }) else { return false }
    guard token.isCapital || start == 0 || lines[line][start - 1].isBar || isListedSet(first, line, start) else {
      return false
    }
    return token.keys.contains { key in
      if key.starts(with: first) { return true }
      if first.count < bounds.longFirstWord {
        return key.elementsEqual(first.prefix(1)) || (key.count >= bounds.stuckWord && key.first == first.first)
      }
      return editDistance(
        Array(key.prefix(first.count)), first, atMost: first.count / bounds.firstWordLettersPerError + 1)
        != nil
    }
  }

  /// `…, các` after another body begins a set with a small letter; in the work's own sentence it begins no body.
  private func isListedSet(_ first: [UInt8], _ line: Int, _ start: Int) -> Bool {
    guard words.sets.contains(first) else { return false }
    let before = lines[line][start - 1].text
    return before.hasSuffix(",") || before.hasSuffix(";")
  }

  /// What was followed so far.
  private struct Way {
    var words = 0
    var pieces: [Piece] = []
    var letters = 0
    var errors = 0

    func worth(_ bounds: NameBounds) -> Int { letters - bounds.errorOnWay * errors }
  }

  private func trace(_ name: BodyTracer.Name, _ index: Int, _ line: Int, _ start: Int) -> BodyTracer.Trace? {
    var best = Way()
    follow(name, Way(), line: line, starts: [start], best: &best)
    guard isEnough(best, of: name) else { return nil }
    return BodyTracer.Trace(
      name: index, pieces: best.pieces, words: best.words,
      score: Double(best.letters) - bounds.error * Double(best.errors)
        - bounds.lost * Double(name.letters - best.letters))
  }

  /// Enough of the name's letters, or words that no other name begins with.
  private func isEnough(_ way: Way, of name: BodyTracer.Name) -> Bool {
    guard way.letters >= bounds.fewestLetters, way.errors * bounds.lettersPerError <= way.letters else { return false }
    if Double(way.letters) >= Double(name.letters) * bounds.leastShare {
      // Two short words under each other are found anywhere.
      return name.words.count >= bounds.wordsToLoseFirst || way.pieces.count == 1
    }
    let unique = isProvincial ? name.uniqueWordsInProvince : name.uniqueWords
    return way.words >= unique && way.words > 1 && way.letters >= bounds.fewestUniqueLetters && !name.isSet
  }

  private func follow(_ name: BodyTracer.Name, _ way: Way, line: Int, starts: [Int], best: inout Way) {
    if way.worth(bounds) > best.worth(bounds) { best = way }
    guard way.words < name.words.count, way.pieces.count < bounds.mostPieces else { return }
    for start in starts {
      for end in stride(from: name.words.count, to: way.words, by: -1) {
        guard let found = match(name.words[way.words..<end], line, start, isFirst: way.pieces.isEmpty) else { continue }
        let count = name.words[way.words..<end].reduce(0) { $0 + $1.count }
        // A word of two letters is found anywhere: only a name's last one may stand alone.
        if !way.pieces.isEmpty, count < bounds.fewestPieceLetters, end < name.words.count { continue }
        var next = way
        next.words = end
        next.pieces.append(Piece(line: line, tokens: found.tokens))
        next.letters += count
        next.errors += found.errors
        if next.worth(bounds) > best.worth(bounds) { best = next }
        for below in line + 1..<max(line + 1, min(line + bounds.linesDown + 1, lines.count))
        where end < name.words.count {
          follow(name, next, line: below, starts: self.starts[below], best: &best)
        }
      }
    }
  }

  /// The tokens from a place on that spell words of a name, one letter in four misread at most.
  private func match(
    _ words: ArraySlice<[UInt8]>, _ line: Int, _ start: Int, isFirst: Bool
  ) -> (tokens: Range<Int>, errors: Int)? {
    let tokens = lines[line]
    let wanted = words.flatMap { $0 }
    // A long piece that goes on with a name may have lost its first letter.
    let mayLackFirst = !isFirst && wanted.count >= bounds.mayLackFirst
    guard let first = wanted.first, mayLackFirst || tokens[start].keys.contains(where: { $0.first == first }) else {
      return nil
    }
    if isFirst, wanted.count < bounds.fewestPieceLetters, !self.words.sets.contains(wanted),
      !isListed(wanted, line, start)
    {
      return nil
    }
    let allowed = allowedErrors(wanted.count, isShortHead: isFirst && words.first?.count == 2, isFirst: isFirst)
    var best: (tokens: Range<Int>, errors: Int)?
    for reading in 0..<2 {
      var letters: [UInt8] = []
      for end in start..<min(tokens.count, start + words.count + 2) {
        let keys = tokens[end].keys
        if tokens[end].isBar || reading >= keys.count && end == start { break }
        letters += keys[min(reading, keys.count - 1)]
        if letters.count > wanted.count + allowed { break }
        guard letters.count + allowed >= wanted.count,
          let errors = editDistance(wanted, letters, atMost: min(allowed, (best?.errors ?? .max) - 1))
        else { continue }
        best = (start..<end + 1, errors)
      }
    }
    return best
  }

  /// `…, Văn` at a line's end: the name goes on below.
  private func isListed(_ wanted: [UInt8], _ line: Int, _ start: Int) -> Bool {
    guard wanted.count == 3, start > 0, let mark = lines[line][start - 1].text.last else { return false }
    return ",;:".contains(mark)
  }

  /// A short piece must be exactly that: `tỉnh`, not one like it; `Sở` may have lost its vowel.
  private func allowedErrors(_ count: Int, isShortHead: Bool, isFirst: Bool) -> Int {
    if count < bounds.mayBeMisread { return isShortHead && count >= bounds.fewestPieceLetters ? 1 : 0 }
    return count / (isFirst ? bounds.firstPieceLettersPerError : bounds.laterPieceLettersPerError)
  }
}
