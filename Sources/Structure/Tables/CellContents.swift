internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Tells what a cell of a table looks like: the name of a body, a time, a piece of work, a number.
struct CellContents: Sendable {
  enum Kind: Sendable {
    case body, time, work, number
    /// Labels with their values, as a block of assignment lines has them.
    case assignments
  }

  private let heads, sets, verbs, times: PhraseTable<Bool>
  private let calendar, labels: PhraseTable<Vocabulary.Role>
  private let documents: PhraseTable<String>

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    sets = phrases.table(.set, .body)
    verbs = phrases.verbs
    times = phrases.table(.tailOpening, .tail)
    calendar = phrases.markedTable(.time)
    labels = phrases.table(.block)
    documents = phrases.documentTypes
  }

  /// Nil for a cell that looks like nothing of these. A verb at the start tells work from a name that begins alike (`Ban
  /// hành`, `Ban Chỉ đạo`); a long text is no name and no time.
  func kind(of text: String) -> Kind? {
    let loose = LooseText(text)
    let start = loose.skipping(Self.before, from: 0)
    guard start < loose.count else { return nil }
    if Self.isNumber(text) { return .number }
    if hasAssignments(loose) { return .assignments }
    // A list of papers gives nobody work: `Quyết định số 12/QĐ-UBND …`.
    if isCitation(loose, at: start) { return nil }
    let isShort = text.count <= TableLimits.longestNameOrTime
    if isShort, isTime(text, loose) { return .time }
    if isShort || areBodies(text) { return kind(of: loose, at: start, isName: true) }
    return kind(of: loose, at: start, isName: false)
  }

  /// By the word that a cell begins with. `isName`: it may be a name.
  private func kind(of loose: LooseText, at start: Int, isName: Bool) -> Kind? {
    let head = isName ? (heads.match(in: loose, at: start) ?? sets.match(in: loose, at: start))?.range.count ?? 0 : 0
    let verb = verbs.match(in: loose, at: start)?.range.count ?? 0
    if head > verb { return .body }
    return verb > 0 || loose.count >= TableLimits.shortestWork ? .work : nil
  }

  /// Several bodies, one behind the other, are longer than a name: `Tổ công tác liên ngành tỉnh và Chi cục Kiểm lâm`.
  private func areBodies(_ text: String) -> Bool {
    guard text.count <= TableLimits.longestBodies else { return false }
    let names = text.replacing(" và ", with: ",").split { ",;".contains($0) }.map { LooseText(String($0)) }
    return names.count > 1
      && names.allSatisfy { name in
        let start = name.skipping(Self.before, from: 0)
        return heads.match(in: name, at: start) != nil || sets.match(in: name, at: start) != nil
      }
  }

  /// Two colons at least, one of them behind a known label, or with a body behind it.
  private func hasAssignments(_ text: LooseText) -> Bool {
    let colons = text.plain.indices.filter { text.plain[$0] == .colon }
    guard colons.count > 1 else { return false }
    return colons.contains { colon in
      let value = text.skipping([.space], from: colon + 1)
      return value < text.count && heads.match(in: text, at: value) != nil
    } || labels.all(in: text).contains { colons.contains(text.skipping([.space], from: $0.range.upperBound)) }
  }

  private func isCitation(_ text: LooseText, at start: Int) -> Bool {
    guard let type = documents.match(in: text, at: start)?.range.upperBound else { return false }
    return text[type..<min(text.count, type + TableLimits.numberBehindType)].contains(where: \.isNumber)
  }

  private static let before = Array(" -+*".utf8)

  /// `12`, `12.`, `1.2`, `(3)`.
  private static func isNumber(_ text: String) -> Bool {
    text.count <= TableLimits.longestNumber + 1 && text.contains(where: \.isNumber)
      && text.allSatisfy { $0.isNumber || ".,)( ".contains($0) }
  }

  /// A day, a month or a year in figures, or a word that says how a work is kept.
  private func isTime(_ text: String, _ loose: LooseText) -> Bool {
    if times.match(in: loose, at: loose.skipping(Self.before, from: 0)) != nil { return true }
    let figures = text.split { !$0.isNumber && $0 != "/" }
    if figures.contains(where: isDate) { return true }
    return calendar.first(in: loose).map { $0.range.lowerBound <= 1 } ?? false
  }

  private func isDate(_ figures: Substring) -> Bool {
    let parts = figures.split(separator: "/").map { Int($0) ?? 0 }
    guard let year = parts.last else { return false }
    return (1900...2100).contains(year) || parts.count == 2 && (1...31).contains(parts[0]) && (1...12).contains(year)
  }
}
