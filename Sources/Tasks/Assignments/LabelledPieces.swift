internal import DocumentModel
internal import Vietnamese

/// Parts a line into labels and values by signs alone: a few words, a colon or a dash, and what follows up to the next such
/// words. Which of them are labels of assignments is for others to say.
struct LabelledPieces {
  struct Piece {
    /// The words before the sign.
    var label: String
    var value: Passage
    /// A dash stands between them, no colon.
    var isDashed: Bool
  }

  /// Empty for a line without labels.
  static func pieces(of statement: Statement) -> [Piece] {
    let text = statement.text
    var labels: [(start: Int, end: Int, value: Int)] = []
    for sign in text.plain.indices {
      guard let label = label(in: text, before: sign, isFirst: labels.isEmpty, behind: labels.last?.value ?? 0) else {
        continue
      }
      labels.append((label.lowerBound, label.upperBound, sign + 1))
    }
    let ends = labels.dropFirst().map(\.start) + [text.count]
    return zip(labels, ends).map { label, end in
      Piece(
        label: text[label.start..<label.end],
        value: statement.part(label.value..<end, without: .behindBracketedValue),
        isDashed: text.plain[label.value - 1] == .hyphen)
    }
  }

  /// The words between the mark that ends the value before and the sign here.
  private static func label(in text: LooseText, before sign: Int, isFirst: Bool, behind last: Int) -> Range<Int>? {
    guard isSign(text, at: sign, isFirst: isFirst) else { return nil }
    let begin = (last..<sign).last { endsValue(text, at: $0) }.map { $0 + 1 } ?? last
    // Behind a value without a mark at its end no label can be told from it.
    guard begin > last || last == 0 else { return nil }
    let range = text.trimmed(begin..<sign, of: .beforeLabel)
    let words = text[range].split(separator: " ")
    guard range.count <= AssignmentLimits.longestLabel,
      (2...AssignmentLimits.wordsOfOwnLabel).contains(words.count), text.isWord(at: range.lowerBound),
      !text.plain[range].contains(where: \.isDigit)
    else { return nil }
    return range
  }

  /// A colon; or the first dash of a line, between spaces.
  private static func isSign(_ text: LooseText, at offset: Int, isFirst: Bool) -> Bool {
    switch text.plain[offset] {
    case .colon: return true
    case .hyphen:
      return isFirst && offset > 0 && offset + 1 < text.count && text.plain[offset - 1] == .space
        && text.plain[offset + 1] == .space && text.firstIndex(of: .colon) == nil
    default: return false
    }
  }

  /// A dash between spaces too: in a cell the lines of a block stand one behind the other.
  private static func endsValue(_ text: LooseText, at offset: Int) -> Bool {
    if ends.contains(text.plain[offset]) { return true }
    return text.plain[offset] == .hyphen && offset > 0 && text.plain[offset - 1] == .space
      && text.skipping([.space], from: offset + 1) > offset + 1
  }

  private static let ends: [UInt8] = [.period, .semicolon, .openBracket, .plus]
}
