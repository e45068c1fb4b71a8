internal import DocumentModel
internal import Vietnamese

/// Finds the user's own terms where a line has all their words, marks and case aside.
struct TermMatcher {
  /// By the first word's key: the terms, longest first, as words and their keys.
  private var terms: [String: [(words: [String], keys: [String])]] = [:]

  init(_ terms: [String]) {
    for term in terms {
      let words = term.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      self.terms[Self.key(first), default: []].append((words, words.map(Self.key)))
    }
    for key in self.terms.keys { self.terms[key]?.sort { $0.words.count > $1.words.count } }
  }

  private static func key(_ word: String) -> String { folded(smallLetters(word)) }

  /// Letters and digits of a word, without the marks around them.
  private static func core(_ text: String) -> String {
    String(text.drop { !$0.isLetter && !$0.isNumber }.reversed().drop { !$0.isLetter && !$0.isNumber }.reversed())
  }

  /// By index of a word, the word of a term that it is.
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
