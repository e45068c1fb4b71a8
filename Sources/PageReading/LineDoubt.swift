internal import DocumentModel

/// Why a line is shown to other readers, too.
enum LineDoubt: CaseIterable {
  /// A word of it is not sure.
  case unsureWord
  /// It does not read like the document's language.
  case oddLanguage
  /// It holds figures, which no language model can put right.
  case figures

  /// A word that is less sure is asked about.
  static let sure: Confidence = 0.9
  /// A line whose words cost more than this on the mean is odd, nats.
  static let odd = 9.0
  /// In a line of figures a word that is less sure than this is asked about.
  static let sureOfFigures: Confidence = 0.94
  /// Of the page's lines at most this share is shown to others, the most doubtful first: together with what is read again
  /// anyhow a page must not cost a third more.
  static let mostLines = 0.35

  func holds(for line: Line, _ judge: LineRereader.Judge) -> Bool {
    switch self {
    case .unsureWord: line.words.contains { $0.confidence < Self.sure && $0.text.contains(where: \.isLetter) }
    case .oddLanguage: line.words.count > 2 && (judge(line) ?? 0) > Self.odd
    case .figures: line.words.contains { $0.confidence < Self.sureOfFigures && $0.text.contains(where: \.isNumber) }
    }
  }

  /// The lines that are worth asking about, by index, the most doubtful first.
  static func lines(worthAsking lines: [Line], _ judge: LineRereader.Judge) -> [Int] {
    let doubtful = lines.indices.filter { index in
      lines[index].words.contains { $0.text.count > 1 } && allCases.contains { $0.holds(for: lines[index], judge) }
    }
    let least = { (line: Line) in line.words.map(\.confidence).min() ?? 1 }
    let limit = Int((Double(lines.count) * mostLines).rounded(.up))
    return Array(doubtful.sorted { (least(lines[$0]), $0) < (least(lines[$1]), $1) }.prefix(limit))
  }
}
