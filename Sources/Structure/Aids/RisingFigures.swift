internal import DocumentModel

/// The figures of a column that rise from row to row, as sheets do: what was misread is told by the rows around it.
struct RisingFigures {
  struct Value: Equatable {
    var number: Int
    /// It was put right.
    var isInferred = false
    /// It was read, and does not rise as the others do.
    var isDoubted = false
  }

  /// One a cell; nil for an empty cell and for one that cannot be told.
  let values: [Value?]
  /// Most of the figures rise, and there are enough of them to tell.
  let isRising: Bool

  init(_ cells: [String]) {
    let candidates = cells.map(AidFigures.candidates)
    let read = candidates.map { $0.first.flatMap { $0.isRepaired ? nil : $0.value } }
    let chain = Self.chain(read)
    let count = read.count { $0 != nil }
    let isRising =
      chain.count >= AidLimits.fewestRising && Double(chain.count) >= AidLimits.share * Double(count)
      && chain.first.flatMap { read[$0] } != chain.last.flatMap { read[$0] }
    self.isRising = isRising
    let bounds = Self.bounds(read, chain: chain)
    values = cells.indices.map { index in
      if let number = read[index] { return Value(number: number, isDoubted: isRising && !chain.contains(index)) }
      let fitting = Set(candidates[index].compactMap(\.value)).filter { !isRising || bounds[index].contains($0) }
      guard fitting.count == 1, let number = fitting.first else { return nil }
      return Value(number: number, isInferred: true)
    }
  }

  /// The rows of a longest run, not everywhere unbroken, that never falls (Schensted 1961).
  private static func chain(_ read: [Int?]) -> Set<Int>.OrderedRows {
    var ends: [Int] = [], before = [Int?](repeating: nil, count: read.count)
    for (index, number) in read.enumerated() {
      guard let number else { continue }
      let place = ends.firstIndex { (read[$0] ?? 0) > number } ?? ends.count
      before[index] = place > 0 ? ends[place - 1] : nil
      if place < ends.count { ends[place] = index } else { ends.append(index) }
    }
    var rows: [Int] = [], row = ends.last
    while let index = row {
      rows.append(index)
      row = before[index]
    }
    return .init(rows.reversed())
  }

  /// For every row what the chain allows there.
  private static func bounds(_ read: [Int?], chain: Set<Int>.OrderedRows) -> [ClosedRange<Int>] {
    var lower = 0, result: [ClosedRange<Int>] = []
    var above = chain.rows[...]
    for index in read.indices {
      if above.first == index {
        lower = read[index] ?? lower
        above = above.dropFirst()
      }
      result.append(lower...max(lower, above.first.flatMap { read[$0] } ?? .max))
    }
    return result
  }
}

extension Set<Int> {
  /// Rows in their order, which can be asked about quickly.
  fileprivate struct OrderedRows {
    let rows: [Int]
    private let all: Set<Int>

    init(_ rows: [Int]) { (self.rows, all) = (rows, Set(rows)) }

    var count: Int { rows.count }
    var first: Int? { rows.first }
    var last: Int? { rows.last }

    func contains(_ row: Int) -> Bool { all.contains(row) }
  }
}
