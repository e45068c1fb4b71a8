internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads what the lines of a paper state of a dossier, each behind its label: `Hồ sơ số: 05`, `Gồm 30 tờ`, `Khuyết số: 7, 9-11`.
struct AidFieldReader: Sendable {
  private let labels: PhraseTable<Vocabulary.Role>

  init(_ phrases: Phrases) { labels = phrases.table(.aidField) }

  /// A label of a line and what stands behind it, up to the next one.
  struct Field {
    var role: Vocabulary.Role
    var label: String
    var value: Passage
  }

  private struct Label {
    var range: Range<Int>
    var role: Vocabulary.Role
  }

  /// The labelled values of a line, from left to right; none for a line of running text.
  func fields(of line: Passage) -> [Field] {
    let text = LooseText(line.text)
    var found: [Label] = []
    for match in labels.all(in: text) {
      let label = Label(range: match.range, role: match.value)
      if opens(label, in: text, isFirst: found.isEmpty) { found.append(label) }
    }
    if let near = misread(text), found.first.map({ $0.range.lowerBound >= near.range.upperBound }) ?? true {
      found.insert(near, at: 0)
    }
    return found.indices.map { index in
      let range = found[index].range
      let end = index + 1 < found.count ? found[index + 1].range.lowerBound : text.count
      let value = text.trimmed(range.upperBound..<max(range.upperBound, end), of: Self.around)
      return Field(role: found[index].role, label: text[range], value: line.slice(value))
    }
  }

  /// The first label opens its line; others may follow it. What is missing is stated in brackets behind titles, too.
  private func opens(_ label: Label, in text: LooseText, isFirst: Bool) -> Bool {
    if !isFirst || label.role == .gaps { return true }
    let before = text.plain[0..<label.range.lowerBound]
    return !before.contains { !Self.bullets.contains($0) }
  }

  /// The label before the first colon, a letter of it misread.
  private func misread(_ text: LooseText) -> Label? {
    guard let colon = text.firstIndex(of: .colon), colon <= AidLimits.longestLabel else { return nil }
    let range = text.trimmed(0..<colon, of: Self.around)
    guard labels.match(in: text, at: range.lowerBound) == nil, let role = labels.nearest(to: text, in: range) else {
      return nil
    }
    return Label(range: range, role: role)
  }

  /// What stands around a value: dots to write on, among others.
  private static let around = Array(" .,:;_-()".utf8) + [2]
  private static let bullets = Array(" -+*().0123456789".utf8)
}
