import DocumentModel

/// Parts the lines of a table that no rules part into its rows: the cut of the whole table that numbers, white, capitals and
/// titles bear best together. One of them may fail in a row: a number is lost, a cell is empty, lines are evenly set.
struct RowStarts {
  /// A line of print in the columns of the table.
  struct Line {
    /// By column, the first of row numbers or of work.
    var columns: [[Word]]
    /// The title of a group, which is a row of its own.
    var isTitle: Bool
    /// What numbers the row in the first column; nil where nothing does.
    var label: String?
  }

  private let lines: [Line]
  /// Rows are numbered: each has one label, wherever in its height it stands.
  private let isLabelled: Bool
  /// By line: what speaks for a row that begins with it, above 0, or against it.
  private var starts: [Double] = []
  /// By line: how surely its label is that of a row; 0 without one.
  private var labels: [Double] = []

  /// `areRuled`: rules part the rows, so that these lines may well be one.
  init(_ lines: [Line], isLabelled: Bool, areRuled: Bool = false) {
    (self.lines, self.isLabelled) = (lines, isLabelled)
    let gaps = gapScores()
    let against = areRuled ? RowWeights.ruled : 0
    starts = lines.indices.map { gaps[$0] * RowWeights.gap + opening($0) - against }
    labels = isLabelled ? labelWeights() : []
  }

  /// The rows, from top to bottom. The cheapest cut into rows is found from the first line to the last.
  var rows: [Range<Int>] {
    var cost = [0.0] + [Double](repeating: .infinity, count: lines.count)
    var before = [Int](repeating: 0, count: lines.count + 1)
    for end in lines.indices.map({ $0 + 1 }) {
      for start in stride(from: end - 1, through: max(0, end - RowWeights.mostLines), by: -1) {
        guard !isParted(start + 1..<end) else { break }
        let sum = cost[start] + self.cost(of: start..<end)
        if sum < cost[end] { (cost[end], before[end]) = (sum, start) }
      }
    }
    var rows: [Range<Int>] = []
    var end = lines.count
    while end > 0 {
      rows.append(before[end]..<end)
      end = before[end]
    }
    return rows.reversed()
  }

  /// A title stands among the lines: a row begins with it, and one behind it.
  private func isParted(_ lines: Range<Int>) -> Bool {
    lines.contains { self.lines[$0].isTitle || self.lines[$0 - 1].isTitle }
  }

  private func cost(of row: Range<Int>) -> Double {
    let start =
      row.lowerBound == 0 || lines[row.lowerBound].isTitle || lines[row.lowerBound - 1].isTitle
      ? 0 : -starts[row.lowerBound]
    guard isLabelled, !lines[row.lowerBound].isTitle else { return start }
    let own = labels[row], most = own.max() ?? 0
    return start + own.reduce(0, +) - most + (most > 0 ? 0 : RowWeights.unlabelled)
  }

  // MARK: Evidence

  /// By line: 1 where the white above is surely wider than between the lines of a cell, below 0 where it is not.
  private func gapScores() -> [Double] {
    let places = lines.map { line in
      let middles = line.columns.joined().compactMap { $0.box?.midY }.sorted()
      return middles.isEmpty ? 0 : middles[middles.count / 2]
    }
    let pitches = zip(places, places.dropFirst()).map { Double($1 - $0) }
    guard !pitches.isEmpty else { return [0] }
    let usual = max(pitches.sorted()[pitches.count / 4], 1)
    return [0]
      + pitches.map { pitch in
        let excess = (pitch / usual - 1 - RowWeights.evenPitch) / RowWeights.evenPitch
        return min(max(excess, RowWeights.leastGap), 1)
      }
  }

  /// What the first words of the columns tell: a row begins where several columns begin with a capital or a figure at once;
  /// small letters go on with the line above.
  private func opening(_ index: Int) -> Double {
    let columns = lines[index].columns.dropFirst(isLabelled ? 1 : 0)
    let opens = columns.compactMap(opensCell)
    let opened = opens.count(where: \.self), goingOn = opens.count - opened
    if goingOn > 0 { return -RowWeights.goingOn * Double(goingOn) }
    if opened >= max(2, columns.count - 1), isHeadingOver(index) == false { return RowWeights.allOpen }
    return Double(min(opened, 3)) * RowWeights.oneOpen - RowWeights.onlyOneOpen
  }

  /// Nil for a column without letters or figures on the line.
  private func opensCell(_ words: [Word]) -> Bool? {
    let row = words.sorted { ($0.box?.x ?? 0) < ($1.box?.x ?? 0) }
    let first = row.lazy.flatMap(\.text).first { $0.isLetter || $0.isNumber }
    return first.map { $0.isUppercase || $0.isNumber }
  }

  /// Capitals below capitals: the second line of a heading.
  private func isHeadingOver(_ index: Int) -> Bool {
    index > 0 && isCapitals(lines[index]) && isCapitals(lines[index - 1])
  }

  private func isCapitals(_ line: Line) -> Bool {
    let letters = line.columns.joined().flatMap(\.text).filter(\.isLetter)
    return letters.count > 3 && letters.allSatisfy(\.isUppercase)
  }

  /// A number that follows the one above or comes before the one below is one; another may be a speck.
  private func labelWeights() -> [Double] {
    let found = lines.indices.filter { lines[$0].label != nil }
    let numbers = found.map { lines[$0].label.flatMap(Self.number) }
    var result = [Double](repeating: 0, count: lines.count)
    for (place, index) in found.enumerated() {
      let number = numbers[place]
      let follows = place > 0 && number != nil && numbers[place - 1].map { $0 + 1 } == number
      let leads = place + 1 < found.count && number != nil && numbers[place + 1].map { $0 - 1 } == number
      let isSure = follows || leads || number == 1 || number == nil
      result[index] = isSure ? RowWeights.label : RowWeights.oddLabel
    }
    return result
  }

  /// The last number of a label: 3 of `1.3.`.
  private static func number(_ label: String) -> Int? {
    label.split { !$0.isNumber }.last.flatMap { Int($0) }
  }
}

/// How much each sign of a row's beginning weighs. By judgement, on generated tables.
private enum RowWeights {
  /// White above the line, per unit of its score, and the score of an even line.
  static let gap = 1.5, leastGap = -0.5
  /// In pitches of the lines: white above it is surely wider from twice as much.
  static let evenPitch = 0.12
  /// All columns begin; one of them does; what they must outweigh.
  static let allOpen = 1.5, oneOpen = 0.5, onlyOneOpen = 0.75
  /// A column goes on in small letters.
  static let goingOn = 1.0
  /// Rules were found between other rows of the table and none here.
  static let ruled = 1.6
  /// A label that fits its neighbours; one that does not; a row without any.
  static let label = 3.0, oddLabel = 1.2, unlabelled = 2.2
  /// Lines of a row, at most.
  static let mostLines = 40
}
