internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A task with its deadline as it was read.
struct FoundTask: Sendable {
  var record: TaskRecord
  var deadline: ReadDeadline
}

/// Makes task records from what the finders found.
struct TaskMaker: Sendable {
  private let bodies: BodySplitter
  private let deadlines: DeadlineParser
  private let cells: BodyCellReader

  init(_ phrases: Phrases) {
    bodies = BodySplitter(phrases)
    deadlines = DeadlineParser(phrases)
    cells = BodyCellReader(phrases)
  }

  /// A numbered item with assignment lines; `node` is nil for an unnumbered one.
  func task(_ texts: [Passage], _ block: AssignmentBlock, of node: SectionNode?, in scope: Scope) -> FoundTask {
    let content = texts.map(\.text).filter { !$0.isEmpty }.joined(separator: " ")
    var task = TaskRecord(
      number: node?.label?.text ?? "", path: scope.path + (node?.label.map { [$0.text] } ?? []), group: scope.group,
      title: node?.title ?? "", content: content, page: 1)
    if content.isEmpty { (task.title, task.content) = ("", task.title) }
    fill(&task, lead: block.values(.lead), cooperating: block.values(.cooperating), certainty: 0.97)
    let deadline = fill(&task, deadline: block.values(.deadline), in: scope)
    fill(&task, product: block.values(.product))
    let place = node?.evidence ?? texts.first?.evidence()
    task.evidence["content"] = texts.first?.evidence() ?? place
    task.page = place?.provenance.page ?? 1
    return FoundTask(record: task, deadline: deadline)
  }

  /// An order in prose.
  func task(_ order: ProseAssignment, of node: SectionNode?, in scope: Scope) -> FoundTask {
    var task = TaskRecord(
      number: node?.label?.text ?? "", path: scope.path + (node?.label.map { [$0.text] } ?? []), group: scope.group,
      title: node?.title ?? "", content: order.content.text, page: order.content.provenance?.page ?? 1)
    fill(&task, lead: [order.lead], cooperating: [order.cooperating], certainty: 0.85)
    let deadline = fill(&task, deadline: [order.deadline], in: scope)
    task.evidence["content"] = order.content.evidence(certainty: 0.85)
    return FoundTask(record: task, deadline: deadline)
  }

  /// The rows of a task table.
  func tasks(_ table: TaskTable, in scope: Scope) -> [FoundTask] {
    table.entries.map { entry in
      let content = table.cell(.task, of: entry.row)
      let labels = (entry.group.map { [$0.label] } ?? []) + [entry.number]
      var task = TaskRecord(
        number: entry.number, path: scope.path + labels.filter { !$0.isEmpty },
        group: entry.group?.title ?? scope.group,
        content: content.text, page: content.provenance?.page ?? 1)
      fill(
        &task, lead: [table.cell(.lead, of: entry.row)], cooperating: [table.cell(.cooperating, of: entry.row)],
        certainty: 0.95)
      let deadline = fill(&task, deadline: [table.cell(.deadline, of: entry.row)], in: scope)
      fill(&task, product: [table.cell(.product, of: entry.row)])
      task.evidence["content"] = content.evidence(
        certainty: 0.95, source: entry.row.notes.isEmpty ? nil : entry.row.notes.joined(separator: ","))
      if let number = entry.row.cells.first, number.isInferred, number.text == entry.number {
        task.evidence["number"] = number.evidence()
      }
      if entry.row.notes.contains(DataTable.Row.doneInferred) { task.inferDone() }
      task.raw = entry.row.raw.isEmpty ? nil : entry.row.raw
      return FoundTask(record: task, deadline: deadline)
    }
  }

  // MARK: Parts

  private func fill(_ task: inout TaskRecord, lead: [Passage], cooperating: [Passage], certainty: Double) {
    let named = cells.bodies(lead: lead, cooperating: cooperating)
    task.lead = named.lead.flatMap(bodies.split)
    task.cooperating = named.cooperating.flatMap(bodies.split)
    for (field, values) in [("lead", named.lead), ("cooperating", named.cooperating)] {
      let whole = Passage(joining: values)
      if !whole.isEmpty { task.evidence[field] = whole.evidence(certainty: certainty) }
    }
  }

  /// Gives the deadline as it was read, for the checks.
  private func fill(_ task: inout TaskRecord, deadline values: [Passage], in scope: Scope) -> ReadDeadline {
    let whole = Passage(joining: values)
    let read = whole.isEmpty ? ReadDeadline() : deadlines.read(whole.text, issue: scope.issue)
    task.deadline = read.deadline
    if !whole.isEmpty { task.evidence["deadline"] = whole.evidence(certainty: read.certainty, source: read.rule) }
    if task.deadline.due == nil { task.deadline.inherited = scope.inherited }
    return read
  }

  private func fill(_ task: inout TaskRecord, product values: [Passage]) {
    let whole = Passage(joining: values)
    guard !whole.isEmpty else { return }
    let text = LooseText(whole.text)
    task.product = text[text.trimmed(0..<text.count, of: Array(" .;".utf8))]
    task.evidence["product"] = whole.evidence(certainty: 0.95)
  }
}
