public import Vietnamese

/// The vocabulary compiled: every list of wordings is made into a table of phrases once, when the dictionaries are
/// loaded, and shared by all grammars.
public struct Phrases: Sendable {
  public let vocabulary: Vocabulary
  private let byPlace: [Vocabulary.Place: PhraseTable<Vocabulary.Role>]
  private let markedByPlace: [Vocabulary.Place: PhraseTable<Vocabulary.Role>]
  private let byRole: [RoleAtPlace: PhraseTable<Bool>]
  private let markedByRole: [RoleAtPlace: PhraseTable<Bool>]
  private let wordSets: [RoleAtPlace: Set<String>]
  private let byNameKind: [Vocabulary.NameKind: PhraseTable<Bool>]
  /// Verbs that begin the work in an order.
  public let verbs: PhraseTable<Bool>
  /// Names of document types, each with its code; once found in any spelling, once only with their marks.
  public let documentTypes, markedDocumentTypes: PhraseTable<String>

  private struct RoleAtPlace: Hashable {
    var role: Vocabulary.Role
    var place: Vocabulary.Place
  }

  public init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    let places = Dictionary(grouping: vocabulary.labels, by: \.place)
    byPlace = places.mapValues { PhraseTable($0.map { ($0.wording, $0.role) }) }
    markedByPlace = places.mapValues { PhraseTable($0.map { ($0.wording, $0.role) }, marked: true) }
    let roles = Dictionary(grouping: vocabulary.labels) { RoleAtPlace(role: $0.role, place: $0.place) }
    byRole = roles.mapValues { PhraseTable($0.map(\.wording)) }
    markedByRole = roles.mapValues { PhraseTable($0.map(\.wording), marked: true) }
    wordSets = roles.mapValues { Set($0.map(\.wording)) }
    byNameKind = Dictionary(grouping: vocabulary.names, by: \.kind).mapValues { PhraseTable($0.map(\.wording)) }
    verbs = PhraseTable(vocabulary.verbs)
    let types = vocabulary.documentTypes.map { ($0.name, $0.code) }
    documentTypes = PhraseTable(types)
    markedDocumentTypes = PhraseTable(types, marked: true)
  }

  /// The wordings that are looked for at a place, each with its role there.
  public func table(_ place: Vocabulary.Place) -> PhraseTable<Vocabulary.Role> { byPlace[place] ?? PhraseTable([]) }

  /// The same, found only with the marks of the wording: `ngay` (at once) is not `ngày` (day).
  public func markedTable(_ place: Vocabulary.Place) -> PhraseTable<Vocabulary.Role> {
    markedByPlace[place] ?? PhraseTable([], marked: true)
  }

  /// The wordings of one role at a place.
  public func table(_ role: Vocabulary.Role, _ place: Vocabulary.Place) -> PhraseTable<Bool> {
    byRole[RoleAtPlace(role: role, place: place)] ?? PhraseTable([String]())
  }

  /// The same, found only with the marks of the wording.
  public func markedTable(_ role: Vocabulary.Role, _ place: Vocabulary.Place) -> PhraseTable<Bool> {
    markedByRole[RoleAtPlace(role: role, place: place)] ?? PhraseTable([String](), marked: true)
  }

  /// The wordings of some roles at a place, each with its role. It is made anew: ask once, when a grammar is made.
  public func table(of roles: Set<Vocabulary.Role>, _ place: Vocabulary.Place) -> PhraseTable<Vocabulary.Role> {
    PhraseTable(vocabulary.wordings(place).filter { roles.contains($0.1) })
  }

  /// Names of bodies and persons, or what is said of them, of one kind.
  public func names(_ kind: Vocabulary.NameKind) -> PhraseTable<Bool> { byNameKind[kind] ?? PhraseTable([String]()) }

  /// The wordings of one role at a place as they stand in the table, to ask whether a word is one of them.
  public func words(_ role: Vocabulary.Role, _ place: Vocabulary.Place) -> Set<String> {
    wordSets[RoleAtPlace(role: role, place: place)] ?? []
  }
}
