internal import DocumentModel
internal import Vietnamese

/// Tells which of the bodies found in a row lead and which help: the column of those that lead stands to the left, a
/// column's bodies stand one under the other, and sets (`các sở, ngành`) mostly help.
struct ColumnChooser {
  let traces: [BodyTracer.Trace]
  let names: [String]
  let lines: [[InterleavedLine.Token]]
  /// The line at half the row's height, counted from 0: cells are centred on it.
  let middle: Double
  private let words: ReadAcrossWords
  private let weights: ColumnScores
  /// By trace: the name stands for many bodies.
  private let isSet: [Bool]

  init(
    traces: [BodyTracer.Trace], names: [String], lines: [[InterleavedLine.Token]], middle: Double,
    words: ReadAcrossWords, weights: ColumnScores = ColumnScores()
  ) {
    self.traces = traces
    self.names = names
    self.lines = lines
    self.middle = middle
    self.words = words
    self.weights = weights
    isSet = traces.map { words.collectives.begin(LooseText(names[$0.name])) }
  }

  /// For each trace, true where it leads. Of more bodies than can be weighed only the first leads.
  func leads() -> [Bool] {
    guard !traces.isEmpty, traces.count <= weights.mostBodies else { return traces.indices.map { $0 == 0 } }
    var best: (score: Double, leads: [Bool]) = (-.infinity, [])
    for choice in 0..<(1 << traces.count) {
      let leads = traces.indices.map { choice >> $0 & 1 == 1 }
      let score = score(leads)
      if score > best.score { best = (score, leads) }
    }
    return best.leads
  }

  private func score(_ leads: [Bool]) -> Double {
    var score = leads.contains(true) ? weights.somebodyLeads : 0
    for index in traces.indices { score += fit(index, leads[index], leads) }
    score -= offCentre(leads, true) + offCentre(leads, false)
    for first in traces.indices {
      for second in traces.indices where second > first { score += pair(first, second, leads) }
    }
    return score
  }

  private func offCentre(_ leads: [Bool], _ isLead: Bool) -> Double {
    let places = traces.indices.filter { leads[$0] == isLead }.map(rows)
    guard let first = places.map(\.lowerBound).min(), let last = places.map(\.upperBound).max() else { return 0 }
    let distance = abs(Double(first + last) / 2 - middle)
    if !isLead { return weights.helpOffCentre * distance }
    return min(weights.mostOffCentre, weights.leadOffCentre * distance + (distance >= 1 ? weights.lineOff : 0))
  }

  // MARK: One body

  private func fit(_ index: Int, _ leads: Bool, _ allLeads: [Bool]) -> Double {
    var score = kind(index, leads, allLeads)
    if leads { score -= weights.unreadCellBefore[min(unreadCell(before: index), weights.unreadCellBefore.count - 1)] }
    if hasCellBehind(index) { score += leads ? weights.cellBehind : -weights.cellBehind }
    if leads, isOpenAtLineEnd(index), !traces.indices.contains(where: { $0 != index && follows(index, $0) }) {
      score += weights.openEnd
    }
    return score
  }

  private func kind(_ index: Int, _ leads: Bool, _ allLeads: [Bool]) -> Double {
    guard isSet[index] else { return leads ? weights.bodyLeads : 0 }
    return !leads ? weights.setHelps : isListed(index, allLeads) ? weights.listedSetLeads : weights.setLeads
  }

  /// Another body that leads stands before it in a list.
  private func isListed(_ index: Int, _ leads: [Bool]) -> Bool {
    traces.indices.contains { $0 != index && leads[$0] && follows($0, index) }
  }

  private func isOpenAtLineEnd(_ index: Int) -> Bool {
    endsOpen(index) && traces[index].pieces.last.map(endsLine) ?? false
  }

  /// Words stand to the right of one of its lines that no body has taken: those of the cell beside it.
  private func hasCellBehind(_ index: Int) -> Bool {
    let trace = traces[index]
    return trace.pieces.enumerated().contains { place, piece in
      let isLast = place == trace.pieces.count - 1
      let after = lines[piece.line].indices[piece.tokens.upperBound...]
      // Its own list or sentence goes on there.
      if isLast && endsOpen(index) || after.first.map({ lines[piece.line][$0].isOne(of: words.and) }) ?? false {
        return false
      }
      let isTaken = traces.contains { other in
        other.pieces.contains { $0.line == piece.line && $0.tokens.lowerBound >= piece.tokens.upperBound }
      }
      let readable = after.count { lines[piece.line][$0].isReadable && lines[piece.line][$0].text.count > 1 }
      return !isTaken && readable >= weights.fewestCellWords
    }
  }

  // MARK: Two bodies

  private func pair(_ a: Int, _ b: Int, _ leads: [Bool]) -> Double {
    var score = 0.0
    for left in traces[a].pieces {
      for right in traces[b].pieces where right.line == left.line {
        score +=
          left.tokens.lowerBound < right.tokens.lowerBound
          ? beside(a, left, b, right, leads) : beside(b, right, a, left, leads)
      }
    }
    guard leads[a] == leads[b] else { return score }
    if isBeside(a, b) { score += weights.sideBySide }
    if follows(a, b) || follows(b, a) {
      let (first, second) = follows(a, b) ? (a, b) : (b, a)
      score += isSet[first] && !isSet[second] ? weights.bodyAfterSet : bond(first, second)
    }
    return score
  }

  /// Two names with a piece each on one line, the first to the left.
  private func beside(
    _ a: Int, _ left: BodyTracer.Piece, _ b: Int, _ right: BodyTracer.Piece, _ leads: [Bool]
  ) -> Double {
    if !leads[a] && leads[b] { return weights.crossed }
    let between = lines[left.line][left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)]
    let isList =
      between.isEmpty && endsOpen(a) && left.tokens == traces[a].pieces.last?.tokens
      && right.tokens == traces[b].pieces.first?.tokens
    if isList { return leads[a] == leads[b] ? weights.listTogether : weights.listApart }
    let hasBar = between.contains(where: \.isBar)
    if leads[a] != leads[b] { return hasBar ? weights.apartByRule : 0 }
    return hasBar ? weights.togetherAcrossRule : weights.togetherAcrossSpace
  }

  private func rows(_ index: Int) -> ClosedRange<Int> {
    let lines = traces[index].pieces.map(\.line)
    let first = lines.min() ?? 0
    return first...((lines.max() ?? first) + (goesOn(index) ? 1 : 0))
  }

  /// The name or the list it is in goes on further down with words that cannot be read.
  private func goesOn(_ index: Int) -> Bool {
    let trace = traces[index]
    if trace.words < names[trace.name].split(separator: " ").count { return true }
    guard endsOpen(index), let end = trace.pieces.last else { return false }
    return !endsLine(end)
      && !traces.contains { other in
        other.pieces.contains { $0.line == end.line && $0.tokens.lowerBound == end.tokens.upperBound }
      }
  }

  private func isBeside(_ a: Int, _ b: Int) -> Bool {
    let first = rows(a), second = rows(b)
    return first.overlaps(second) && first.upperBound != second.lowerBound && second.upperBound != first.lowerBound
  }

  /// The second name stands right after the first that ends with a comma or a semicolon, in the line or under it.
  private func follows(_ first: Int, _ second: Int) -> Bool {
    guard endsOpen(first), let end = traces[first].pieces.last, let start = traces[second].pieces.first else {
      return false
    }
    if end.line == start.line { return start.tokens.lowerBound == end.tokens.upperBound }
    return endsLine(end) && start.line > end.line && start.line <= end.line + weights.linesDown
  }

  /// How sure a comma at a line's end is to mean the name on the next line: text to the right of that name may be what
  /// goes on in the other column.
  private func bond(_ first: Int, _ second: Int) -> Double {
    guard let end = traces[first].pieces.last, let start = traces[second].pieces.first, end.line != start.line,
      !endsLine(start), !(endsOpen(second) && traces[second].pieces.count == 1)
    else { return weights.follows }
    let isSemicolon = lines[end.line][end.tokens.upperBound - 1].text.hasSuffix(";")
    return isSemicolon ? weights.followsSemicolon : weights.followsComma
  }

  // MARK: Ends of names

  private func endsLine(_ piece: BodyTracer.Piece) -> Bool {
    !lines[piece.line][piece.tokens.upperBound...].contains { $0.hasLetters && $0.text.count > 1 && !$0.isBar }
  }

  private func endsOpen(_ index: Int) -> Bool {
    guard let last = traces[index].pieces.last else { return false }
    let text = lines[last.line][last.tokens.upperBound - 1].text
    return text.hasSuffix(",") || text.hasSuffix(";")
  }

  /// How many tokens between the work and the name cannot be read: they are the cell of the body that leads.
  private func unreadCell(before index: Int) -> Int { traces[index].pieces.map(unreadCell).max() ?? 0 }

  private func unreadCell(before first: BodyTracer.Piece) -> Int {
    let unread = lines[first.line][..<first.tokens.lowerBound].reversed().filter { !$0.isBar && $0.hasLetters }
      .prefix { !$0.isReadable && !$0.isShortForm }
    // Where nothing at all can be read before the name, that is the work.
    return weights.unreadCell.contains(unread.count) && unread.count < first.tokens.lowerBound - 1 ? unread.count : 0
  }
}

extension InterleavedLine.Token {
  /// `CNTT`, `02-KH/BCĐTW`.
  var isShortForm: Bool { text.allSatisfy { $0.isUppercase || !$0.isLetter } && text.contains { $0.isLetter } }
}
