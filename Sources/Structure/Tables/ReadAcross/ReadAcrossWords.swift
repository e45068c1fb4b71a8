internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The words that tell the parts of a table read across its columns: rows of `labels.tsv` at the places `readAcross`,
/// `columnBeginning`, `column` and `tail`.
struct ReadAcrossWords: Sendable {
  typealias Columns = PhraseTable<Vocabulary.Role>

  /// Headings of columns, and how a heading begins that goes over two lines: `Cơ quan chủ` / `trì`.
  let columns, columnBeginnings: Columns
  /// The columns that rows are cut into, from left to right.
  static let columnOrder: [Vocabulary.Role] = [.index, .task, .lead, .cooperating, .deadline]
  private let headings: [Vocabulary.Role: [String]]
  /// Headings, whole or in part, that may stand alone on a line.
  let headingPieces: PhraseTable<Bool>
  /// Words that are a piece of a heading only beside another piece.
  let weakHeadings: PhraseTable<Bool>
  /// Words with which headings of the first line end on the second.
  let headingEnds: PhraseTable<Bool>
  /// The first words of bodies' names.
  let bodyOpenings: PhraseTable<Bool>
  /// What the title of a group counts, with the bracket behind it: `nhiệm vụ)`.
  let counted: PlainWords
  /// How the title of a group begins: `Về`.
  let groupOpenings: PlainWords
  /// Levels of bodies. `anyCommune` is `cấp xã`, said by a province of all its communes.
  let province, commune, ward, anyCommune: PlainWords
  /// The level of a commune with its marks, as it stands at the end of names: `Xã` in `Xã hội` is no level.
  let communeLevels: Set<String>
  /// The level that a commune's names are given where the table is a ward's; nil without a row for it.
  let wardLevel: String?
  /// First words of sets, `Các`, and of names that stand for many bodies, these among them.
  let sets, collectives: PlainWords
  let and: PlainWords
  /// Verbs with which work begins.
  let verbs: PhraseTable<Bool>
  let times: ReadAcrossTimeWords

  init(_ phrases: Phrases) {
    let vocabulary = phrases.vocabulary
    func words(_ role: Vocabulary.Role) -> PlainWords { PlainWords(vocabulary.wordings(of: role, .readAcross)) }
    columns = phrases.table(.column)
    columnBeginnings = phrases.table(.columnBeginning)
    headings = Dictionary(grouping: vocabulary.wordings(.column), by: \.1).mapValues { $0.map(\.0) }
    headingPieces = PhraseTable(
      Self.columns(of: vocabulary, openedBy: phrases.table(.headingOpening, .readAcross))
        + vocabulary.wordings(of: .headingPiece, .readAcross))
    weakHeadings = phrases.table(.weakHeading, .readAcross)
    headingEnds = phrases.table(.headingEnd, .readAcross)
    bodyOpenings = phrases.table(.bodyOpening, .readAcross)
    counted = PlainWords(vocabulary.wordings(of: .counted, .readAcross).map { $0 + ")" })
    groupOpenings = words(.groupOpening)
    (province, commune, ward, anyCommune) = (words(.province), words(.commune), words(.ward), words(.anyCommune))
    communeLevels = phrases.words(.commune, .readAcross)
    wardLevel = vocabulary.wordings(of: .ward, .readAcross).first
    sets = words(.set)
    collectives = PlainWords(
      vocabulary.wordings(of: .set, .readAcross) + vocabulary.wordings(of: .collective, .readAcross))
    and = words(.and)
    verbs = phrases.verbs
    times = ReadAcrossTimeWords(phrases)
  }

  /// The headings that a column with a role has, the usual one first.
  func headings(of role: Vocabulary.Role) -> [String] { headings[role] ?? [] }

  private static func columns(of vocabulary: Vocabulary, openedBy openings: PhraseTable<Bool>) -> [String] {
    vocabulary.wordings(.column).map(\.0).filter { openings.match(in: LooseText($0), at: 0) != nil }
  }
}

/// The words of a deadline whose pieces stand at the ends of lines.
struct ReadAcrossTimeWords: Sendable {
  /// Pieces of a deadline, and those with which one begins.
  let tails, openings: PhraseTable<Bool>
  /// `hoàn thành` and its two words.
  let done: PlainWords
  let doneFirst, doneSecond: PlainWords
  /// What says that work is done, its marks aside: `đã hoàn thành`.
  let saysDone: PhraseTable<Bool>
  /// `hoàn thành và`.
  let doneAnd: PlainWords
  let and, event: PlainWords
  /// The word before a year, with its marks: `Nam` before a number is a name.
  let year: Set<String>
  /// Words that stand before a day in a sentence.
  let dayWords: PlainWords
  /// The last words of a piece that waits for a day, and of one that waits for the second half of a word.
  let beforeDay, beforeRest: PlainWords
  /// The last word of a deadline that is complete.
  let lastPieces: PlainWords

  init(_ phrases: Phrases) {
    let vocabulary = phrases.vocabulary
    func wordings(_ role: Vocabulary.Role) -> [String] { vocabulary.wordings(of: role, .readAcross) }
    func words(_ role: Vocabulary.Role) -> PlainWords { PlainWords(wordings(role)) }
    tails = phrases.table(.tail, .tail)
    openings = phrases.table(.tailOpening, .tail)
    done = words(.done)
    saysDone = phrases.table(.done, .time)
    doneFirst = PlainWords(wordings(.done).compactMap { $0.split(separator: " ").first.map(String.init) })
    doneSecond = PlainWords(wordings(.done).compactMap { $0.split(separator: " ").dropFirst().first.map(String.init) })
    doneAnd = PlainWords(wordings(.done).flatMap { done in wordings(.and).map { "\(done) \($0)" } })
    (and, event) = (words(.and), words(.event))
    year = phrases.words(.year, .readAcross)
    (dayWords, beforeDay, beforeRest) = (words(.dayWord), words(.beforeDay), words(.beforeRest))
    lastPieces = words(.lastPiece)
  }
}

/// Wordings in plain letters (see `LooseText.plain`), to be compared with tokens and with the ends of texts.
struct PlainWords: Sendable {
  let wordings: [[UInt8]]

  init(_ wordings: some Sequence<String>) { self.wordings = wordings.map { LooseText($0).plain } }

  func contains(_ word: some Collection<UInt8>) -> Bool { wordings.contains { $0.elementsEqual(word) } }

  /// One of the wordings stands at the text's start.
  func begin(_ text: LooseText) -> Bool { wordings.contains { text.plain.starts(with: $0) } }

  /// One of the wordings stands at the text's start, and a space behind it.
  func beginWord(of text: LooseText) -> Bool { wordings.contains { text.plain.starts(with: $0 + [.space]) } }

  /// The text ends with one of the wordings.
  func end(_ text: LooseText) -> Bool { wordings.contains { text.plain.suffix($0.count).elementsEqual($0) } }

  /// The text ends with one of the wordings as a word of its own, not the first.
  func endWord(of text: LooseText) -> Bool {
    wordings.contains { text.plain.suffix($0.count + 1).elementsEqual([.space] + $0) }
  }

  /// Where one of the wordings stands in the text, letters before and behind it or not; nil where none does.
  func firstRange(in text: LooseText) -> Range<Int>? {
    wordings.compactMap { text.plain.firstRange(of: $0) }.min { $0.lowerBound < $1.lowerBound }
  }

  /// A word of the text, not the first, begins with one of the wordings.
  func beginAWord(in text: LooseText) -> Bool {
    wordings.contains { text.plain.firstRange(of: [.space] + $0) != nil }
  }

  /// One of the wordings is a word of the text, neither its first nor its last.
  func areWord(within text: LooseText) -> Bool {
    wordings.contains { text.plain.firstRange(of: [.space] + $0 + [.space]) != nil }
  }
}
