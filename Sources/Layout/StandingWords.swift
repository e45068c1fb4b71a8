import DocumentModel

/// Words that stand on their side, as headings of narrow columns do: their boxes are higher than they are wide.
enum StandingWords {
  /// A word of so many letters is no higher than wide unless it stands.
  private static let fewestLetters = 3
  /// So many times as high as wide, in tenths, at least.
  private static let tallInTenths = 12

  /// The lines of standing words in reading order, as the words were given; nil where the words lie. The order of a
  /// program's own words tells whether they run up the page or down it; up is usual.
  static func lines(of words: [Word], page: Int) -> [Line]? {
    let long = words.filter { $0.text.count >= fewestLetters }.compactMap(\.box)
    let standing = long.count { $0.height * 10 > $0.width * tallInTenths }
    guard standing > 0, standing * 2 > long.count else { return nil }
    var columns: [[Word]] = []
    for word in words {
      guard let box = word.box else { continue }
      let index = columns.firstIndex {
        guard let first = $0.first?.box else { return false }
        return first.horizontalOverlap(with: box) * 2 > min(first.width, box.width)
      }
      if let index { columns[index].append(word) } else { columns.append([word]) }
    }
    let steps = columns.flatMap { column in
      zip(column, column.dropFirst()).map { ($1.box?.midY ?? 0) - ($0.box?.midY ?? 0) }
    }
    let runsDown = steps.count { $0 > 0 } > steps.count { $0 < 0 }
    return ordered(columns, runsDown: runsDown).map { column in
      var words = column
      for index in words.indices { words[index].spaceBefore = index == 0 ? "" : " " }
      return Line(words: words, page: page)
    }
  }

  private static func ordered(_ columns: [[Word]], runsDown: Bool) -> [[Word]] {
    let lines = columns.map { column in
      column.sorted { first, second in
        let (a, b) = (first.box?.midY ?? 0, second.box?.midY ?? 0)
        return runsDown ? a < b : a > b
      }
    }
    return lines.sorted { first, second in
      let (a, b) = (first.first?.box?.midX ?? 0, second.first?.box?.midX ?? 0)
      return runsDown ? a > b : a < b
    }
  }
}
