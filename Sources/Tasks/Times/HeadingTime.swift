internal import Grammar
internal import Vietnamese

/// Reads by when all work under a heading is to be done: `Nhiệm vụ trọng tâm (hoàn thành trước ngày 31/12/2025)`.
struct HeadingTime: Sendable {
  private let words: PhraseTable<Bool>

  init(_ phrases: Phrases) { words = phrases.markedTable(.headingTime, .heading) }

  /// The text of the bracket at a heading's end, where it holds a word of time and a figure; else nil.
  func bracket(of title: String) -> String? {
    let text = LooseText(title)
    guard text.plain.last == .closeBracket, let open = text.plain.lastIndex(of: .openBracket) else { return nil }
    let inner = LooseText(text[open + 1..<text.count - 1])
    return words.first(in: inner) != nil && inner.plain.contains(where: \.isDigit) ? inner.text : nil
  }
}
