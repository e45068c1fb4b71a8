internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Tells where bodies' names end in a sentence and what they are to do begins: at the first verb that is no part of a
/// name.
struct BodySentence: Sendable {
  private let verbs: PhraseTable<Bool>
  /// A verb after one of these is part of a name: `các tổ chức`, `ban xây dựng Đảng`.
  private let nameWords: Set<String>

  init(_ phrases: Phrases) {
    verbs = PhraseTable(
      phrases.vocabulary.verbs + phrases.vocabulary.wordings(of: .begins, .order), marked: true)
    nameWords = phrases.words(.nameWord, .order)
  }

  func workStart(in text: LooseText, from start: Int, upTo end: Int? = nil) -> Int? {
    var offset = start
    while let verb = verbs.first(in: text, from: offset, upTo: end ?? text.count) {
      offset = verb.range.upperBound
      let at = verb.range.lowerBound
      let before = text[max(start, at - BodyLimits.beforeVerb)..<at].split(separator: " ").last.map(String.init) ?? ""
      let isName = nameWords.contains(lowercased(before)) || before.hasSuffix(",") || at <= start + 1
      if text.scalars[at].properties.isLowercase, !isName { return at }
    }
    return nil
  }
}
