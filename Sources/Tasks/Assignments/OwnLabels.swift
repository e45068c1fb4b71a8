internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Learns the labels of a document that no table has. A label comes back task after task, and what stands behind it is
/// always of one kind: bodies or times. Of those with bodies the one that comes first leads. All evidence is the document's
/// own, so that nothing is learned of a label that stands there once.
struct OwnLabels: Sendable {
  /// What was learned of one document.
  struct Learned: Sendable {
    /// Labels that no table has.
    var wordings: [(String, Vocabulary.Role)] = []
    /// Its labels, known or not, have dashes behind them in place of colons.
    var areDashed = false

    var isEmpty: Bool { wordings.isEmpty && !areDashed }
  }

  private let known: PhraseTable<Vocabulary.Role>
  private let kinds: ValueKinds

  init(_ phrases: Phrases) {
    known = phrases.table(.block)
    kinds = ValueKinds(phrases)
  }

  /// What was seen of one label.
  private struct Seen {
    var label: String
    /// Its role, if the whole of it is in the table.
    var role: Vocabulary.Role?
    /// What a known wording inside the label says: `Đơn vị tham gia phối hợp`.
    var within: Vocabulary.Role?
    var values: [Passage] = []
    var bodies = 0, times = 0, dashes = 0

    var count: Int { values.count }

    /// It comes back, and most of its values are of one kind.
    var kind: ValueKinds.Kind? {
      guard count > 1 else { return nil }
      if within != nil, times == 0 { return .body }
      return bodies * 2 > count ? .body : times * 2 > count ? .time : nil
    }
  }

  /// The labels of this document with their roles; empty where they do not tell both who and when.
  func learned(from tree: DocumentTree) -> Learned {
    let seen = labels(of: statements(of: tree.root))
    let roles = Set(seen.compactMap(\.role))
    let open = seen.filter { $0.role == nil }
    let bodies = open.filter { $0.kind == .body }, times = open.filter { $0.kind == .time }
    guard !bodies.isEmpty || roles.contains(.lead), !times.isEmpty || roles.contains(.deadline) else {
      return Learned()
    }
    return Learned(
      wordings: times.map { ($0.label, .deadline) }
        + given(
          bodies, hasLead: roles.contains(.lead), hasHelp: roles.contains(.cooperating)),
      areDashed: seen.contains { $0.kind == .body && $0.dashes * 2 > $0.count })
  }

  /// The first of the labels with bodies leads and the next one helps, where no known ones do. What else looks like a
  /// body may be a product: `Báo cáo chuyên đề`, `Bộ tài liệu`.
  private func given(_ bodies: [Seen], hasLead: Bool, hasHelp: Bool) -> [(String, Vocabulary.Role)] {
    let lead = hasLead ? nil : bodies.firstIndex { $0.within == .lead } ?? bodies.firstIndex { $0.within == nil }
    let isHelpOpen = !hasHelp && !bodies.contains { $0.within == .cooperating }
    let help = isHelpOpen ? bodies.indices.first { $0 != lead && bodies[$0].within == nil } : nil
    return bodies.enumerated().map { place, seen in
      (seen.label, place == lead ? .lead : place == help ? .cooperating : seen.within ?? .other)
    }
  }

  /// In the order in which they first stand there.
  private func labels(of statements: [Statement]) -> [Seen] {
    var result: [Seen] = [], places: [String: Int] = [:]
    for piece in statements.flatMap(LabelledPieces.pieces) {
      let key = looseKey(piece.label)
      let place = places[key] ?? result.count
      if place == result.count {
        result.append(Seen(label: piece.label, role: role(piece.label), within: within(piece.label)))
        places[key] = place
      }
      result[place].values.append(piece.value)
      result[place].dashes += piece.isDashed ? 1 : 0
    }
    return result.map(weighed)
  }

  /// With its values counted by their kinds, where something hangs on them: not for a label that stands there once, nor for a
  /// known one behind colons.
  private func weighed(_ seen: Seen) -> Seen {
    guard seen.count > 1, seen.role == nil || seen.dashes > 0 else { return seen }
    var weighed = seen
    for value in seen.values {
      switch kinds.kind(of: value) {
      case .body: weighed.bodies += 1
      case .time: weighed.times += 1
      case nil: break
      }
    }
    return weighed
  }

  private func role(_ label: String) -> Vocabulary.Role? {
    let text = LooseText(label)
    return known.match(in: text, at: 0).flatMap { $0.range.upperBound == text.count ? $0.value : nil }
  }

  private func within(_ label: String) -> Vocabulary.Role? {
    known.all(in: LooseText(label)).map(\.value).last { $0 == .lead || $0 == .cooperating }
  }

  // MARK: Where labels may stand

  private func statements(of node: SectionNode) -> [Statement] {
    node.content.flatMap { part -> [Statement] in
      switch part {
      case .paragraph(let paragraph): [Statement(paragraph.passage)]
      case .section(let child): titled(child) + statements(of: child)
      case .table(let table): table.rows.flatMap(\.cells).map { Statement($0) }
      }
    }
  }

  /// `b) Đơn vị thực hiện: Phòng Nội vụ` is an item of that title.
  private func titled(_ node: SectionNode) -> [Statement] {
    guard !node.title.isEmpty, node.children.isEmpty, let first = node.paragraphs.first else { return [] }
    return [Statement(Passage(joining: [Passage(text: "\(node.title):", at: node.evidence), first.passage]))]
  }
}
