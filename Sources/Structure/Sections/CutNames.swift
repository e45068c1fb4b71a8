internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Knows where a line's end cuts the name of a body: `Phòng` / `Văn hóa - Xã hội`, whatever room the line has left.
struct CutNames: Sendable {
  private let bodies, heads: PhraseTable<Bool>

  init(_ phrases: Phrases) { (bodies, heads) = (phrases.names(.body), phrases.names(.head)) }

  /// Words at either side of the line's end that are looked at: the longest name of a body has no more.
  private static let words = 8

  /// Whether the end of a line and the beginning of the next are one name.
  func isCut(between line: Passage, _ next: Passage) -> Bool {
    let before = line.words.suffix(Self.words).map(\.text), after = next.words.prefix(Self.words).map(\.text)
    guard let last = before.last, !after.isEmpty else { return false }
    let seam = LooseText((before + after).joined(separator: " "))
    let joint = before.joined(separator: " ").unicodeScalars.count
    if bodies.all(in: seam).contains(where: { $0.range.contains(joint) }) { return true }
    // The head of a name alone, with its name on the next line: a capital, as the head has one.
    let head = LooseText(last)
    return last.first?.isUppercase == true && next.words.first?.text.first?.isUppercase == true
      && !LooseText(line.text).isCapitals && heads.match(in: head, at: 0)?.range == 0..<head.count
  }
}
