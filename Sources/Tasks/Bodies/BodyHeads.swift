internal import Grammar
internal import Vietnamese

/// Puts words of a body's name right that were misread where no other word can stand: the first one (`Tờ Tin học`,
/// `Số Nội vụ`, `Trường các thôn`), and the level at the end. Names of places begin with none of these.
struct BodyHeads: Sendable {
  /// By the word without marks.
  private let heads: [String: String]
  /// A whole word that is read for another, in small letters: `trường` for `Trưởng`.
  private let misreadHeads: [String: String]
  /// What has a head of its own (`Trưởng các thôn`), where a school would have a name.
  private let headed: Set<String>
  /// `phương` for `phường`; and the words after which it stays: `địa phương`.
  private let misreadTails: [String: String]
  private let tailKeepers: Set<String>

  init(_ phrases: Phrases) {
    let names = phrases.vocabulary.names
    heads = Dictionary(phrases.vocabulary.names(.markedHead).map { (looseKey($0), $0) }) { first, _ in first }
    misreadHeads = Dictionary(
      names.filter { $0.kind == .misreadHead }.map { (lowercased($0.wording), $0.meaning) }
    ) { first, _ in first }
    misreadTails = Dictionary(
      names.filter { $0.kind == .misreadTail }.map { ($0.wording, $0.meaning) }
    ) { first, _ in first }
    headed = Set(phrases.vocabulary.names(.headed))
    tailKeepers = Set(phrases.vocabulary.names(.tailKeeper))
  }

  func repaired(_ name: String) -> String { withHead(withTail(name)) }

  /// `Hội Nông dân phương` is a ward's.
  private func withTail(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count > 1, let last = words.last, let tail = misreadTails[String(last)],
      let before = words.dropLast().last, !tailKeepers.contains(before.lowercased())
    else { return name }
    return name.dropLast(last.count) + tail
  }

  private func withHead(_ name: String) -> String {
    let words = name.split(separator: " ", maxSplits: 2).map(String.init)
    guard words.count > 1, let first = words.first, first.first?.isUppercase ?? false else { return name }
    let rest = name.dropFirst(first.count)
    if let meant = misreadHeads[lowercased(first)] { return headed.contains(words[1]) ? meant + rest : name }
    guard let head = heads[looseKey(first)], lowercased(first) != lowercased(head),
      !first.dropFirst().contains(where: \.isUppercase)
    else { return name }
    return head + rest
  }
}
