internal import DocumentModel
internal import Vietnamese

/// Tells which of the bodies found in a row lead and which help: the column of those that lead stands to the left, a
/// column's bodies stand one under the other, and sets (`các sở, ngành`) mostly help.
struct ColumnChooser {
  let traces: [BodyTracer.Trace]
  let names: [String]
  let lines: [[InterleavedLine.Token]]
  /// The line at half the row's height: cells are centred on it.
  let middle: Double

  /// More bodies than this in a row are not weighed against each other one by one.
  private let most = 10

  /// For each trace, true where it leads.
  func leads() -> [Bool] {
    guard !traces.isEmpty, traces.count <= most else { return traces.indices.map { $0 == 0 } }
    var best: (score: Double, leads: [Bool]) = (-.infinity, [])
    for choice in 0..<(1 << traces.count) {
      let leads = traces.indices.map { choice >> $0 & 1 == 1 }
      let score = score(leads)
      if score > best.score { best = (score, leads) }
    }
    return best.leads
  }

  private func score(_ leads: [Bool]) -> Double {
    var score = leads.contains(true) ? 1.3 : 0
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
    // Of those that help more is lost, so that their middle tells less.
    let distance = abs(Double(first + last) / 2 - middle)
    return isLead ? min(1.8, 0.8 * distance + (distance >= 1 ? 0.6 : 0)) : 0.25 * distance
  }

  private func fit(_ index: Int, _ leads: Bool, _ allLeads: [Bool]) -> Double {
    var score = isSet(index) ? (leads ? (isListed(index, allLeads) ? -1 : -1.8) : 0.3) : (leads ? 0.1 : 0)
    if leads { score -= [0, 0, 1, 2.2, 2.2, 2.2, 2.2][unreadCell(before: index)] }
    if hasCellAfter(index) { score += leads ? 0.8 : -0.8 }
    // A mark that another body follows, and none does in this column.
    if leads, endsOpen(index), traces[index].pieces.last.map(endsLine) ?? false,
      !traces.indices.contains(where: { $0 != index && follows(index, $0) })
    {
      score -= 0.6
    }
    return score
  }

  /// Another body stands before it in a list.
  private func isListed(_ index: Int, _ leads: [Bool]) -> Bool {
    traces.indices.contains { $0 != index && leads[$0] && follows($0, index) }
  }

  private func pair(_ a: Int, _ b: Int, _ leads: [Bool]) -> Double {
    var score = 0.0
    for left in traces[a].pieces {
      for right in traces[b].pieces where right.line == left.line {
        score +=
          left.tokens.lowerBound < right.tokens.lowerBound
          ? beside(a, left, b, right, leads) : beside(b, right, a, left, leads)
      }
    }
    // Names that run down side by side stand in two columns.
    if leads[a] == leads[b], isBeside(a, b) { score -= 5 }
    if leads[a] == leads[b], follows(a, b) || follows(b, a) {
      // A single body does not follow a set in one column.
      let (first, second) = follows(a, b) ? (a, b) : (b, a)
      score += isSet(first) && !isSet(second) ? -1 : bond(first, second)
    }
    return score
  }

  /// Two names with a piece each on one line, the first to the left.
  private func beside(
    _ a: Int, _ left: BodyTracer.Piece, _ b: Int, _ right: BodyTracer.Piece, _ leads: [Bool]
  ) -> Double {
    if !leads[a] && leads[b] { return -6 }
    let between = lines[left.line][left.tokens.upperBound..<max(left.tokens.upperBound, right.tokens.lowerBound)]
    let isList =
      between.isEmpty && endsOpen(a) && left.tokens == traces[a].pieces.last?.tokens
      && right.tokens == traces[b].pieces.first?.tokens
    if isList { return leads[a] == leads[b] ? 2 : -2 }
    let hasBar = between.contains(where: \.isBar)
    return leads[a] == leads[b] ? (hasBar ? -4 : -2) : hasBar ? 1 : 0
  }

  private func rows(_ index: Int) -> ClosedRange<Int> {
    let lines = traces[index].pieces.map(\.line)
    let first = lines.min() ?? 0
    return first...((lines.max() ?? first) + (goesOn(index) ? 1 : 0))
  }

  /// Words to the right of one of its lines that are nobody's: those of the cell beside it.
  private func hasCellAfter(_ index: Int) -> Bool {
    let trace = traces[index]
    return trace.pieces.enumerated().contains { place, piece in
      let isLast = place == trace.pieces.count - 1
      let after = lines[piece.line].indices[piece.tokens.upperBound...]
      // Its own list or sentence goes on there.
      if isLast && endsOpen(index) || after.first.map({ lines[piece.line][$0].isOne(of: ["va"]) }) ?? false {
        return false
      }
      let isTaken = traces.contains { other in
        other.pieces.contains { $0.line == piece.line && $0.tokens.lowerBound >= piece.tokens.upperBound }
      }
      return !isTaken && after.count { lines[piece.line][$0].isReadable && lines[piece.line][$0].text.count > 1 } >= 2
    }
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
    if end.line != start.line, !endsLine(end) { return false }
    if end.line == start.line { return start.tokens.lowerBound == end.tokens.upperBound }
    return start.line == end.line + 1 || start.line == end.line + 2
  }

  /// How sure a comma at a line's end is to mean the name on the next line: text to the right of that name may be what
  /// goes on in the other column.
  private func bond(_ first: Int, _ second: Int) -> Double {
    guard let end = traces[first].pieces.last, let start = traces[second].pieces.first, end.line != start.line,
      !endsLine(start), !(endsOpen(second) && traces[second].pieces.count == 1)
    else { return 1 }
    return lines[end.line][end.tokens.upperBound - 1].text.hasSuffix(";") ? 0.5 : 0
  }

  private func endsLine(_ piece: BodyTracer.Piece) -> Bool {
    !lines[piece.line][piece.tokens.upperBound...].contains { $0.hasLetters && $0.text.count > 1 && !$0.isBar }
  }

  private func endsOpen(_ index: Int) -> Bool {
    guard let last = traces[index].pieces.last else { return false }
    let text = lines[last.line][last.tokens.upperBound - 1].text
    return text.hasSuffix(",") || text.hasSuffix(";")
  }

  private func isSet(_ index: Int) -> Bool {
    let name = names[traces[index].name]
    return name.hasPrefix("Các") || name.hasPrefix("UBND") || name.hasPrefix("Cấp")
  }

  /// Tokens that nobody can read stand between the work and the name: the cell of the body that leads.
  private func unreadCell(before index: Int) -> Int { traces[index].pieces.map(unreadCell).max() ?? 0 }

  private func unreadCell(before first: BodyTracer.Piece) -> Int {
    let unread = lines[first.line][..<first.tokens.lowerBound].reversed().filter { !$0.isBar && $0.hasLetters }
      .prefix { !$0.isReadable && !$0.isShortForm }
    // Where nothing at all can be read before the name, that is the work.
    return (2...6).contains(unread.count) && unread.count < first.tokens.lowerBound - 1 ? unread.count : 0
  }
}

extension InterleavedLine.Token {
  /// `CNTT`, `02-KH/BCĐTW`.
  var isShortForm: Bool { text.allSatisfy { $0.isUppercase || !$0.isLetter } && text.contains { $0.isLetter } }
}
