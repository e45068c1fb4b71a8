internal import DocumentModel
internal import Vietnamese

/// Finds the names of known bodies in lines that were read across their columns: a name's words stand on up to four lines
/// one under the other, garbled and stuck together.
struct BodyTracer: Sendable {
  /// A piece of a name on a line.
  struct Piece: Sendable {
    var line: Int
    var tokens: Range<Int>
  }

  /// A name where it was found.
  struct Trace: Sendable {
    var name: Int
    var pieces: [Piece]
    /// The more letters stand as they should, the higher.
    var score: Double

    func overlaps(_ other: Trace) -> Bool {
      pieces.contains { piece in
        other.pieces.contains { $0.line == piece.line && $0.tokens.overlaps(piece.tokens) }
      }
    }
  }

  let names: [String]
  private let words: [[[UInt8]]]
  /// A name may lose its end where this share of it is left.
  private let leastShare = 0.7

  init(_ vocabulary: Vocabulary) {
    names = vocabulary.names(.body)
    words = names.map { name in
      LooseText(name).plain.split { !((0x61...0x7A).contains($0) || $0.isDigit) }.map(Array.init)
    }
  }

  /// The names in the lines, none over another, each told by its place among `names`.
  func traces(in lines: [[InterleavedLine.Token]], allowed: (String) -> Bool) -> [Trace] {
    var found: [Trace] = []
    let width = lines.map(Self.width).max() ?? 0
    for name in names.indices where allowed(names[name]) {
      for line in lines.indices {
        for start in lines[line].indices
        where isInCell(start, of: lines[line], width: width) && mayBegin(words[name], lines[line][start], after: lines[line].prefix(start).last) {
          if let trace = trace(name, in: lines, line: line, start: start, width: width) { found.append(trace) }
        }
      }
    }
    found += cellTraces(in: lines, allowed: allowed)
    found.sort { ($0.score, $1.name) > ($1.score, $0.name) }
    return found.reduce(into: []) { kept, trace in
      if !kept.contains(where: trace.overlaps) { kept.append(trace) }
    }
  }

  /// Names begin with a capital; a set may begin small.
  private func mayBegin(_ name: [[UInt8]], _ token: InterleavedLine.Token, after before: InterleavedLine.Token?) -> Bool
  {
    guard token.isCapital || before?.isBar ?? true || name[0] == Array("cac".utf8) else { return false }
    return token.keys.contains { key in
      if key.starts(with: name[0]) { return true }
      if name[0].count < 3 { return key == Array(name[0].prefix(1)) || (key.count > 5 && key.first == name[0].first) }
      return key.first == name[0].first
        && editDistance(Array(key.prefix(name[0].count)), name[0], atMost: name[0].count / 3 + 1) != nil
    }
  }

  /// A whole cell between two rules that is most like one name, its last word on another line or not.
  private func cellTraces(in lines: [[InterleavedLine.Token]], allowed: (String) -> Bool) -> [Trace] {
    lines.enumerated().flatMap { index, line -> [Trace] in
      let bars = line.indices.filter { line[$0].isBar }
      return zip(bars, bars.dropFirst()).compactMap { open, close in
        let letters = line[open + 1..<close].flatMap { $0.keys.last ?? [] }
        guard letters.count >= 8 else { return nil }
        var best: (name: Int, errors: Int)?
        for name in names.indices where allowed(names[name]) {
          for wanted in [words[name][...], words[name].dropLast()].map({ $0.flatMap { $0 } }) {
            let limit = min(wanted.count * 3 / 10, (best?.errors ?? .max) - 1)
            if limit >= 0, let errors = editDistance(wanted, letters, atMost: limit) { best = (name, errors) }
          }
        }
        return best.map { best in
          Trace(
            name: best.name, pieces: [Piece(line: index, tokens: open + 1..<close)],
            score: Double(letters.count - 3 * best.errors))
        }
      }
    }
  }

  private static func width(_ line: [InterleavedLine.Token]) -> Int {
    line.reduce(0) { $0 + $1.text.unicodeScalars.count + 1 }
  }

  /// Other cells stand in the right part of the line, after a rule, or at the start of a line with no work on it.
  private func isInCell(_ start: Int, of line: [InterleavedLine.Token], width: Int) -> Bool {
    if start <= 1 || line[start - 1].isBar { return true }
    if line[..<start].count(where: { $0.isReadable && $0.text.count > 2 }) == 0 { return true }
    return Self.width(Array(line[..<start])) * 5 >= width * 2
  }

  private func trace(_ name: Int, in lines: [[InterleavedLine.Token]], line: Int, start: Int, width: Int) -> Trace? {
    let words = words[name]
    let total = words.reduce(0) { $0 + $1.count }
    var best: (pieces: [Piece], letters: Int, errors: Int)?
    func follow(_ from: Int, _ line: Int, _ starts: [Int], _ pieces: [Piece], _ letters: Int, _ errors: Int) {
      if letters > 0, letters - 3 * errors > (best.map { $0.letters - 3 * $0.errors } ?? 0) {
        best = (pieces, letters, errors)
      }
      guard from < words.count, pieces.count < 4 else { return }
      for start in starts {
        for end in stride(from: words.count, to: from, by: -1) {
          guard let match = match(words[from..<end], lines[line], start, isFirst: pieces.isEmpty) else { continue }
          let below = line + 1..<min(line + 3, lines.count)
          let piece = Piece(line: line, tokens: match.tokens)
          let count = words[from..<end].reduce(0) { $0 + $1.count }
          let all = pieces + [piece]
          if end == words.count || below.isEmpty {
            follow(words.count, line, [], all, letters + count, errors + match.errors)
          } else {
            follow(words.count, line, [], all, letters + count, errors + match.errors)
            for next in below {
              follow(end, next, lines[next].indices.filter { isInCell($0, of: lines[next], width: width) }, all, letters + count, errors + match.errors)
            }
          }
        }
      }
    }
    follow(0, line, [start], [], 0, 0)
    guard let best, Double(best.letters) >= Double(total) * leastShare, best.letters >= 5,
      best.errors * 5 <= best.letters
    else { return nil }
    return Trace(
      name: name, pieces: best.pieces,
      score: Double(best.letters - 2 * best.errors) - 1.5 * Double(total - best.letters))
  }

  /// The tokens from a place on that spell words of a name, one letter in four misread at most.
  private func match(
    _ words: ArraySlice<[UInt8]>, _ tokens: [InterleavedLine.Token], _ start: Int, isFirst: Bool
  ) -> (tokens: Range<Int>, errors: Int)? {
    let wanted = words.flatMap { $0 }
    // A short piece further down must be exactly that: `tỉnh`, not one like it.
    let isAuthority = isFirst && words.first?.count == 2
    let allowed = wanted.count < 6 ? (isAuthority && wanted.count > 3 ? 1 : 0) : wanted.count / (isFirst ? 4 : 5)
    if isFirst, wanted.count < 4 { return nil }
    var best: (tokens: Range<Int>, errors: Int)?
    for reading in 0..<2 {
      var letters: [UInt8] = []
      for end in start..<min(tokens.count, start + words.count + 2) {
        if tokens[end].isBar { break }
        let keys = tokens[end].keys
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
}
