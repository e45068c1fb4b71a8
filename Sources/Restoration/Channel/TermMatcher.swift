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
  /// The first characters of these keys.
  private var heads: Set<Unicode.Scalar> = []

  init(_ terms: [String], places: [String] = []) {
    for (term, isName) in terms.map({ ($0, false) }) + places.map({ ($0, true) }) {
      let words = term.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      self.terms[Self.key(first), default: []].append(Term(words: words, keys: words.map(Self.key), isName: isName))
    }
    heads = Set(self.terms.keys.compactMap(\.unicodeScalars.first))
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
    var result: [Int: String] = [:], index = 0
    while index < line.words.count {
      let found = mayBegin(at: line.words[index].text) ? term(at: index, of: line) : nil
      for (offset, word) in (found?.words ?? []).enumerated() { result[index + offset] = word }
      index += max(1, found?.words.count ?? 1)
    }
    return result
  }

  /// Whether the first letter or figure of a word is that of some term: most words are left after this look.
  private func mayBegin(at text: String) -> Bool {
    for scalar in text.unicodeScalars {
      if isASCII(scalar.value), ![.letter, .digit].contains(ScalarClass(scalar.value)) { continue }
      let head = folded(Unicode.Scalar(smallLetter(scalar.value)) ?? scalar)
      return !isASCII(head.value) || heads.contains(head)
    }
    return false
  }

  /// The longest term that begins at a word; nil where there is none.
  private func term(at index: Int, of line: Line) -> Term? {
    terms[Self.key(Self.core(line.words[index].text))]?.first { term in
      guard index + term.keys.count <= line.words.count else { return false }
      let cores = line.words[index..<index + term.keys.count].map { Self.core($0.text) }
      return cores.map(Self.key) == term.keys && (!term.isName || cores.allSatisfy { $0.first?.isUppercase == true })
    }
  }
}
