internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// The bodies that a document itself names, whole, at places where nothing else can be meant: those that lead its orders,
/// those that get a copy. A list of them in a sentence ends where the last of them ends, whatever verb follows.
struct OwnNames: Sendable {
  private let names: PhraseTable<Bool>
  let isEmpty: Bool

  init(_ names: [String]) {
    self.names = PhraseTable(names)
    isEmpty = names.isEmpty
  }

  /// Of the bodies that lead or help in orders and the lines of the recipients, those that begin as bodies do and are more
  /// than their head.
  init(_ tasks: [FoundTask], recipients: [String], heads: PhraseTable<Bool>) {
    let leads = tasks.filter(\.isOrder).flatMap(\.record.lead)
    let names = (leads + recipients).filter { name in
      let text = LooseText(name)
      guard let head = heads.match(in: text, at: 0)?.range else { return false }
      return head.upperBound < text.count && name.count <= AssignmentLimits.longestBody
        && text[head.upperBound..<text.count].contains(where: \.isUppercase)
        && !text.plain.contains(where: { [.comma, .semicolon, .openBracket].contains($0) })
    }
    self.init(Array(Set(names)).sorted())
  }

  /// Past a list of the names that begins at a place, and past the spaces behind it; nil where none begins there.
  func end(in text: LooseText, from start: Int) -> Int? {
    var end: Int?
    var offset = text.skipping([.space], from: start)
    while offset < text.count, let name = names.match(in: text, at: offset)?.range {
      let next = text.skipping([.space], from: name.upperBound)
      end = next
      guard let joint = joint(in: text, at: next) else { break }
      offset = joint
    }
    return end.flatMap { $0 < text.count ? $0 : nil }
  }

  /// Past a comma, a semicolon or `và`, where a name may follow.
  private func joint(in text: LooseText, at offset: Int) -> Int? {
    guard offset < text.count else { return nil }
    if [.comma, .semicolon].contains(text.plain[offset]) { return text.skipping([.space], from: offset + 1) }
    let word = text.plain[offset...].prefix { $0 != .space }
    return word.elementsEqual("va".utf8) ? text.skipping([.space], from: offset + word.count) : nil
  }
}
