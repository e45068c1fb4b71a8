internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads by whose authority a paper is signed where a letter or a stroke of it is misread: `TIM BAN THƯỜNG VỤ`,
/// `TMÙY BAN NHÂN DÂN`, `KÝ. CHỦ TỊCH` (Nghị định 30/2020/NĐ-CP, Phụ lục I, box 7a; the Party writes `T/M`).
///
/// The mark and the office behind it are weighed together: each may be a letter off, both may not.
struct AuthorityReading: Sendable {
  /// A mark, and whether bodies or persons stand behind it.
  private struct Mark {
    let letters: String
    let printed: String
    let isOfBody: Bool

    /// With the slash of the Party in it.
    var slashed: String { "\(letters.prefix(1))/\(letters.dropFirst())" }
  }

  private static let marks = [
    Mark(letters: "TM", printed: "TM.", isOfBody: true), Mark(letters: "KT", printed: "KT.", isOfBody: false),
    Mark(letters: "TL", printed: "TL.", isOfBody: false), Mark(letters: "TUQ", printed: "TUQ.", isOfBody: false),
  ]
  /// Signs that the first letter of a mark is read as.
  private static let misread: [Character: Character] = ["7": "T", "1": "T", "†": "T", "‡": "T"]
  /// What a slash inside a mark is read as.
  private static let strokes: Set<Character> = ["I", "L", "J", "1", "!", "|", "/"]
  /// An office may have one letter in so many misread.
  private static let lettersToOneMisread = 6
  /// An office of fewer letters (`UBND`) proves nothing.
  private static let fewestLetters = 4
  /// Letters and signs of the longest mark, with what it is misread as.
  private static let longestMark = 5

  private struct Office {
    let letters: [UInt8]
    /// In capitals.
    let words: [String]
    let isOfParty: Bool
  }

  private let bodies, titles: [Office]

  init(_ phrases: Phrases, titles: [String]) {
    bodies = Self.offices(
      phrases.vocabulary.names(.head), committees: phrases.vocabulary.wordings(of: .committee, .letterhead))
    self.titles = Self.offices(titles, committees: [])
  }

  private static func offices(_ names: [String], committees: [String]) -> [Office] {
    let ends = committees.map { letters(of: $0) }
    return names.map { name in
      let letters = letters(of: name)
      let words = uppercased(name).split(separator: " ").map(String.init)
      return Office(letters: letters, words: words, isOfParty: ends.contains { letters.ends(with: $0) })
    }.filter { $0.letters.count >= fewestLetters }
  }

  /// The authority as it is printed, as far as that can be told; nil where the line is none.
  func read(_ line: String) -> String? {
    let signs = Array(line)
    guard let first = signs.first, first.isLetter || Self.misread[first] != nil else { return nil }
    var best: (cost: Int, text: String)?
    for cut in 1..<max(2, min(Self.longestMark + 1, signs.count)) {
      let read = Self.letters(of: String(signs[..<cut].map { Self.misread[$0] ?? $0 }))
      for mark in Self.marks {
        // Of equal cuts the last one: a mark has its sign with it.
        guard let found = reading(signs, cut: cut, read, mark), found.cost <= best?.cost ?? 1 else { continue }
        best = found
      }
    }
    return best?.text
  }

  private func reading(_ signs: [Character], cut: Int, _ letters: [UInt8], _ mark: Mark) -> (cost: Int, text: String)? {
    let head = signs[..<cut]
    guard let markCost = Self.cost(of: head, letters, as: mark) else { return nil }
    let rest = String(signs[cut...].drop { !$0.isLetter })
    guard let office = office(in: rest, mark) else { return nil }
    let printed = Self.printed(head, mark, isOfParty: office.office.isOfParty)
    let gap = printed.hasSuffix("/") ? "" : " "
    return (
      markCost + office.cost,
      printed + gap + Self.written(rest, office.office, isMisread: office.cost > 0).joined(separator: " ")
    )
  }

  /// Letters that the mark was read wrongly by; nil for more than one.
  private static func cost(of head: ArraySlice<Character>, _ read: [UInt8], as mark: Mark) -> Int? {
    let wanted = Array(mark.letters.utf8)
    if read == wanted { return 0 }
    // A stroke between the letters is the slash, a stroke for a sign behind them as well.
    if read.count == wanted.count + 1, mark.isOfBody, isSlashed(head) { return 0 }
    let hasSign = head.contains { "./,".contains($0) }
    return hasSign && read.count == wanted.count ? editDistance(read, wanted, atMost: 1) : nil
  }

  /// Whether the second sign is a stroke that stands for a slash, and no letter else.
  private static func isSlashed(_ head: ArraySlice<Character>) -> Bool {
    let signs = head.filter { $0.isLetter || strokes.contains($0) }.map { Character(folded(String($0))) }
    return signs.count == 3 && signs[0] == "T" && strokes.contains(signs[1]) && signs[2] == "M"
  }

  /// The words of the office, without points between them, and with the marks that its name has where others were read.
  private static func written(_ rest: String, _ office: Office, isMisread: Bool) -> [String] {
    let words = rest.split(separator: " ").map { $0.filter { $0.isLetter || $0 == "-" } }.filter { !$0.isEmpty }
    return words.enumerated().map { index, word in
      guard index < office.words.count else { return word }
      // A letter of it is misread: `€HỦ`.
      if isMisread { return office.words[index] }
      guard letters(of: word) == letters(of: office.words[index]) else { return word }
      // `UỶ` and `ỦY` have the same marks.
      return marks(of: word) == marks(of: office.words[index]) ? word : office.words[index]
    }
  }

  private static func marks(of word: String) -> [UInt32] {
    nfd(word).unicodeScalars.filter { !$0.isASCII }.map(\.value).sorted()
  }

  private func office(in rest: String, _ mark: Mark) -> (cost: Int, office: Office)? {
    let read = Self.letters(of: rest)
    return (mark.isOfBody ? bodies : titles + bodies).lazy.compactMap { office -> (cost: Int, office: Office)? in
      if read.starts(with: office.letters) { return (0, office) }
      guard office.letters.count / Self.lettersToOneMisread > 0, read.count >= office.letters.count,
        let cost = editDistance(Array(read.prefix(office.letters.count)), office.letters, atMost: 1)
      else { return nil }
      return (cost, office)
    }.min { $0.cost < $1.cost }
  }

  /// As the mark is printed: what can be seen of its signs, and else what the kind of body writes.
  private static func printed(_ head: ArraySlice<Character>, _ mark: Mark, isOfParty: Bool) -> String {
    let raw = String(head).trimmed
    if raw.dropFirst().dropLast().contains("/") || isSlashed(head) { return mark.slashed }
    if raw.hasSuffix("/") { return mark.letters + "/" }
    let hasPoint = raw.contains { ".,".contains($0) }
    if hasPoint { return mark.printed }
    if isOfParty { return mark.slashed }
    return head.last == " " ? raw : mark.printed
  }

  /// Capitals without marks, points and spaces.
  private static func letters(of text: String) -> [UInt8] {
    folded(uppercased(text)).utf8.filter { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }
}
