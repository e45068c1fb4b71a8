internal import DocumentModel
internal import Grammar

/// Cuts all rows of a table: how wide its columns are is measured on its own rows, from several guesses on.
struct ColumnFitter {
  let roles: [Vocabulary.Role]
  let isTopAligned: Bool
  let bonds: FitBonds

  /// Shares of the line that the work takes, to begin with, and how much wider a body's column is than a time's.
  private static let workShares = [0.35, 0.45, 0.55], bodyFactors = [1.0, 1.4, 1.9]

  /// The cuts of each row's lines.
  func cuts(of rows: [[FitLine]]) -> [[ColumnFit.Cuts]] {
    var best: (score: Double, cuts: [[ColumnFit.Cuts]]) = (-.infinity, [])
    for share in Self.workShares {
      for factor in Self.bodyFactors {
        let found = cuts(of: rows, from: start(share, factor, rows))
        if found.score > best.score { best = found }
      }
    }
    return best.cuts
  }

  /// Widths to begin with: the work's share of the widest line, the rest by what the other columns usually hold.
  private func start(_ share: Double, _ factor: Double, _ rows: [[FitLine]]) -> [Double] {
    let widths = rows.joined().map { Double($0.width($0.tokens.indices)) }.sorted()
    let full = widths.isEmpty ? 0 : widths[widths.count * 9 / 10]
    let weights = roles.map { role in role == .task ? 0.0 : role == .lead || role == .cooperating ? factor : 1.0 }
    let sum = max(1, weights.reduce(0, +))
    return zip(roles, weights).map { $0 == .task ? full * share : full * (1 - share) * $1 / sum }
  }

  private func cuts(of rows: [[FitLine]], from start: [Double]) -> (score: Double, cuts: [[ColumnFit.Cuts]]) {
    var fit = ColumnFit(roles: roles, widths: start, isTopAligned: isTopAligned, bonds: bonds)
    var best: (score: Double, cuts: [[ColumnFit.Cuts]]) = (-.infinity, [])
    for round in 0..<FitWeights.rounds {
      let found = rows.map { fit.cuts(of: $0) }
      // The first widths are a guess, and names are only known after it.
      let score = found.reduce(0) { $0 + $1.score }
      if round == FitWeights.rounds - 1 { best = (score, found.map(\.cuts)) }
      fit.widths = measured(found.map(\.cuts), rows, before: fit.widths)
      fit.names = recurring(found.map(\.cuts), rows)
      fit.bonds = bonds.with(recurringIn: bodyCells(found.map(\.cuts), rows))
    }
    return best
  }

  /// How wide nine cells of ten are at most, in each column.
  private func measured(_ cuts: [[ColumnFit.Cuts]], _ rows: [[FitLine]], before: [Double]) -> [Double] {
    roles.indices.map { column in
      let widths = zip(rows, cuts).flatMap { lines, cuts in
        zip(lines, cuts).map { $0.width($1[column]..<$1[column + 1]) }.filter { $0 > 0 }
      }.sorted()
      guard !widths.isEmpty else { return before[column] }
      return Double(widths[min(widths.count - 1, Int(Double(widths.count) * FitWeights.widthShare))])
    }
  }

  /// The words of all cells that hold bodies.
  private func bodyCells(_ cuts: [[ColumnFit.Cuts]], _ rows: [[FitLine]]) -> [[[UInt8]]] {
    let columns = roles.indices.filter { roles[$0] == .lead || roles[$0] == .cooperating }
    return columns.flatMap { column in
      zip(rows, cuts).map { lines, cuts in
        zip(lines, cuts).flatMap { $0.tokens[$1[column]..<$1[column + 1]].map(\.key) }
      }
    }
  }

  /// Names that stand in two rows at least.
  private func recurring(_ cuts: [[ColumnFit.Cuts]], _ rows: [[FitLine]]) -> Set<[UInt8]> {
    var counts: [[UInt8]: Int] = [:]
    for (lines, cuts) in zip(rows, cuts) {
      for column in roles.indices where roles[column] == .lead || roles[column] == .cooperating {
        for name in ColumnFit.names(in: column, cuts, lines) { counts[name, default: 0] += 1 }
      }
    }
    return Set(counts.filter { $0.value > 1 }.keys)
  }
}
