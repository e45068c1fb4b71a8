internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Weighs how a signer's name was read against how people are called. A name stands alone, under a stamp and a pen: no sentence
/// tells `Tuân` from `Tuấn`, but of ten people nine are the latter.
///
/// A reading is kept unless another name, weighed by how often it is met and how easily it is misread so, is likelier. What is taken
/// in its place is marked as inferred.
struct NameVote: Sendable {
  /// How a scan's words are misread. Estimates, set while looking at eight signatures of scans that are not of the project.
  enum Weights {
    /// The least share of misread words among those of signatures, of which three in eight had lost a mark.
    static let leastMisread = 0.25
    /// The least share of words with a wrong letter: an engine that is sure of its letters is right, rare as the name may be
    /// (`Lò` beside `Lê`).
    static let leastWrongLetter = 0.03, sureOfLetters: Confidence = 0.92
    /// Of the misread: a mark was lost, another was taken for it, a letter is wrong.
    static let lostMark = 0.6, otherMark = 0.2, wrongLetter = 0.05
    /// People that a name has that nobody in the texts has.
    static let unknown = 0.5
    /// Words of a name that is told from the strokes beside it.
    static let fewestWords = 3, mostWords = 4
  }

  private struct Candidate {
    let word: String
    let key: [UInt8]
    let count: Double
  }

  private let people: PersonNames
  private let candidates: [PersonNames.Part: [Candidate]]

  init(_ people: PersonNames) {
    self.people = people
    candidates = Dictionary(
      uniqueKeysWithValues: PersonNames.Part.allCases.map { part in
        (
          part,
          people.words(part).sorted().map {
            Candidate(word: $0, key: Array(looseKey($0).utf8), count: Double(people.count($0, part)))
          }
        )
      })
  }

  /// Whether both ends of a name are those of people.
  func isPerson(_ name: String) -> Bool {
    let words = name.split(separator: " ").map(String.init)
    guard words.count > 1, let family = words.first, let given = words.last else { return false }
    return people.count(family, .family) > 0 && people.count(given, .given) > 0
  }

  /// The name in a line, where all that stands beside it are strokes: the longest run of words that ends as people's names do on
  /// both sides. A word in capitals before it that is a family name becomes one. Nil where there is none.
  func person(among line: Passage) -> Passage? {
    guard line.words.count >= Weights.fewestWords else { return nil }
    let words = line.words.map { word in
      var word = word
      word.text = Self.recased(String(word.text.trimmed { !$0.isLetter }))
      return word
    }
    for count in stride(from: min(Weights.mostWords, words.count), through: Weights.fewestWords, by: -1) {
      for start in 0...(words.count - count) {
        guard mayBePerson(words[start..<start + count]) else { continue }
        let name = Passage(words: Array(words[start..<start + count]))
        let rest = words[..<start] + words[(start + count)...]
        guard isPerson(name.text), LooseText(name.text).isPersonName,
          rest.allSatisfy({ $0.text.count <= EndMatterLimits.lettersOfStroke })
        else { continue }
        return name
      }
    }
    return nil
  }

  /// Whether the words at both ends may be those of a name; nothing is said of words without a letter.
  private func mayBePerson(_ words: ArraySlice<PlacedWord>) -> Bool {
    guard let family = words.first?.text, let given = words.last?.text, !family.isEmpty, !given.isEmpty else {
      return true
    }
    return people.count(family, .family) > 0 && people.count(given, .given) > 0
  }

  /// `LÝ` as `Lý`.
  private static func recased(_ word: String) -> String {
    word.count > 1 && word == uppercased(word) ? String(word.prefix(1)) + lowercased(String(word.dropFirst())) : word
  }

  /// The likeliest name for one that was read. Words that no scan has stay as they are.
  func likeliest(_ name: Passage) -> Passage {
    Passage(
      words: name.words.indices.map { index in
        let part: PersonNames.Part = index == 0 ? .family : index == name.words.count - 1 ? .given : .middle
        return likeliest(name.words[index], part)
      })
  }

  private func likeliest(_ word: PlacedWord, _ part: PersonNames.Part) -> PlacedWord {
    guard word.box != nil, word.confidence < 1, word.text.first?.isUppercase ?? false else { return word }
    let misread = max(Weights.leastMisread, 1 - word.confidence.value)
    let read = max(Double(people.count(word.text, part)), Weights.unknown) * (1 - misread)
    let key = Array(looseKey(word.text).utf8)
    let misreadLetter = word.confidence < Weights.sureOfLetters ? misread : Weights.leastWrongLetter
    let rivals = (candidates[part] ?? []).compactMap { rival -> (word: String, weight: Double)? in
      guard rival.word != word.text, let share = Self.share(of: rival, readAs: word.text, key) else { return nil }
      return (rival.word, rival.count * share * (rival.key == key ? misread : misreadLetter))
    }
    guard let best = rivals.max(by: { $0.weight < $1.weight }), best.weight > read else { return word }
    var voted = word
    (voted.text, voted.isInferred) = (best.word, true)
    voted.confidence = Confidence(best.weight / (rivals.reduce(read) { $0 + $1.weight }))
    return voted
  }

  /// The share of a name's misreadings that are this one; nil where more than a mark or a letter differs.
  private static func share(of rival: Candidate, readAs text: String, _ key: [UInt8]) -> Double? {
    if rival.key == key {
      let ours = marks(of: text), printed = marks(of: rival.word)
      return ours.isStrictSubset(of: printed) ? Weights.lostMark : Weights.otherMark
    }
    return editDistance(rival.key, key, atMost: 1) != nil ? Weights.wrongLetter : nil
  }

  /// The letters of a word with marks, each with its place and its marks one by one.
  private static func marks(of word: String) -> Set<String> {
    var marks: Set<String> = []
    for (place, letter) in word.enumerated() {
      for mark in String(letter).decomposedMarks { marks.insert("\(place) \(mark.value)") }
    }
    return marks
  }
}

extension String {
  /// The marks that a letter is written with, as the scalars that Unicode composes it of.
  fileprivate var decomposedMarks: ArraySlice<Unicode.Scalar> { Array(nfd(self).unicodeScalars).dropFirst() }
}
