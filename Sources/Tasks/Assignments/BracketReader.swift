internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads who does a piece of work out of a bracket at its end or under it.
struct BracketReader: Sendable {
  private let names: ProseNames
  private let times: ClosingTime
  private let performs = PhraseTable(["thực hiện", "triển khai", "tổ chức thực hiện"])

  init(_ names: ProseNames, _ times: ClosingTime) { (self.names, self.times) = (names, times) }

  /// What a bracket says: `(Ban Tuyên giáo chủ trì, phối hợp với … thực hiện; hoàn thành trong quý IV/2025)`.
  func parts(of passage: Passage) -> [AssignmentPart] {
    let whole = LooseText(passage.text)
    guard whole.plain.first == 0x28, let close = whole.plain.lastIndex(of: 0x29) else { return [] }
    let inner = passage.slice(1..<close)
    let text = LooseText(inner.text)
    guard let start = names.start(in: text), let lead = names.lead(in: text, after: start),
      names.isName(in: text, start..<lead.lowerBound, ordered: true)
    else { return [] }
    let end = text.plain.indices[lead.upperBound...].first { endsBodies(text, at: $0) } ?? text.count
    let helpers = lead.upperBound..<helpersEnd(text, after: lead, upTo: end)
    let values: [(Vocabulary.Role, Range<Int>)] = [
      (.lead, start..<lead.lowerBound), (.cooperating, helpers), (.deadline, end..<text.count),
    ]
    return values.map { role, range in
      AssignmentPart(role: role, value: inner.slice(text.trimmed(range, of: ProseReader.marks)))
    }
  }

  /// A piece of work with such a bracket at its end.
  func trailing(_ passage: Passage) -> (work: Passage, parts: [AssignmentPart])? {
    let text = LooseText(passage.text)
    guard let open = text.plain.lastIndex(of: 0x28), open > 8 else { return nil }
    let close = text.trimmed(open..<text.count, of: Array(" .;,".utf8)).upperBound
    guard close > open, text.plain[close - 1] == 0x29 else { return nil }
    let parts = parts(of: passage.slice(open..<text.count))
    return parts.isEmpty ? nil : (passage.slice(text.trimmed(0..<open)), parts)
  }

  /// Those who help stand between the lead and what they do; there are none where the lead stands alone.
  private func helpersEnd(_ text: LooseText, after lead: Range<Int>, upTo end: Int) -> Int {
    guard names.isJoint(lead, in: text) else { return lead.upperBound }
    return performs.first(in: text, from: lead.upperBound, upTo: end)?.range.lowerBound ?? end
  }

  /// A semicolon or a point, or a comma that a time follows.
  private func endsBodies(_ text: LooseText, at offset: Int) -> Bool {
    let byte = text.plain[offset]
    return byte == 0x3B || byte == 0x2E || byte == 0x2C && times.follows(in: text, from: offset + 1)
  }
}
