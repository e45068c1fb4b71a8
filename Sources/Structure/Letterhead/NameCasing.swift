internal import Grammar
internal import Vietnamese

/// Writes names of bodies that are printed in capitals as a sentence has them: `ỦY BAN NHÂN DÂN XÃ HỢP MINH` → `Ủy ban
/// nhân dân xã Hợp Minh`.
struct NameCasing: Sendable {
  private let heads, levels: PhraseTable<Bool>
  /// Whole names of bodies of which there is one in each place.
  private let bodies: PhraseTable<Bool>
  /// Bodies that have no name of their own, only that of their place.
  private let placeless: PhraseTable<Bool>
  /// The last word of a Party committee's name, behind which its place stands: `Tỉnh ủy Thanh Hóa`.
  private let committees: Set<String>
  /// Words that join the parts of a name: `Khoa học và Công nghệ`.
  private let joints: Set<String>
  /// Second words of levels: `phố` of `thành phố`; only behind its first word: `Trấn Biên` is a name.
  private let secondWords: [String: Set<String>]
  /// Names and parts of names, each as it is written, by their words in any case: `Ban Chỉ huy Quân sự`, `Văn hóa - Xã hội`.
  private let known: PhraseTable<String>
  /// Names in small letters that keep their capital within another: `Thủ tướng Chính phủ`.
  private let properNouns: [(small: String, printed: String)]

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    levels = phrases.names(.level)
    bodies = phrases.names(.body)
    placeless = phrases.names(.placeless)
    committees = phrases.words(.committee, .letterhead)
    joints = phrases.words(.conjunction, .sentence).union(["-", "–"])
    known = PhraseTable(Self.writings(phrases.vocabulary))
    let pairs = phrases.vocabulary.names(.level).map { $0.split(separator: " ").suffix(2).map(String.init) }
    secondWords = pairs.filter { $0.count == 2 }.reduce(into: [:]) { $0[$1[0], default: []].insert($1[1]) }
    properNouns = phrases.vocabulary.names(.proper).map { (" " + lowercased($0), " " + $0) }
  }

  /// The names of the tables that have capitals behind their first letter; those of bodies without the level that they end
  /// with, which the place's name follows.
  private static func writings(_ vocabulary: Vocabulary) -> [(String, String)] {
    let levels = Set(vocabulary.names(.level))
    let bodies = vocabulary.names(.body).map { name in
      levels.first { name.hasSuffix(" " + $0) }.map { String(name.dropLast($0.count + 1)) } ?? name
    }
    let shorts = vocabulary.names.filter { $0.kind == .short }.map(\.meaning)
    let all = vocabulary.names(.head) + vocabulary.names(.compound) + bodies + shorts
    return all.filter { $0.contains(" ") && $0.dropFirst().contains(where: \.isUppercase) }.map { ($0, $0) }
  }

  /// Whether a line begins with a level (`XÃ`) that is longer than `head` letters.
  func beginsWithLevel(_ text: LooseText, longerThan head: Int) -> Bool {
    (levels.match(in: text, at: 0)?.range.upperBound ?? 0) > head
  }

  /// The name in small letters with its capitals; a line that is not in capitals is left as it is.
  func cased(_ line: String) -> String {
    guard LooseText(line).isCapitals else { return line }
    let text = LooseText(lowercased(line))
    let head = heads.match(in: text, at: 0)?.range.upperBound ?? 0
    var state = State(isPlaceName: endsInCommittee(text[0..<head]), hasName: placeless.match(in: text, at: 0) == nil)
    let printed = line.split(separator: " ").map(String.init)
    var words = printed.map { lowercased($0) }
    var offset = 0
    let bodyEnd = bodies.match(in: text, at: 0)?.range.upperBound ?? text.count
    let known = capitalsOfKnownNames(in: text)
    for index in words.indices {
      let word = words[index], before = index > 0 ? words[index - 1] : ""
      // Behind the whole name of a body of which there is one in each place, the place stands: `Sở Y tế Bình Lãng`.
      if offset > bodyEnd, head > 0 { state.isPlaceName = true }
      let isName =
        known[offset].map { state.take($0, endsGroup: !joints.contains(word)) }
        ?? isCapitalised(word, after: before, at: offset, head, in: text, &state)
      if !state.isPlaceName, offset >= head, Self.isAbbreviation(printed[index]) {
        words[index] = printed[index]
      } else if isName {
        words[index] = word.capitalised
      }
      if word.hasSuffix(",") { state.beginsGroup = true }
      offset += word.unicodeScalars.count + 1
    }
    return properNouns.reduce(words.joined(separator: " ")) { $0.replacing($1.small, with: $1.printed) }
  }

  /// What the words before say of the next one.
  private struct State {
    /// A place's name has begun: each of its words has a capital.
    var isPlaceName: Bool
    /// The body has a name of its own: each group of its words begins with a capital.
    var hasName: Bool
    var beginsGroup = true

    /// Takes a word of a name whose capitals are known.
    mutating func take(_ isCapital: Bool, endsGroup: Bool) -> Bool {
      beginsGroup = !endsGroup
      return isCapital
    }
  }

  /// Whether a word has a capital in the tables, by its offset, for the words of the names that they have.
  private func capitalsOfKnownNames(in text: LooseText) -> [Int: Bool] {
    var capitals: [Int: Bool] = [:]
    for match in known.all(in: text) {
      var offset = match.range.lowerBound
      for word in match.value.split(separator: " ") where text.isBoundary(at: offset) {
        capitals[offset] = word.first?.isUppercase ?? false
        offset += word.unicodeScalars.count + 1
      }
    }
    return capitals
  }

  private func isCapitalised(
    _ word: String, after before: String, at offset: Int, _ head: Int, in text: LooseText, _ state: inout State
  ) -> Bool {
    if offset >= head, levels.match(in: text, at: offset) != nil {
      state.isPlaceName = true
      state.beginsGroup = false
      return false
    }
    let isNamed = state.isPlaceName || (state.beginsGroup && state.hasName)
    if offset == 0 || (offset >= head && !joints.contains(word) && isNamed) {
      if offset >= head { state.beginsGroup = false }
      return !(state.isPlaceName && secondWords[before]?.contains(word) ?? false)
    }
    if offset >= head, joints.contains(word) || word.hasSuffix(",") { state.beginsGroup = true }
    return false
  }

  /// Whether a word in capitals is an abbreviation, which keeps them: no syllable of Vietnamese, without marks and with
  /// few vowels (`ATVSTP`, `TTTT&QLNĐTP`). Words of names such as `KRÔNG` and `PLEIKU` are none.
  private static func isAbbreviation(_ word: String) -> Bool {
    let letters = word.filter(\.isLetter)
    if letters.count > 1, word.contains("&") || word.contains(where: \.isNumber) { return true }
    guard letters.count > 1, !Syllable.isValid(lowercased(letters)) else { return false }
    let vowels = letters.count { "AEIOUY".contains($0) }
    let isPlain = letters.allSatisfy { $0.isASCII || $0 == "Đ" }
    return isPlain && vowels * 3 <= letters.count
  }

  private func endsInCommittee(_ head: String) -> Bool {
    head.split(separator: " ").last.map { committees.contains(String($0)) } ?? false
  }
}
