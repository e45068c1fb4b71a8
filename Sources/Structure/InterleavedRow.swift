internal import DocumentModel
internal import Vietnamese

/// Takes the cells of a row out of lines that were read across it: the deadline's pieces stand at the lines' ends, the
/// bodies before them, the work is what is left.
struct InterleavedRowCutter: Sendable {
  private let names: [[[UInt8]]]
  private let spelled: [String]
  private let tails: PhraseTable<Bool>

  init(_ vocabulary: Vocabulary) {
    // Longer names first: a part of a name is no body.
    spelled = vocabulary.names(.body).sorted { $0.count > $1.count }
    names = spelled.map { name in LooseText(name).words }
    tails = PhraseTable(vocabulary.wordings(of: .tail, .tail))
  }

  func row(number: Int, lines: [FlowLine], isProvincial: Bool) -> DataTable.Row {
    var words = lines.map { line in line.passage.words.filter { $0.text.contains { $0.isLetter || $0.isNumber } } }
    let place = words.lazy.compactMap(\.first).first
    if let first = words.firstIndex(where: { $0.first?.text.isNumberSign ?? false }) { words[first].removeFirst() }
    let deadline = takeDeadline(from: &words)
    let bodies = takeBodies(from: &words, isProvincial: isProvincial)
    // A set (`các sở, ngành`) or a body that others follow after a comma stands in the column of those that help.
    let lead = bodies.first { $0.rank == .alone } ?? bodies.first { $0.rank == .listed }
    let cooperating = bodies.filter { $0.start != lead?.start }
    let label = PlacedWord(text: String(number), page: place?.page ?? 1, line: place?.line ?? 0, confidence: 0.5)
    return DataTable.Row(
      cells: [
        Passage(words: [label]), Passage(words: words.flatMap { $0 }), lead?.passage ?? Passage(),
        Passage(words: cooperating.flatMap(\.listed)), deadline,
      ], notes: ["rebuilt"])
  }

  // MARK: Deadline

  /// Pieces at the ends of the lines that belong to a time: `Hoàn thành`, `trong tháng`, `6/2025`.
  private func takeDeadline(from lines: inout [[PlacedWord]]) -> Passage {
    var result: [PlacedWord] = []
    for index in lines.indices {
      let before = index > 0 ? lines[index - 1].last : nil
      let count = tailLength(of: lines[index], after: before)
      guard count > 0 else { continue }
      result += lines[index].suffix(count)
      lines[index].removeLast(count)
    }
    return Passage(words: result).repairedDone
  }

  private func tailLength(of words: [PlacedWord], after before: PlacedWord?) -> Int {
    if let last = words.last, last.text.isDayOrMonth {
      let rest = Array(words.dropLast())
      let tail = tailLength(of: rest, after: before)
      // A day after `ngày` in the work's own sentence is no deadline.
      return tail == 0 && (rest.last ?? before)?.text == "ngày" ? 0 : 1 + tail
    }
    if words.count > 1, let year = words.last.flatMap({ Int($0.text) }), (1990...2100).contains(year),
      words[words.count - 2].text == "năm"
    {
      return 1 + max(1, tailLength(of: words.dropLast(), after: before))
    }
    for length in stride(from: min(4, words.count), to: 0, by: -1) {
      let text = LooseText(words.suffix(length).map(\.text).joined(separator: " "))
      guard let match = tails.match(in: text, at: 0), match.range.upperBound == text.count else { continue }
      // `thực hiện` ends many a line of the work: alone it is a deadline's piece only on a short line or in capitals.
      let isCapital = words.suffix(length).first?.text.first?.isUppercase ?? false
      if isCapital || length > 1 || words.count <= 3 { return length }
    }
    return 0
  }

  // MARK: Bodies

  /// How likely a body stands alone in the column of those that lead.
  private enum Rank { case alone, listed, set }

  private struct Found {
    var start: Int
    var passage: Passage
    var rank: Rank

    /// The words with a mark that parts them from the next body.
    var listed: [PlacedWord] {
      var words = passage.words
      if let last = words.indices.last { words[last].text += ";" }
      return words
    }
  }

  /// Names of known bodies, cut over up to three lines.
  private func takeBodies(from lines: inout [[PlacedWord]], isProvincial: Bool) -> [Found] {
    var found: [Found] = []
    var keys = lines.map { line in line.map { LooseText($0.text).words.first ?? [] } }
    for (index, name) in names.enumerated() where !isProvincial || !isOfCommune(spelled[index]) {
      while let pieces = place(of: name, in: keys, of: lines), let first = pieces.first {
        let end = lines[first.line].count
        let taken = pieces.flatMap { lines[$0.line][$0.words] }
        let last = taken.last?.text ?? ""
        let spelling = spelled[index].split(separator: " ")
        let passage = Passage(
          words: zip(spelling, taken + Array(repeating: taken[0], count: max(0, spelling.count - taken.count))).map {
            text, word in
            PlacedWord(text: String(text), page: word.page, line: word.line, confidence: 0.5)
          })
        let isGeneric =
          spelled[index].hasPrefix("Các") || spelled[index].hasPrefix("UBND") || spelled[index].hasPrefix("Cấp")
        found.append(
          Found(
            start: first.line * 1000 + (first.words.lowerBound * 100) / max(1, end), passage: passage,
            rank: isGeneric || last.hasSuffix(",") ? .set : last.hasSuffix(";") ? .listed : .alone))
        for piece in pieces.reversed() {
          lines[piece.line].removeSubrange(piece.words)
          keys[piece.line].removeSubrange(piece.words)
        }
      }
    }
    return found.sorted { $0.start < $1.start }
  }

  private func isOfCommune(_ name: String) -> Bool {
    name.hasSuffix(" phường") || (name.hasSuffix(" xã") && !name.hasSuffix("cấp xã"))
  }

  private struct Piece {
    var line: Int
    var words: Range<Int>
  }

  private func place(of name: [[UInt8]], in keys: [[[UInt8]]], of lines: [[PlacedWord]]) -> [Piece]? {
    for line in lines.indices {
      for start in lines[line].indices {
        guard isAlike(name[0], keys[line][start]), lines[line][start].text.first?.isUppercase ?? false else { continue }
        if let pieces = pieces(of: name[...], in: keys, line: line, start: start, depth: 0) { return pieces }
      }
    }
    return nil
  }

  /// The name's words from a place on: as many as stand there, the rest further down.
  private func pieces(
    of name: ArraySlice<[UInt8]>, in keys: [[[UInt8]]], line: Int, start: Int, depth: Int
  ) -> [Piece]? {
    // A single word further down must be that word: `tỉnh`, not one like it.
    let isStrict = depth > 0 && name.count == 1
    let run = zip(name, keys[line][start...]).prefix { isStrict ? $0 == $1 : isAlike($0, $1) }.count
    guard run > 0, depth > 0 || run >= min(2, name.count) else { return nil }
    let piece = Piece(line: line, words: start..<start + run)
    let rest = name.dropFirst(run)
    if rest.isEmpty { return [piece] }
    guard depth < 2, line + 1 < keys.count else { return nil }
    for next in (line + 1)...min(line + 2, keys.count - 1) {
      for start in keys[next].indices {
        if let pieces = pieces(of: rest, in: keys, line: next, start: start, depth: depth + 1) {
          return [piece] + pieces
        }
      }
    }
    return nil
  }

  private func isAlike(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    a == b || (a.count >= 4 && editDistance(a, b, atMost: 1) != nil)
  }
}

extension LooseText {
  /// The plain words, signs left out.
  fileprivate var words: [[UInt8]] {
    plain.split { !((0x61...0x7A).contains($0) || $0.isDigit || $0 == 1) }.map(Array.init)
  }
}

extension String {
  /// `34.`, `5`, `%`, `"`.
  fileprivate var isNumberSign: Bool { count <= 3 && !contains { $0.isLetter } }

  /// `6/2025`, `20/12/2025`, `2025`.
  fileprivate var isDayOrMonth: Bool {
    let core = self.filter { !".,;".contains($0) }
    let parts = core.split(separator: "/").map { Int($0) }
    return !parts.contains(nil) && (2...3).contains(parts.count) && (parts.last.flatMap { $0 } ?? 0) > 1900
  }
}

extension Passage {
  /// `hoàn thành` with no time after it has lost its `Đã`.
  fileprivate var repairedDone: Passage {
    guard let first = words.first, first.text.hasPrefix("h"), LooseText(text).begins(with: "hoan thanh"),
      words.count == 2 || LooseText(text).firstRange(of: "va thuc hien") != nil
    else { return self }
    var done = first
    done.text = "Đã"
    return Passage(words: [done] + words)
  }
}
