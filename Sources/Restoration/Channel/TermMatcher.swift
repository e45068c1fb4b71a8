internal import DocumentModel
internal import Vietnamese

/// Finds the user's own terms in a line, and names of the document's letterhead: all their words must be there, marks aside;
/// those of a name with a capital, since `hoa binh` is no place.
struct TermMatcher {
  private struct Term {
    var words: [String]
    var keys: [String]
    var isName: Bool
  }

  /// By key of the first word: the terms that begin with it, longest first.
  private var terms: [String: [Term]] = [:]

  init(_ terms: [String], places: [String] = []) {
    for (term, isName) in terms.map({ ($0, false) }) + places.map({ ($0, true) }) {
      let words = term.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      self.terms[Self.key(first), default: []].append(Term(words: words, keys: words.map(Self.key), isName: isName))
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
    let cores = line.words.map { Self.core($0.text) }, keys = cores.map(Self.key)
    var result: [Int: String] = [:], index = 0
    while index < keys.count {
      let found = terms[keys[index]]?.first { term in
        keys[index...].starts(with: term.keys)
          && (!term.isName || cores[index..<index + term.keys.count].allSatisfy { $0.first?.isUppercase == true })
      }
      for (offset, word) in (found?.words ?? []).enumerated() { result[index + offset] = word }
      index += max(1, found?.words.count ?? 1)
    }
    return result
  }
}
