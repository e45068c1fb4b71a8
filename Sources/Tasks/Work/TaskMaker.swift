internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A task with its deadline as it was read.
struct FoundTask: Sendable {
  var record: TaskRecord
  var deadline: ReadDeadline

  /// A sentence orders it, or has it under the name of a body.
  var isOrder: Bool { record.evidence["content"]?.source?.hasPrefix("order.") ?? false }
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
    let printed = texts.filter { !$0.text.isEmpty }
    let content = printed.map(\.text).joined(separator: " ")
    var task = TaskRecord(
      number: node?.label?.text ?? "", path: scope.path + (node?.label.map { [$0.text] } ?? []), group: scope.group,
      title: node?.title ?? "", content: content, page: 1)
    if content.isEmpty { (task.title, task.content) = ("", task.title) }
    fill(&task, lead: block.values(.lead), cooperating: block.values(.cooperating))
    let deadline = fill(&task, deadline: block.values(.deadline).map(\.value), in: scope)
    fill(&task, product: block.values(.product))
    let place = node?.evidence ?? printed.first?.evidence()
    task.evidence["content"] = printed.first?.evidence() ?? place
    // What makes the text a task is the label under it.
    task.evidence["content"]?.source = block.parts.first?.rule
    task.page = place?.provenance.page ?? 1
    return FoundTask(record: task, deadline: deadline)
  }

  /// An order in prose.
  func task(_ found: ProseReader.Orders.Finding, of node: SectionNode?, in scope: Scope) -> FoundTask {
    let order = found.answer
    func part(_ role: Vocabulary.Role, _ value: Passage) -> AssignmentPart {
      AssignmentPart(role: role, value: value, rule: found.rule, certainty: found.certainty)
    }
    var task = TaskRecord(
      number: node?.label?.text ?? "", path: scope.path + (node?.label.map { [$0.text] } ?? []), group: scope.group,
      title: node?.title ?? "", content: order.content.text, page: order.content.provenance?.page ?? 1)
    fill(&task, lead: [part(.lead, order.lead)], cooperating: [part(.cooperating, order.cooperating)])
    let deadline = fill(&task, deadline: [order.deadline], in: scope)
    task.evidence["content"] = order.content.evidence(certainty: found.certainty, source: found.rule)
    return FoundTask(record: task, deadline: deadline)
  }

  /// The rows of a task table. `labels` are looked for in cells that say both who and when.
  func tasks(_ table: TaskTable, in scope: Scope, labels: AssignmentLabels) -> [FoundTask] {
    table.entries.map { entry in
      let block = block(of: entry, in: table, labels)
      let content = table.part(.task, of: entry.row)
      let labels = (entry.group.map { [$0.label] } ?? []) + [entry.number]
      var task = TaskRecord(
        number: entry.number, path: scope.path + labels.filter { !$0.isEmpty },
        group: entry.group?.title ?? scope.group, content: content.value.text,
        page: content.value.provenance?.page ?? 1)
      fill(&task, lead: block.values(.lead), cooperating: block.values(.cooperating))
      let deadline = fill(&task, deadline: block.values(.deadline).map(\.value), in: scope)
      fill(&task, product: [table.part(.product, of: entry.row)])
      task.evidence["content"] = content.value.evidence(
        certainty: content.certainty,
        source: entry.row.notes.isEmpty ? content.rule : entry.row.notes.joined(separator: ","))
      if let number = entry.row.cells.first, number.isInferred, number.text == entry.number {
        task.evidence["number"] = number.evidence()
      }
      if entry.row.notes.contains(DataTable.Row.doneInferred) { task.inferDone() }
      task.raw = entry.row.raw.isEmpty ? nil : entry.row.raw
      return FoundTask(record: task, deadline: deadline)
    }
  }

  /// Who and when by the row's columns, or by labels with their values in one of its cells.
  private func block(of entry: TaskTable.Entry, in table: TaskTable, _ labels: AssignmentLabels) -> AssignmentBlock {
    var block = AssignmentBlock()
    for role in [Vocabulary.Role.lead, .cooperating, .deadline] {
      let cell = table.part(role, of: entry.row)
      let parts = labels.parts(of: Statement(cell.value)).filter { !$0.value.isEmpty }
      block.add(Set(parts.map(\.role)).count > 1 ? parts : [cell])
    }
    return block
  }

  // MARK: Parts

  private func fill(_ task: inout TaskRecord, lead: [AssignmentPart], cooperating: [AssignmentPart]) {
    let named = cells.bodies(lead: lead, cooperating: cooperating)
    task.lead = named.lead.flatMap { bodies.split($0.value) }
    task.cooperating = named.cooperating.flatMap { bodies.split($0.value) }
    task.evidence["lead"] = named.lead.evidence()
    task.evidence["cooperating"] = named.cooperating.evidence()
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

  private func fill(_ task: inout TaskRecord, product values: [AssignmentPart]) {
    let whole = Passage(joining: values.map(\.value))
    guard !whole.isEmpty else { return }
    let text = LooseText(whole.text)
    task.product = text[text.trimmed(0..<text.count, of: [.space, .period, .semicolon])]
    task.evidence["product"] = values.evidence(certainty: AssignmentCertainties.product)
  }
}

extension [AssignmentPart] {
  /// Where the values stand, and the rule that found the first of them; as sure as that rule, unless a certainty is
  /// given. Nil where no value has words.
  fileprivate func evidence(certainty: Double? = nil) -> Evidence? {
    guard let first = first(where: { !$0.value.isEmpty }) else { return nil }
    return Passage(joining: map(\.value)).evidence(certainty: certainty ?? first.certainty, source: first.rule)
  }
}
