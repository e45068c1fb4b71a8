internal import Vietnamese

/// How many sheets and documents a text counts: `219 (Hai trăm mười chín) tờ`, `12 văn bản, 30 tờ`.
struct AidCounts {
  private(set) var sheets, documents: AidFigures?

  /// A number that nothing stands behind counts documents where `ofDocuments`, else sheets.
  init(_ text: String, ofDocuments: Bool) {
    let words = Self.withoutBrackets(text).split(whereSeparator: \.isWhitespace).map(String.init)
    for (index, word) in words.enumerated() {
      guard let figures = AidFigures(word), figures.value != nil else { continue }
      switch words.dropFirst(index + 1).first.map({ looseKey($0).filter(\.isLetter) }) {
      case "to": sheets = sheets ?? figures
      case "van", "tai", "vb": documents = documents ?? figures
      case nil where ofDocuments: documents = documents ?? figures
      case nil: sheets = sheets ?? figures
      default: break
      }
    }
  }

  /// What stands in brackets says the number in words.
  private static func withoutBrackets(_ text: String) -> String {
    var depth = 0
    return text.filter { letter in
      if letter == "(" { depth += 1 }
      defer { if letter == ")" { depth = max(0, depth - 1) } }
      return depth == 0
    }
  }
}

/// Numbers that a paper says are missing: `7, 9-11 và 15`; none where it says `không`.
struct StatedGaps {
  /// One or a run each: `7`, `9-11`.
  private(set) var runs: [String] = []
  /// Figures of them were put right.
  private(set) var isRepaired = false

  /// Nil where no number is stated, and not that there are none.
  init?(_ text: String) {
    let plain = looseKey(text)
    if plain.hasPrefix("khong") || plain == "ko" || plain == "0" { return }
    let joined = plain.replacing(" den ", with: "-").replacing(" - ", with: "-")
    for part in joined.split(whereSeparator: { ",;".contains($0) || $0.isWhitespace }) {
      let ends = part.split(separator: "-").map { AidFigures(String($0)) }
      guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count < 3,
        let from = first.value, let to = last.value, from <= to
      else { continue }
      runs.append(from == to ? "\(from)" : "\(from)-\(to)")
      isRepaired = isRepaired || first.isRepaired || last.isRepaired
    }
    if runs.isEmpty { return nil }
  }
}
