internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// One labelled part of an assignment line: `Chủ trì thực hiện: Công an xã`.
struct AssignmentPart: Sendable {
  var role: Vocabulary.Role
  var value: Passage
}

/// Recognises assignment lines by their labels, which a colon must follow: “chủ trì” inside a sentence or a name is
/// none.
struct AssignmentLabels: Sendable {
  private let labels: PhraseTable<Vocabulary.Role>
  /// A label is near the start: a colon far into a sentence is no label's.
  private let reach = 48

  init(_ phrases: Phrases) {
    labels = phrases.table(.block)
  }

  /// The labelled parts of a paragraph; empty where it does not begin with a label. Several labels may share a line,
  /// or a bracket: `(Chủ trì: …; phối hợp: …; thời gian: …)`.
  func parts(of passage: Passage) -> [AssignmentPart] {
    let text = LooseText(passage.text)
    let isBracketed = text.plain.first == 0x28
    let start = text.skipping(Array("(-+* ".utf8), from: 0)
    guard let first = label(in: text, at: start, fuzzy: true) else { return [] }
    let found = [first] + further(in: text, from: first.end)
    let closing = Array(" .;,-+".utf8) + (isBracketed ? [0x29] : [])
    return found.indices.map { index in
      let end = index + 1 < found.count ? found[index + 1].start : text.count
      return AssignmentPart(
        role: found[index].role, value: passage.slice(text.trimmed(found[index].end..<end, of: closing)))
    }
  }

  /// A sentence with its labels behind it: `Triển khai chữ ký số. Chủ trì: Sở Nội vụ; thời gian: Quý I`. Two labels at
  /// least, the first of them of a body: a single one may be a word of the sentence.
  func trailingParts(of passage: Passage) -> (work: Passage, parts: [AssignmentPart])? {
    let text = LooseText(passage.text)
    let found = further(in: text, from: 0)
    guard found.count > 1, let first = found.first, first.role == .lead || first.role == .cooperating, first.start > 12
    else { return nil }
    let closing = Array(" .;,-+)".utf8)
    let parts = found.indices.map { index in
      let end = index + 1 < found.count ? found[index + 1].start : text.count
      return AssignmentPart(
        role: found[index].role, value: passage.slice(text.trimmed(found[index].end..<end, of: closing)))
    }
    return (passage.slice(text.trimmed(0..<first.start, of: Array(" (;,-+".utf8))), parts)
  }

  /// The labelled line that a lettered item is: `b) Đơn vị thực hiện: Phòng Nội vụ`, `c) Thời gian: Quý I`. Nil for an
  /// item with items of its own, or one whose title says more than a label.
  func part(of node: SectionNode) -> AssignmentPart? {
    guard let kind = node.label?.kind, kind >= .decimal, node.children.isEmpty, node.tables.isEmpty else { return nil }
    let title = LooseText(node.title)
    let range = title.trimmed(0..<title.count, of: Array(" :.".utf8))
    guard !range.isEmpty, let match = labels.match(in: title, at: range.lowerBound),
      match.range.upperBound == range.upperBound
    else { return nil }
    return AssignmentPart(role: match.value, value: Passage(joining: node.paragraphs.map(\.passage)).withoutEndMarks)
  }

  private struct Label {
    var role: Vocabulary.Role
    var start: Int
    var end: Int
  }

  /// The label that begins at an offset and its colon; fuzzily, with a letter in six misread.
  private func label(in text: LooseText, at start: Int, fuzzy: Bool) -> Label? {
    if let match = labels.match(in: text, at: start), let end = afterColon(in: text, from: match.range.upperBound) {
      return Label(role: match.value, start: start, end: end)
    }
    guard fuzzy, let colon = text.firstIndex(of: 0x3A, from: start), colon - start <= reach,
      let role = labels.nearest(to: text, in: text.trimmed(start..<colon))
    else { return nil }
    return Label(role: role, start: start, end: colon + 1)
  }

  private func afterColon(in text: LooseText, from offset: Int) -> Int? {
    let colon = text.skipping([0x20], from: offset)
    return colon < text.count && text.plain[colon] == 0x3A ? colon + 1 : nil
  }

  /// Labels further on, each after a mark that ends the value before it.
  private func further(in text: LooseText, from start: Int) -> [Label] {
    var result: [Label] = []
    var offset = start
    while offset < text.count {
      let beginsPart = offset > 0 && [0x20, 0x28].contains(text.plain[offset - 1]) && followsMark(in: text, at: offset)
      if beginsPart, let label = label(in: text, at: offset, fuzzy: false) {
        result.append(label)
        offset = label.end
      } else {
        offset += 1
      }
    }
    return result
  }

  private func followsMark(in text: LooseText, at offset: Int) -> Bool {
    var before = offset - 1
    while before >= 0, text.plain[before] == 0x20 { before -= 1 }
    return before >= 0 && Array(".;,-+(".utf8).contains(text.plain[before])
  }
}

/// The assignment lines of one task.
struct AssignmentBlock: Sendable {
  private(set) var parts: [AssignmentPart] = []

  var isEmpty: Bool { parts.isEmpty }
  /// Somebody is named: without that it is no assignment.
  var assigns: Bool { !values(.lead).isEmpty || !values(.cooperating).isEmpty }

  mutating func add(_ new: [AssignmentPart]) { parts += new }

  /// Bodies listed under a label that stands alone on its line.
  mutating func addListed(_ passage: Passage) -> Bool {
    guard let last = parts.last, last.role == .lead || last.role == .cooperating, isOpen else { return false }
    parts.append(AssignmentPart(role: last.role, value: passage))
    return true
  }

  /// The last label has had no value on its own line.
  private var isOpen: Bool {
    guard let role = parts.last?.role else { return false }
    return parts.last { $0.role == role && $0.value.isEmpty } != nil
  }

  func values(_ role: Vocabulary.Role) -> [Passage] {
    parts.filter { $0.role == role && !$0.value.isEmpty }.map(\.value)
  }
}

extension Passage {
  fileprivate var withoutEndMarks: Passage {
    let text = LooseText(self.text)
    return slice(text.trimmed(0..<text.count, of: Array(" .;,-+".utf8)))
  }
}
