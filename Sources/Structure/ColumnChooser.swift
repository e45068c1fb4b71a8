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
    var score = leads.contains(true) ? 1.5 : 0
    for index in traces.indices { score += fit(index, leads[index]) }
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
    return (isLead ? 0.6 : 0.25) * abs(Double(first + last) / 2 - middle)
  }

  private func fit(_ index: Int, _ leads: Bool) -> Double {
    var score = isSet(index) ? (leads ? -1 : 0.3) : (leads ? 0.2 : 0)
    if leads, hasUnreadCellBefore(index) { score -= 2.2 }
    // A mark that another body follows, and none does in this column.
    if leads, endsOpen(index), !traces.indices.contains(where: { $0 != index && follows(index, $0) }) { score -= 0.6 }
    return score
  }

  private func pair(_ a: Int, _ b: Int, _ leads: [Bool]) -> Double {
    var score = 0.0
    for left in traces[a].pieces {
      for right in traces[b].pieces where right.line == left.line {
        let (first, second) = left.tokens.lowerBound < right.tokens.lowerBound ? (a, b) : (b, a)
        if !leads[first] && leads[second] { score -= 6 }
        let between = lines[left.line][
          min(left.tokens.upperBound, right.tokens.upperBound)..<max(left.tokens.lowerBound, right.tokens.lowerBound)]
        if leads[first] == leads[second] {
          score += between.contains(where: \.isBar) ? -4 : between.isEmpty && endsOpen(first) ? 2 : -2
        } else if between.isEmpty && endsOpen(first) {
          score -= 2
        } else if between.contains(where: \.isBar) {
          score += 1
        }
      }
    }
    // Names that run down side by side stand in two columns.
    if leads[a] == leads[b], isBeside(a, b) { score -= 5 }
    if leads[a] == leads[b], follows(a, b) || follows(b, a) { score += 1 }
    return score
  }

  private func rows(_ index: Int) -> ClosedRange<Int> {
    let lines = traces[index].pieces.map(\.line)
    return (lines.min() ?? 0)...(lines.max() ?? 0)
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
    return start.line == end.line + 1 || start.line == end.line + 2
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
  private func hasUnreadCellBefore(_ index: Int) -> Bool {
    guard let first = traces[index].pieces.first else { return false }
    let unread = lines[first.line][..<first.tokens.lowerBound].reversed().filter { !$0.isBar && $0.hasLetters }
      .prefix { !$0.isReadable && !$0.isShortForm }
    return unread.count >= 2 && unread.count <= 6
  }
}

extension InterleavedLine.Token {
  /// `CNTT`, `02-KH/BCĐTW`.
  var isShortForm: Bool { text.allSatisfy { $0.isUppercase || !$0.isLetter } && text.contains { $0.isLetter } }

  /// Every part of it is a syllable of Vietnamese or a number.
  var isReadable: Bool {
    let parts = text.split { !$0.isLetter && !$0.isNumber }
    return !parts.isEmpty
      && parts.allSatisfy { part in
        part.allSatisfy(\.isNumber) || (part.count > 1 && Syllable.isValid(String(part).lowercased()))
      }
  }
}
