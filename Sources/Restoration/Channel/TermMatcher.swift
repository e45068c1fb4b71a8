internal import DocumentModel
internal import Vietnamese

/// Finds the user's own terms in a line: all their words must be there, marks and case aside.
struct TermMatcher {
  /// By key of the first word: the terms that begin with it, longest first, as words and keys.
  private var terms: [String: [(words: [String], keys: [String])]] = [:]

  init(_ terms: [String]) {
    for term in terms {
      let words = term.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      self.terms[Self.key(first), default: []].append((words, words.map(Self.key)))
    }
    for key in self.terms.keys { self.terms[key]?.sort { $0.words.count > $1.words.count } }
  }

  /// The word in small letters without marks.
  private static func key(_ word: String) -> String { folded(smallLetters(word)) }

  /// The word without the signs before and after its letters and digits.
  private static func core(_ text: String) -> String {
    String(text.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
  }

  /// By index of a word in the line, the word of a term that stands there.
  func matches(in line: Line) -> [Int: String] {
    if terms.isEmpty { return [:] }
    let keys = line.words.map { Self.key(Self.core($0.text)) }
    var result: [Int: String] = [:], index = 0
    while index < keys.count {
      let found = terms[keys[index]]?.first { keys[index...].starts(with: $0.keys) }
      for (offset, word) in (found?.words ?? []).enumerated() { result[index + offset] = word }
      index += max(1, found?.words.count ?? 1)
    }
    return result
  }
}
