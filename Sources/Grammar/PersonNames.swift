/// How common the parts of people's names are, from `dictionaries/person-names.tsv`.
public struct PersonNames: Hashable, Sendable {
  public enum Part: String, Hashable, Sendable, CaseIterable {
    case family, middle, given
  }

  private var counts: [Part: [String: Int]] = [:]

  public init() {}

  public mutating func add(_ word: String, _ part: Part, count: Int) { counts[part, default: [:]][word] = count }

  /// Of how many people the texts told that have the word at that place in their names; 0 for a word that nobody has.
  public func count(_ word: String, _ part: Part) -> Int { counts[part]?[word] ?? 0 }

  public func words(_ part: Part) -> [String] { counts[part].map { Array($0.keys) } ?? [] }
}
