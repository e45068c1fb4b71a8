/// Finds the encoding of every line of a text whose parts come from different files: headings pasted from a document of
/// `.VnTime`, the rest in Unicode.
///
/// A line of few words often fits several encodings, so the lines are looked at together: each encoding costs what it
/// leaves unexplained, changing from one to another costs as well, and the cheapest course through all lines is taken.
public struct LineEncodings: Sendable {
  /// A line as Unicode, nil where its bytes are none, and as Western European programs show it.
  public struct Line: Sendable {
    let unicode: String?
    let western: String

    public init(unicode: String?, western: String) { (self.unicode, self.western) = (unicode, western) }
  }

  /// What one word costs that the encoding does not explain, and a change of the encoding between two lines.
  private static let costOfWord = 3.0, costOfChange = 2.5
  /// A stretch of lines in an old encoding has at least so many words, as a share of which so many are Vietnamese, while
  /// Unicode explains fewer than half of them.
  private static let fewestWords = 4, fewestWordsOfBytes = 2, leastShare = 0.8, mostInUnicode = 0.5
  /// Longer lines are known by their beginning.
  private static let mostWords = 60

  private static let states: [LegacyEncoding?] = [nil] + LegacyEncoding.allCases
  /// The state in which the lines before ended.
  private var last = 0

  public init() {}

  /// For every line its encoding; nil for Unicode.
  public mutating func encodings(of lines: [Line]) -> [LegacyEncoding?] {
    let words = lines.map { line in
      Self.mayBeOld(line) ? EncodedWord.all(in: line.western, most: Self.mostWords) : []
    }
    guard words.contains(where: { !$0.isEmpty }) else { return lines.map { _ in nil } }
    var known: [String: [EncodedWord.Verdict]] = [:]
    let course = course(of: zip(lines, words).map { Self.costs($0, $1, &known) })
    last = course.last ?? last
    return Self.proven(course, lines, words, known).map { Self.states[$0] }
  }

  /// Whether a line needs a second look: letters that only Unicode has speak for it, ASCII without marks for nothing.
  private static func mayBeOld(_ line: Line) -> Bool {
    guard let text = line.unicode else { return true }
    var hasMarks = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x102, 0x103, 0x110, 0x111, 0x1A0, 0x1A1, 0x1AF, 0x1B0, 0x1EA0...0x1EF9: return false
      case 0x20..<0x27, 0x29, 0x2A, 0x2C, 0x2D, 0x2F..<0x3F, 0x40..<0x5E, 0x5F, 0x61..<0x7E: break
      default: hasMarks = hasMarks || scalar != "\t"
      }
    }
    return hasMarks
  }

  /// `known` keeps what every encoding makes of a word, since words come again.
  private static func costs(
    _ line: Line, _ words: [EncodedWord], _ known: inout [String: [EncodedWord.Verdict]]
  ) -> [Double] {
    // Letters that no old encoding has: only Unicode explains them.
    if words.isEmpty, let text = line.unicode, text.unicodeScalars.contains(where: { $0.value >= 0x100 }) {
      return states.map { $0 == nil ? 0 : costOfWord * 2 }
    }
    var wrong = [Int](repeating: 0, count: states.count)
    for word in words {
      let verdicts = known[word.text] ?? states.map { word.verdict(in: $0) }
      known[word.text] = verdicts
      for index in wrong.indices where verdicts[index] == .wrong { wrong[index] += 1 }
    }
    return states.indices.map { index in
      if states[index] == nil, line.unicode != line.western { return costInUnicode(line, words) }
      // What is UTF-8 already is not taken for UTF-8 that was written twice.
      if states[index] == .doubledUTF8, line.unicode != line.western { return costOfWord * Double(max(1, words.count)) }
      return costOfWord * Double(wrong[index])
    }
  }

  /// Of a line that Unicode shows otherwise than Western European programs do, or not at all.
  private static func costInUnicode(_ line: Line, _ words: [EncodedWord]) -> Double {
    guard let text = line.unicode else { return costOfWord * Double(max(1, words.count)) + 1 }
    let words = EncodedWord.all(in: text, most: mostWords)
    return costOfWord * Double(EncodedWord.Tally(of: words, in: nil).wrong)
  }

  /// The cheapest course (Viterbi).
  private func course(of costs: [[Double]]) -> [Int] {
    var totals = Self.states.indices.map { $0 == last ? 0 : Self.costOfChange }
    var from: [[Int]] = []
    for line in costs {
      let best = totals.indices.min { totals[$0] < totals[$1] } ?? 0
      let sources = totals.indices.map { totals[$0] <= totals[best] + Self.costOfChange ? $0 : best }
      totals = zip(sources, line).enumerated().map { index, step in
        totals[step.0] + (step.0 == index ? 0 : Self.costOfChange) + step.1
      }
      from.append(sources)
    }
    var state = totals.indices.min { totals[$0] < totals[$1] } ?? 0
    return from.reversed().map { sources in
      defer { state = sources[state] }
      return state
    }.reversed()
  }

  /// The course without stretches that have too few words to be sure of.
  private static func proven(
    _ course: [Int], _ lines: [Line], _ words: [[EncodedWord]], _ known: [String: [EncodedWord.Verdict]]
  ) -> [Int] {
    var course = course, start = 0
    while start < course.count {
      let state = course[start]
      let end = course[start...].firstIndex { $0 != state } ?? course.count
      let verdicts = words[start..<end].lazy.flatMap { $0 }.compactMap { known[$0.text] }
      if state != 0, !isProven(state, lines[start..<end], Array(verdicts)) {
        for index in start..<end { course[index] = 0 }
      }
      start = end
    }
    return course
  }

  private static func isProven(
    _ state: Int, _ lines: ArraySlice<Line>, _ verdicts: [[EncodedWord.Verdict]]
  ) -> Bool {
    let old = EncodedWord.Tally(of: verdicts.lazy.map { $0[state] })
    guard old.share >= leastShare else { return false }
    if lines.contains(where: { $0.unicode == nil }) { return old.count >= fewestWordsOfBytes }
    // The first state is Unicode.
    let new = EncodedWord.Tally(of: verdicts.lazy.map { $0[0] })
    return old.count >= fewestWords && new.share < mostInUnicode || new.wrong >= fewestWords && old.wrong == 0
  }
}
