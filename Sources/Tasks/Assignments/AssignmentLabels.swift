internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Recognises assignment lines by their labels.
struct AssignmentLabels: Sendable {
  private let rules: LabelRules
  private let wordings: PhraseTable<Vocabulary.Role>

  /// `own` are the labels that this document alone has.
  init(_ phrases: Phrases, own: OwnLabels.Learned = OwnLabels.Learned()) {
    wordings =
      own.wordings.isEmpty
      ? phrases.table(.block) : PhraseTable(phrases.vocabulary.wordings(.block) + own.wordings)
    rules = LabelRules(wordings, wordsBeforeDash: own.areDashed ? 1 : AssignmentLimits.wordsOfDashedLabel)
  }

  /// The labelled parts of a paragraph; empty where it does not begin with a label. Several labels may share a line,
  /// or a bracket: `(Chủ trì: …; phối hợp: …; thời gian: …)`.
  func parts(of statement: Statement) -> [AssignmentPart] {
    let text = statement.text
    let start = text.skipping(.beforeLabel, from: 0)
    guard let first = rules.opening.answer(to: LabelRules.Place(text: text, offset: start)) else { return [] }
    let isBracketed = text.plain.first == .openBracket
    return parts(
      [first] + further(in: text, from: first.answer.end), of: statement,
      without: isBracketed ? .behindBracketedValue : .behindValue)
  }

  /// A sentence with its labels behind it: `Triển khai chữ ký số. Chủ trì: Sở Nội vụ; thời gian: Quý I`. Two labels at
  /// least, the first of them of a body: a single one may be a word of the sentence.
  func trailingParts(of statement: Statement) -> (work: Passage, parts: [AssignmentPart])? {
    let found = further(in: statement.text, from: 0)
    // By when may stand before who; without anybody it is no assignment.
    guard found.count > 1, let first = found.first?.answer, first.start > AssignmentLimits.shortestWork,
      found.contains(where: { $0.answer.role == .lead || $0.answer.role == .cooperating })
    else { return nil }
    let parts = parts(found, of: statement, without: .behindBracketedValue)
    return (statement.part(0..<first.start, without: .behindWork), parts)
  }

  /// A line whose known labels stand behind a part that none opens: `Đầu mối thực hiện: Sở Nội vụ; thời hạn: Quý I`. Nil
  /// where no label follows.
  func partsBehindFirst(of statement: Statement) -> (first: Statement, parts: [AssignmentPart])? {
    let found = further(in: statement.text, from: 0)
    guard let label = found.first?.answer, label.start > 0 else { return nil }
    let first = Statement(statement.part(0..<label.start, without: .behindWork))
    return (first, parts(found, of: statement, without: .behindValue))
  }

  /// The labelled line that a lettered item is: `b) Đơn vị thực hiện: Phòng Nội vụ`, `c) Thời gian: Quý I`. Nil for an
  /// item with items of its own, or one whose title says more than a label.
  func part(of node: SectionNode) -> AssignmentPart? {
    guard let kind = node.label?.kind, kind >= .decimal, node.children.isEmpty, node.tables.isEmpty else { return nil }
    let title = LooseText(node.title)
    let range = title.trimmed(0..<title.count, of: [.space, .colon, .period])
    guard !range.isEmpty, let match = wordings.match(in: title, at: range.lowerBound),
      match.range.upperBound == range.upperBound
    else { return nil }
    let value = Statement(Passage(joining: node.paragraphs.map(\.passage)))
    return AssignmentPart(
      role: match.value, value: value.part(0..<value.text.count, without: .behindValue), rule: "label.item-title",
      certainty: AssignmentCertainties.label)
  }

  /// Each label's value goes as far as the next label.
  private func parts(_ labels: [LabelRules.Finding], of statement: Statement, without signs: [UInt8])
    -> [AssignmentPart]
  {
    let ends = labels.dropFirst().map(\.answer.start) + [statement.text.count]
    return zip(labels, ends).map { label, end in
      AssignmentPart(
        role: label.answer.role, value: statement.part(label.answer.end..<end, without: signs), rule: label.rule,
        certainty: label.certainty)
    }
  }

  /// Labels further on, each after a mark that ends the value before it.
  private func further(in text: LooseText, from start: Int) -> [LabelRules.Finding] {
    var result: [LabelRules.Finding] = []
    var offset = start
    while offset < text.count {
      if beginsPart(text, at: offset),
        let label = rules.following.answer(to: LabelRules.Place(text: text, offset: offset))
      {
        result.append(label)
        offset = label.answer.end
      } else {
        offset += 1
      }
    }
    return result
  }

  private func beginsPart(_ text: LooseText, at offset: Int) -> Bool {
    guard offset > 0, [.space, .openBracket].contains(text.plain[offset - 1]) else { return false }
    let mark = text.plain[..<offset].last { $0 != .space }
    return mark.map([UInt8].endsOfValue.contains) ?? false
  }
}
