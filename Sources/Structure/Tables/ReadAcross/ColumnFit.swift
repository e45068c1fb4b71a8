internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Cuts the lines of one row into cells, given how wide each column is. A column's lines are all about as wide, break
/// only where the next word has no room, and begin together at the row's top.
struct ColumnFit {
  /// The columns that hold text, from left to right: all but the number's.
  let roles: [Vocabulary.Role]
  /// Width of each, in characters.
  var widths: [Double]
  /// Cells begin on the row's first line; otherwise they stand at half its height.
  var isTopAligned = true
  /// Names that recur in the table, in glued plain letters.
  var names: Set<[UInt8]> = []
  var bonds: FitBonds

  /// Where the cells of a line begin and, last, where its last one ends: one number more than columns.
  typealias Cuts = [Int]

  private struct Way {
    var cuts: [Cuts] = []
    var score = 0.0
  }

  /// The cuts of each line of a row, and the points they have.
  func cuts(of lines: [FitLine]) -> (cuts: [Cuts], score: Double) {
    var ways = [Way()]
    let lines = lines.map(bound)
    for (index, line) in lines.enumerated() {
      let seams = index > 0 ? verticalBonds(lines[index - 1], line) : []
      let candidates = candidates(of: line, isFirst: index == 0)
      var next: [Way] = []
      for way in ways {
        for candidate in candidates {
          var longer = way
          longer.score += candidate.score
          if let above = way.cuts.last { longer.score += seam(lines[index - 1], above, line, candidate.cuts, seams) }
          longer.cuts.append(candidate.cuts)
          next.append(longer)
        }
      }
      ways = Array(next.sorted { $0.score > $1.score }.prefix(FitWeights.waysPerRow))
    }
    for index in ways.indices { ways[index].score += recurrence(of: ways[index].cuts, in: lines) }
    return ways.max { $0.score < $1.score }.map { ($0.cuts, $0.score) } ?? ([], 0)
  }

  /// The line with what binds its words to each other.
  private func bound(_ line: FitLine) -> FitLine {
    var line = line
    for index in line.tokens.indices.dropFirst() {
      line.tokens[index].bond = bonds.points(line.tokens[index - 1], line.tokens[index])
    }
    return line
  }

  /// By word of the line above and word of the line below: what binds the two.
  private func verticalBonds(_ above: FitLine, _ below: FitLine) -> [[Double]] {
    above.tokens.map { first in below.tokens.map { bonds.points(first, $0) } }
  }

  // MARK: One line

  private func candidates(of line: FitLine, isFirst: Bool) -> [(cuts: Cuts, score: Double)] {
    var found: [(cuts: Cuts, score: Double)] = []
    extend([0], 0, line, isFirst, &found)
    return Array(found.sorted { $0.score > $1.score }.prefix(FitWeights.cutsPerLine))
  }

  private func extend(
    _ cuts: Cuts, _ score: Double, _ line: FitLine, _ isFirst: Bool, _ found: inout [(cuts: Cuts, score: Double)]
  ) {
    let column = cuts.count - 1, start = cuts[column]
    guard column < roles.count else {
      found.append((cuts, score))
      return
    }
    let isLast = column == roles.count - 1
    for end in isLast ? line.tokens.count...line.tokens.count : start...line.tokens.count {
      let points = cell(line, start..<end, column, isFirst)
      if points < FitWeights.worstCell, !isLast { continue }
      extend(cuts + [end], score + points, line, isFirst, &found)
    }
  }

  private func cell(_ line: FitLine, _ range: Range<Int>, _ column: Int, _ isFirst: Bool) -> Double {
    let role = roles[column]
    guard let first = range.first else { return isFirst && isTopAligned ? Self.missing(role) : 0 }
    let tooWide = max(0, Double(line.width(range)) - widths[column] * FitWeights.widest)
    var score = line.tokens[first].edge - tooWide * FitWeights.tooWide
    for inner in range.dropFirst() { score -= line.tokens[inner].edge * FitWeights.edgeWithin }
    if range.lowerBound > 0 { score += FitWeights.furtherCell }
    return score + content(line, range, role, isFirst && isTopAligned)
  }

  private static func missing(_ role: Vocabulary.Role) -> Double {
    switch role {
    case .task: FitWeights.noWork
    case .lead: FitWeights.noLead
    case .deadline: FitWeights.noDeadline
    default: FitWeights.noOther
    }
  }

  private func content(_ line: FitLine, _ range: Range<Int>, _ role: Vocabulary.Role, _ isFirst: Bool) -> Double {
    let tokens = line.tokens[range]
    switch role {
    case .deadline:
      return tokens.reduce(0) { $0 + ($1.isTime ? FitWeights.time : FitWeights.noTime) }
    case .task:
      let bodies = tokens.dropFirst().count { $0.opensBody && $0.isCapital }
      return Double(bodies) * (isFirst ? FitWeights.bodyInFirstWork : FitWeights.bodyInWork)
    case .lead, .cooperating:
      var score = Double(tokens.count { $0.isTime }) * FitWeights.timeInBody
      if isFirst { score += line.tokens[range.lowerBound].opensBody ? FitWeights.bodyOpens : FitWeights.noBodyOpens }
      let within = range.dropFirst().count {
        line.tokens[$0].opensBody && line.tokens[$0].isCapital && !line.tokens[$0 - 1].endsListed
      }
      return score + Double(within) * FitWeights.bodyWithin + tokens.dropFirst().reduce(0) { $0 + $1.bond }
    default: return 0
    }
  }

  // MARK: Two lines

  private func seam(
    _ above: FitLine, _ upper: Cuts, _ below: FitLine, _ lower: Cuts, _ bonds: [[Double]]
  ) -> Double {
    roles.indices.reduce(0) { score, column in
      let first = upper[column]..<upper[column + 1], second = lower[column]..<lower[column + 1]
      guard let end = first.last, let start = second.first else {
        return score + ending(above, first, below, second, column)
      }
      let isBody = roles[column] == .lead || roles[column] == .cooperating
      if !isBody, above.tokens[end].endsSentence, !below.tokens[start].isCapital { return score + FitWeights.afterEnd }
      let room = widths[column] * FitWeights.fullest - Double(above.width(first) + 1 + below.tokens[start].width)
      let list =
        !isBody || !below.tokens[start].opensBody
        ? 0 : above.tokens[end].endsListed ? FitWeights.listGoesOn : FitWeights.listBroken
      return score - max(0, room) * FitWeights.brokenEarly + list
        + (isBody ? bond(bonds[end][start], above.tokens[end], below.tokens[start]) : 0)
    }
  }

  /// What binds a name's word to the one above it; nothing, where a list goes on.
  private func bond(_ points: Double, _ above: FitLine.Token, _ below: FitLine.Token) -> Double {
    points > 0 || above.endsListed ? points : FitWeights.noBond
  }

  /// A column of which one of two lines holds nothing.
  private func ending(
    _ above: FitLine, _ first: Range<Int>, _ below: FitLine, _ second: Range<Int>, _ column: Int
  ) -> Double {
    if let end = first.last { return above.tokens[end].endsListed ? FitWeights.endsOpen : 0 }
    guard let start = second.first else { return 0 }
    if isTopAligned { return FitWeights.opensBelow }
    let isBody = roles[column] == .lead || roles[column] == .cooperating
    return !isBody ? 0 : below.tokens[start].opensBody ? FitWeights.bodyOpens : FitWeights.noBodyOpens
  }

  // MARK: The whole row

  private func recurrence(of cuts: [Cuts], in lines: [FitLine]) -> Double {
    guard !names.isEmpty else { return 0 }
    return roles.indices.filter { roles[$0] == .lead || roles[$0] == .cooperating }.reduce(0) { score, column in
      Self.names(in: column, cuts, lines).reduce(score) {
        $0 + (names.contains($1) ? FitWeights.recurs : FitWeights.standsAlone)
      }
    }
  }

  /// The names that a column's cell holds, parted at commas and semicolons before a body's first word.
  static func names(in column: Int, _ cuts: [Cuts], _ lines: [FitLine]) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var isNew = true
    for (line, cut) in zip(lines, cuts) {
      for token in line.tokens[cut[column]..<cut[column + 1]] {
        if isNew && token.opensBody || result.isEmpty { result.append([]) }
        result[result.count - 1] += token.key
        isNew = token.endsListed
      }
    }
    return result
  }
}
