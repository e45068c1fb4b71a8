internal import DocumentModel

/// Where two readings of a line differ, word by word.
struct WordAlignment {
  /// A stretch of the first reading and what the other has for it.
  struct Difference: Equatable {
    var range: Range<Int>
    var other: Range<Int>
  }

  /// Words of the first reading that the other has, too, by index, with their places there.
  private(set) var agreed: [Int: Int] = [:]
  private(set) var differences: [Difference] = []

  private enum Step { case equal, changed, added, lost }

  /// Takes the place of a word that is not in the other reading: two words that share less than half their letters are no
  /// readings of the same print.
  private static let gap = 0.55

  init(_ words: [String], _ others: [String]) {
    var position = 0, other = 0
    var run: [(step: Step, at: Int, other: Int)] = []
    for step in Self.steps(words, others) {
      if step == .equal {
        close(&run)
        agreed[position] = other
      } else {
        run.append((step, position, other))
      }
      if step != .added { position += 1 }
      if step != .lost { other += 1 }
    }
    close(&run)
  }

  /// Words that stand for each other one by one are differences of their own; otherwise the run is one.
  private mutating func close(_ run: inout [(step: Step, at: Int, other: Int)]) {
    defer { run = [] }
    guard let first = run.first, let last = run.last else { return }
    if run.allSatisfy({ $0.step == .changed }) {
      differences += run.map { Difference(range: $0.at..<$0.at + 1, other: $0.other..<$0.other + 1) }
    } else {
      differences.append(
        Difference(
          range: first.at..<last.at + (last.step == .added ? 0 : 1),
          other: first.other..<last.other + (last.step == .lost ? 0 : 1)))
    }
  }

  private static func steps(_ words: [String], _ others: [String]) -> [Step] {
    var costs = [(0...others.count).map { Double($0) * gap }]
    for row in words.indices {
      var line = [Double(row + 1) * gap]
      for column in others.indices {
        line.append(
          min(
            costs[row][column] + distance(words[row], others[column]), costs[row][column + 1] + gap,
            line[column] + gap))
      }
      costs.append(line)
    }
    return path(costs, words, others)
  }

  private static func path(_ costs: [[Double]], _ words: [String], _ others: [String]) -> [Step] {
    var row = words.count, column = others.count
    var steps: [Step] = []
    while row > 0 || column > 0 {
      if row > 0, column > 0,
        costs[row][column] == costs[row - 1][column - 1] + distance(words[row - 1], others[column - 1])
      {
        steps.append(words[row - 1] == others[column - 1] ? .equal : .changed)
        (row, column) = (row - 1, column - 1)
      } else if row > 0, column == 0 || costs[row][column] == costs[row - 1][column] + gap {
        steps.append(.lost)
        row -= 1
      } else {
        steps.append(.added)
        column -= 1
      }
    }
    return steps.reversed()
  }

  /// The share of the letters that differ, 0…1.
  static func distance(_ word: String, _ other: String) -> Double {
    if word == other { return 0 }
    let letters = Array(word), others = Array(other)
    if abs(letters.count - others.count) * 2 > max(letters.count, others.count) { return 1 }
    var row = Array(0...others.count)
    for (index, letter) in letters.enumerated() {
      var corner = row[0]
      row[0] = index + 1
      for column in others.indices {
        let changed = corner + (letter == others[column] ? 0 : 1)
        corner = row[column + 1]
        row[column + 1] = min(changed, corner + 1, row[column] + 1)
      }
    }
    return Double(row[others.count]) / Double(max(letters.count, others.count, 1))
  }
}
