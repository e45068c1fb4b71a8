internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Brings the spellings of a document's bodies together: `Trung tâm PVHCC`, `Trung tâm Phục vụ hành chính công xã` and
/// the same with the commune's name are one body.
struct BodyDirectory: Sendable {
  private let shorts: [(short: String, meaning: String)]
  private let levels: PhraseTable<Bool>
  private let sets: PhraseTable<Bool>
  /// Words that join two names, without marks: they tell no body from another.
  private let joints: Set<String>

  init(_ phrases: Phrases) {
    shorts = phrases.vocabulary.names.filter { $0.kind == .short }.map { ($0.wording, $0.meaning) }
    levels = phrases.names(.level)
    sets = phrases.table(.set, .body)
    joints = Set(phrases.words(.and, .body).map(looseKey))
  }

  func identities(in record: DocumentRecord, splitter: BodySplitter) -> [BodyIdentity] {
    let home = place(in: record.document.issuer ?? "")
    let names =
      record.tasks.flatMap { $0.lead + $0.cooperating }
      + record.assignments.flatMap { splitter.split(Passage(Line(parsing: $0.body))) }
    var found: [BodyIdentity] = []
    for name in names {
      let identity = identity(of: name, home: home)
      if let known = found.firstIndex(where: { $0.id == identity.id }) {
        if !found[known].spellings.contains(name) { found[known].spellings.append(name) }
      } else {
        found.append(identity)
      }
    }
    return found
  }

  /// A level and the name of the place: `xã` and `Hợp Minh`.
  private typealias Place = (level: String, name: String?)

  private func identity(of name: String, home: Place?) -> BodyIdentity {
    let full = written(name)
    let text = LooseText(full)
    if sets.match(in: text, at: 0) != nil {
      return BodyIdentity(id: slug(full), canonical: full, generic: true, spellings: [name])
    }
    // A unit without a place of its own is the issuer's; so is one that names only its level.
    let own = place(in: full)
    let base = own.map { String(full.prefix(full.count - suffix(of: $0).count)) } ?? full
    let isHome = own == nil || (own?.name == nil && own?.level == home?.level)
    let bound = isHome && own?.name == nil ? home ?? own : own
    guard let bound else { return BodyIdentity(id: slug(base), canonical: base, spellings: [name]) }
    return BodyIdentity(
      id: slug(base) + "@" + slug(suffix(of: bound)), canonical: base + suffix(of: bound), level: bound.level,
      place: bound.name, spellings: [name])
  }

  private func suffix(of place: Place) -> String {
    " " + place.level + (place.name.map { " " + $0 } ?? "")
  }

  /// The level that ends a name, with the place's name behind it.
  private func place(in name: String) -> Place? {
    let text = LooseText(name)
    for match in levels.all(in: text).reversed() where match.range.lowerBound > 0 {
      guard text.scalars[match.range.lowerBound].properties.isLowercase else { continue }
      let rest = text[text.trimmed(match.range.upperBound..<text.count)]
      if rest.isEmpty { return (text[match.range], nil) }
      let isName = rest.split(separator: " ").allSatisfy { $0.first?.isUppercase ?? false }
      if isName { return (text[match.range], rest) }
    }
    return nil
  }

  /// Short forms written out, one dash between single spaces.
  private func written(_ name: String) -> String {
    let words = name.split(separator: " ").map { word -> String in
      if let first = word.unicodeScalars.first, word.unicodeScalars.count == 1, canonicalPunctuation(first) == "-" {
        return "-"
      }
      return shorts.first { $0.short == word }?.meaning ?? String(word)
    }
    return words.joined(separator: " ")
  }

  /// Letters and digits without marks, words joined by dashes; “và” and dashes between words tell no body from another.
  private func slug(_ name: String) -> String {
    let plain = LooseText(name).plain.map { $0.isSmallLetter || $0.isDigit ? $0 : .space }
    let words = plain.split(separator: .space).map { String(decoding: $0, as: UTF8.self) }
    return words.filter { !joints.contains($0) }.joined(separator: "-")
  }
}
