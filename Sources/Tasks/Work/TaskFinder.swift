internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Walks the sections of a document and makes its tasks: numbered items with assignment lines, orders in prose, rows of
/// task tables.
struct TaskFinder: Sendable {
  private let phrases: Phrases
  private let own: OwnLabels
  private var labels: AssignmentLabels
  private let unknown: UnknownLabels
  private var prose: ProseReader
  private let maker: TaskMaker
  private let duties: DutyFinder
  private let headings: HeadingTime
  private let bodies: BodyHeading

  init(_ phrases: Phrases) {
    self.phrases = phrases
    own = OwnLabels(phrases)
    labels = AssignmentLabels(phrases)
    unknown = UnknownLabels(phrases)
    prose = ProseReader(phrases)
    maker = TaskMaker(phrases)
    duties = DutyFinder(phrases)
    headings = HeadingTime(phrases)
    bodies = BodyHeading(phrases)
  }

  func tasks(of tree: DocumentTree) -> [FoundTask] {
    let learned = own.learned(from: tree)
    var finder = self
    if !learned.isEmpty { finder.labels = AssignmentLabels(phrases, own: learned) }
    let scope = Scope(issue: DocumentIssue(date: tree.header.date, type: tree.header.type))
    let tasks = finder.visit(tree.root, in: scope).tasks
    // Orders name the bodies of the document: read again, each knows where the names of the others end.
    let names = OwnNames(tasks, recipients: tree.header.recipients, heads: phrases.names(.head))
    guard !names.isEmpty, tasks.contains(where: \.isOrder) else { return tasks }
    finder.prose = ProseReader(phrases, own: names)
    return finder.visit(tree.root, in: scope).tasks
  }

  /// Text with the assignment lines under it, if any.
  private struct Chunk {
    var texts: [Passage] = []
    var block = AssignmentBlock()
  }

  private struct Visit {
    var tasks: [FoundTask] = []
    /// The section's own text and lines, as long as they made no task: a parent may share them.
    var open: [Chunk] = []
  }

  private func visit(_ node: SectionNode, in scope: Scope) -> Visit {
    var inner = scope.entering(node, isDuty: scope.isDuty || duties.isDutySection(node), headings)
    if !node.title.isEmpty { inner.body = bodies.body(of: node) }
    var result = Visit(open: [Chunk()])
    var waiting: [SectionNode] = []
    let lettered = !inner.isDuty && hasLetteredLines(node)
    for (index, part) in node.content.enumerated() {
      switch part {
      case .section(let child):
        if lettered, let line = labels.part(of: child) {
          add(line, to: &result.open)
        } else {
          add(child, visit(child, in: inner), in: inner, to: &result, waiting: &waiting)
        }
      case .paragraph(let paragraph):
        let statement = Statement(paragraph.passage)
        if !inner.isDuty, let order = order(statement, in: inner), labels.parts(of: statement).isEmpty {
          let isOwn = index == 0 && paragraph.bullet == nil && node.title.isEmpty
          result.tasks.append(maker.task(order, of: isOwn ? node : nil, in: isOwn ? inner.leaving : inner))
        } else {
          add(statement, isListed: paragraph.bullet != nil, to: &result.open)
        }
      case .table(let table):
        if let table = TaskTable(table) { result.tasks += maker.tasks(table, in: inner, labels: labels) }
      }
    }
    result.open = result.open.map(withUnknownLabel)
    if node.label == nil { result.tasks += own(result.open, of: node, in: scope) }
    return result
  }

  /// What a sentence orders, or has a body do that its section is named after.
  private func order(_ statement: Statement, in scope: Scope) -> ProseReader.Orders.Finding? {
    prose.read(statement) ?? scope.body.flatMap { bodies.duty(statement, of: $0) }
  }

  /// Adds what a child section came to: its tasks, or lines that items without their own share; an item that has
  /// neither waits for those of the next.
  private func add(
    _ child: SectionNode, _ visited: Visit, in scope: Scope, to result: inout Visit, waiting: inout [SectionNode]
  ) {
    if let shared = shared(child, visited, waiting: waiting) {
      result.open[result.open.count - 1].texts += shared.texts
      result.open[result.open.count - 1].block = shared.block
      result.open.append(Chunk())
      waiting = []
    } else if visited.tasks.isEmpty && !visited.open.contains(where: \.block.assigns) {
      waiting.append(child)
    } else {
      result.tasks += visited.tasks + own(visited.open, of: child, in: scope)
      waiting = []
    }
  }

  /// Adds a paragraph: a line of an assignment to the block, text to a new chunk where a block has ended.
  private func add(_ statement: Statement, isListed: Bool, to chunks: inout [Chunk]) {
    let labelled = labels.parts(of: statement)
    let last = chunks.count - 1
    let parts =
      !labelled.isEmpty
      ? labelled
      : unknownParts(of: statement, beside: chunks[last].block) ?? prose.bracketed(statement)
    if parts.isEmpty, let whole = labels.trailingParts(of: statement) ?? prose.trailingBracket(statement) {
      if !chunks[last].block.isEmpty { chunks.append(Chunk()) }
      chunks[chunks.count - 1].texts.append(whole.work)
      chunks[chunks.count - 1].block.add(whole.parts)
    } else if let first = parts.first, first.role == .task, !first.value.isEmpty {
      add(first, to: &chunks)
      if parts.count > 1 { chunks[chunks.count - 1].block.add(Array(parts.dropFirst())) }
    } else if let first = parts.first, first.role != .task, first.role != .other || !chunks[last].block.isEmpty {
      chunks[last].block.add(parts)
    } else if isListed, chunks[last].block.addListed(statement.passage) {
      return
    } else if chunks[last].block.isEmpty {
      chunks[last].texts.append(statement.passage)
    } else if statement.passage.words.count > 1 {
      // A word alone between the lines of a block is a speck that was read as one.
      chunks.append(Chunk(texts: [statement.passage]))
    }
  }

  /// The parts of a line that opens with a label which nobody knows.
  private func unknownParts(of statement: Statement, beside block: AssignmentBlock) -> [AssignmentPart]? {
    if let (first, parts) = labels.partsBehindFirst(of: statement) {
      var whole = block
      whole.add(parts)
      return unknown.part(of: first, beside: whole).map { [$0] + parts }
    }
    return unknown.part(of: statement, beside: block).map { [$0] }
  }

  /// The last line above the known labels may have one that nobody knows.
  private func withUnknownLabel(_ chunk: Chunk) -> Chunk {
    guard chunk.texts.count > 1, let last = chunk.texts.last,
      let part = unknown.part(of: Statement(last), beside: chunk.block)
    else { return chunk }
    var chunk = chunk
    chunk.texts.removeLast()
    chunk.block.add([part])
    return chunk
  }

  /// Assignment lines with letters before them in place of bullets: one of them at least names a body.
  private func hasLetteredLines(_ node: SectionNode) -> Bool {
    let parts = node.children.compactMap(labels.part)
    return parts.count > 1 && parts.contains { [.lead, .cooperating].contains($0.role) && !$0.value.isEmpty }
  }

  /// A lettered line: what is to be done, or who does it and by when.
  private func add(_ part: AssignmentPart, to chunks: inout [Chunk]) {
    if part.role != .task {
      chunks[chunks.count - 1].block.add([part])
    } else if chunks[chunks.count - 1].block.isEmpty {
      chunks[chunks.count - 1].texts.append(part.value)
    } else {
      chunks.append(Chunk(texts: [part.value]))
    }
  }

  /// Items a) b) c) without lines of their own share the lines under the last of them: they make one task of the parent.
  private func shared(_ child: SectionNode, _ visited: Visit, waiting: [SectionNode]) -> Chunk? {
    guard let kind = child.label?.kind, kind == .letter || kind == .parenthesis, !waiting.isEmpty,
      visited.tasks.isEmpty,
      visited.open.filter(\.block.assigns).count == 1, let block = visited.open.first(where: \.block.assigns)?.block
    else { return nil }
    let texts = (waiting + [child]).map { node in Passage(joining: itemText(node)) }
    return Chunk(texts: texts, block: block)
  }

  /// An item as printed, without its assignment lines.
  private func itemText(_ node: SectionNode) -> [Passage] {
    let body = node.content.flatMap { part -> [Passage] in
      switch part {
      case .paragraph(let paragraph): labels.parts(of: Statement(paragraph.passage)).isEmpty ? [paragraph.passage] : []
      case .section(let child): itemText(child)
      case .table: []
      }
    }
    guard let label = node.label else { return body }
    let head = node.title.isEmpty ? label.printed : "\(label.printed) \(node.title)" + (body.isEmpty ? "" : ":")
    return [Passage(text: head, at: node.evidence)] + body
  }

  /// The tasks of a section's own chunks: one that carries its number, or several unnumbered ones.
  private func own(_ chunks: [Chunk], of node: SectionNode, in scope: Scope) -> [FoundTask] {
    // Lines under nothing at all assign nothing.
    let assigned = chunks.filter { $0.block.assigns && !($0.texts.isEmpty && node.title.isEmpty) }
    let isOne = assigned.count == 1 && node.label != nil
    return assigned.map { chunk -> FoundTask in
      maker.task(
        chunk.texts, chunk.block, of: isOne ? node : nil,
        in: isOne ? scope : scope.entering(node, isDuty: false, headings))
    }.filter { !$0.record.content.isEmpty && !($0.record.lead.isEmpty && $0.record.cooperating.isEmpty) }
  }
}

extension Passage {
  /// Words that are printed at one place together, as a heading's number and title are.
  init(text: String, at evidence: Evidence?) {
    let place = evidence?.provenance
    self.init(
      words: text.split(separator: " ").map { word in
        PlacedWord(
          text: String(word), page: place?.page ?? 1, line: place?.line ?? 0, box: place?.box,
          confidence: evidence?.confidence ?? 1)
      })
  }
}
