internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Tells where bodies' names end in a sentence and what they are to do begins: behind the names that the document itself
/// has elsewhere, else at the first verb that is no part of a name.
struct BodySentence: Sendable {
  private let verbs: PhraseTable<Bool>
  private let own: OwnNames
  /// A verb after one of these is part of a name: `các tổ chức`, `ban xây dựng Đảng`.
  private let nameWords: Set<String>
  /// `xã`, `huyện`, which go on with a name.
  private let levels: PhraseTable<Bool>

  init(_ phrases: Phrases, own: OwnNames = OwnNames([])) {
    self.own = own
    verbs = PhraseTable(
      phrases.vocabulary.verbs + phrases.vocabulary.wordings(of: .begins, .order), marked: true)
    nameWords = phrases.words(.nameWord, .order)
    levels = phrases.names(.level)
  }

  func workStart(in text: LooseText, from start: Int, upTo end: Int? = nil) -> Int? {
    let named = own.end(in: text, from: start)
    if let named, named < end ?? text.count, isWork(text, at: named) { return named }
    var offset = named ?? start
    while let verb = verbs.first(in: text, from: offset, upTo: end ?? text.count) {
      offset = verb.range.upperBound
      let at = verb.range.lowerBound
      let before = text[max(start, at - BodyLimits.beforeVerb)..<at].split(separator: " ").last.map(String.init) ?? ""
      let isName = nameWords.contains(lowercased(before)) || before.hasSuffix(",") || at <= start + 1
      if text.scalars[at].properties.isLowercase, !isName { return at }
    }
    return nil
  }

  /// A small word that neither joins a further name nor goes on with this one (`Công an các xã`, `Phòng Nội vụ huyện`).
  private func isWork(_ text: LooseText, at offset: Int) -> Bool {
    guard text.scalars[offset].properties.isLowercase else { return false }
    let word = text[offset..<text.count].prefix { $0.isLetter }
    return !nameWords.contains(lowercased(String(word))) && levels.match(in: text, at: offset) == nil
  }
}
