internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Splits `Công an xã, Đoàn Thanh niên xã và các thôn, bản` into its bodies, without cutting a name that has a comma or
/// “và” of its own: the rules of joints say which of them part two bodies.
struct BodySplitter: Sendable {
  let rules: BodyJointRules
  private let compounds: PhraseTable<Bool>
  private let and: PhraseTable<Bool>
  private let repair: BodyHeads

  init(_ phrases: Phrases) {
    rules = BodyJointRules(phrases)
    compounds = phrases.names(.compound)
    and = phrases.table(.and, .body)
    repair = BodyHeads(phrases)
  }

  func split(_ passage: Passage) -> [String] {
    let text = LooseText(passage.text)
    return ranges(in: text).map { repair.repaired(text[$0]) }.filter { !$0.isEmpty }
  }

  /// The bodies' places, closing marks left out.
  func ranges(in text: LooseText) -> [Range<Int>] {
    let joints = decisions(in: text).filter(\.finding.answer).map(\.joint)
    let starts = [0] + joints.map(\.upperBound)
    let ends = joints.map(\.lowerBound) + [text.count]
    return zip(starts, ends).map { text.trimmed($0..<$1, of: .aroundName) }.filter { !$0.isEmpty }
  }

  /// Every joint outside brackets, and what was decided about it.
  func decisions(in text: LooseText) -> [(joint: Range<Int>, finding: BodyJointRules.Book.Finding)] {
    let names = compounds.all(in: text).map(\.range)
    var depth = 0, start = 0, end = 0
    var result: [(joint: Range<Int>, finding: BodyJointRules.Book.Finding)] = []
    for offset in text.plain.indices {
      if text.plain[offset] == .openBracket { depth += 1 }
      if text.plain[offset] == .closeBracket { depth = max(0, depth - 1) }
      guard depth == 0, offset >= end, let range = joint(in: text, at: offset),
        let finding = rules.finding(
          of: BodyJointRules.Joint(
            text: text, range: range, start: start, isInName: names.contains { $0.contains(offset) }))
      else { continue }
      result.append((range, finding))
      if finding.answer { (start, end) = (range.upperBound, range.upperBound) }
    }
    return result
  }

  /// `;`, `,` or ` và ` with the spaces around it; a dash that lists the next body counts too.
  private func joint(in text: LooseText, at offset: Int) -> Range<Int>? {
    switch text.plain[offset] {
    case .semicolon: return offset..<text.skipping([.space], from: offset + 1)
    case .comma:
      let end = text.skipping([.space], from: offset + 1)
      return offset..<(wordAnd(in: text, at: end) ?? end)
    case .space: return (wordAnd(in: text, at: offset + 1) ?? dash(in: text, at: offset + 1)).map { offset..<$0 }
    default: return nil
    }
  }

  private func dash(in text: LooseText, at offset: Int) -> Int? {
    var cursor = Cursor(text, at: offset)
    return cursor.take(.hyphen) && cursor.take(.space) && !cursor.isAtEnd ? cursor.offset : nil
  }

  /// Past “và” and the spaces behind it, where a further word follows.
  private func wordAnd(in text: LooseText, at offset: Int) -> Int? {
    guard let word = and.match(in: text, at: offset)?.range else { return nil }
    let next = text.skipping([.space], from: word.upperBound)
    return next > word.upperBound ? next : nil
  }
}
