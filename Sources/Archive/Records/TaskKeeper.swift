internal import DocumentModel
internal import GRDB
internal import Vietnamese

/// Writes the tasks of a document. A task keeps its id, and with it its status, note and history, where its number and
/// wording are found again in a new reading.
struct TaskKeeper {
  let db: Database
  let queue: SearchQueue
  private var bodyIDs: [String: Int64] = [:]
  /// The identities of the tasks of the document at hand as their content was read, before people corrected it, each with
  /// the identity that the task has now.
  private var aliases: [String: String] = [:]

  /// Nothing is in the search index, so nothing can be taken out of it.
  private let indexIsEmpty: Bool

  init(db: Database, queue: SearchQueue, indexIsEmpty: Bool = false) {
    self.db = db
    self.queue = queue
    self.indexIsEmpty = indexIsEmpty
  }

  /// A task that is already there.
  private struct Known {
    var id: Int64
    var isTouched: Bool
    var parts: SearchIndex.TaskParts
  }

  mutating func keep(_ document: DocumentRecord, id: Int64, isNew: Bool) throws {
    let identities = Self.identities(of: document)
    var known = isNew ? [:] : try knownTasks(of: id)
    // Ordinals are free to move: the old ones step aside first.
    if !known.isEmpty { try db.run("UPDATE task SET ordinal = -id WHERE documentId = ?", [id]) }
    for (ordinal, task) in document.tasks.enumerated() {
      let identity = Self.identity(number: task.number, content: task.content)
      let previous =
        known.isEmpty
        ? nil : known.removeValue(forKey: identity) ?? aliases[identity].flatMap { known.removeValue(forKey: $0) }
      if let previous { try removeIndex(of: previous) }
      let taskID = try write(task, of: id, ordinal: ordinal, as: previous?.id)
      try writeBodies(task, id: taskID, identities)
      try queue.add(SearchIndex.text(of: SearchIndex.TaskParts(task)), id: taskID, to: .task)
    }
    for left in known.values { try drop(left) }
  }

  mutating func removeAll(of document: Int64) throws {
    for task in try knownTasks(of: document).values { try drop(task, always: true) }
  }

  /// A task that was not found again goes, unless a person has worked on it: then it stays, withdrawn.
  private func drop(_ task: Known, always: Bool = false) throws {
    if task.isTouched, !always {
      try db.run("UPDATE task SET withdrawn = 1 WHERE id = ?", [task.id])
      if indexIsEmpty { try queue.add(SearchIndex.text(of: task.parts), id: task.id, to: .task) }
    } else {
      try removeIndex(of: task)
      try db.run("DELETE FROM task WHERE id = ?", [task.id])
    }
  }

  private func removeIndex(of task: Known) throws {
    if !indexIsEmpty { try queue.remove(SearchIndex.text(of: task.parts), id: task.id, from: .task) }
    try db.run("DELETE FROM taskBody WHERE taskId = ?", [task.id])
  }

  private static func identity(number: String, content: String) -> String { number + "\t" + looseKey(content) }

  /// What a task's content was before it was corrected; nil where nobody has.
  private func contentAsRead(_ id: Int64) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT before FROM correction WHERE kind = 'task' AND entityId = ? AND field = 'content' AND undoneAt IS NULL
          ORDER BY id LIMIT 1
          """), arguments: [id])
  }

  private mutating func knownTasks(of document: Int64) throws -> [String: Known] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT *, EXISTS (SELECT 1 FROM correction WHERE kind = 'task' AND entityId = task.id AND undoneAt IS NULL)
          AS isCorrected FROM task WHERE documentId = ? ORDER BY ordinal DESC
        """, arguments: [document])
    var known: [String: Known] = [:]
    aliases = [:]
    for row in rows {
      let id: Int64 = row["id"]
      let bodies = try String.fetchAll(
        db, sql: "SELECT printed FROM taskBody WHERE taskId = ? ORDER BY role = 'lead' DESC, ordinal", arguments: [id])
      let parts = SearchIndex.TaskParts(
        title: row["title"], content: row["content"], product: row["product"], deadline: row["deadline"],
        bodies: bodies)
      let changedAt: Int? = row["changedAt"], isCorrected: Bool = row["isCorrected"]
      var identity = Self.identity(number: row["number"], content: parts.content)
      // Two tasks of one wording: the later one is known by its place.
      if known[identity] != nil { identity += "\t\(id)" }
      if isCorrected, let content = try contentAsRead(id) {
        aliases[Self.identity(number: row["number"], content: content)] = identity
      }
      known[identity] = Known(id: id, isTouched: changedAt != nil || isCorrected, parts: parts)
    }
    return known
  }

  private func write(_ task: TaskRecord, of document: Int64, ordinal: Int, as known: Int64?) throws -> Int64 {
    let evidence = task.evidence["content"]
    let box = evidence?.provenance.box
    let values: StatementArguments = [
      document, ordinal, task.number, task.content, task.deadline.text, task.deadline.due?.description,
      task.path.joined(separator: " › "), task.group, task.title, task.product,
      task.deadline.modes.map(\.rawValue).joined(separator: " "), task.deadline.inherited, task.page,
      evidence?.provenance.line, box.map { "\($0.x) \($0.y) \($0.width) \($0.height)" },
      evidence.map(\.confidence.value),
    ]
    let columns =
      "documentId, ordinal, number, content, deadline, due, path, section, title, product, modes, inherited, page, "
      + "line, box, confidence"
    if let known {
      let marks = [String](repeating: "?", count: 16).joined(separator: ", ")
      try db.run(
        "UPDATE task SET (\(columns)) = (\(marks)), withdrawn = 0 WHERE id = ?", values + [known])
      return known
    }
    let marks = [String](repeating: "?", count: 17).joined(separator: ", ")
    try db.run(
      "INSERT INTO task (\(columns), status) VALUES (\(marks))",
      values + [task.deadline.modes.contains(.done) ? TaskStatus.done.rawValue : TaskStatus.open.rawValue])
    return db.lastInsertedRowID
  }

  // MARK: - Bodies

  private static func identities(of document: DocumentRecord) -> [String: BodyIdentity] {
    let pairs = document.bodies.flatMap { body in body.spellings.map { ($0, body) } }
    return Dictionary(pairs) { first, _ in first }
  }

  private mutating func writeBodies(
    _ task: TaskRecord, id: Int64, _ identities: [String: BodyIdentity]
  ) throws {
    for (role, names) in [("lead", task.lead), ("cooperating", task.cooperating)] {
      for (ordinal, name) in names.enumerated() {
        let body = try bodyID(of: identities[name] ?? BodyIdentity(id: looseKey(name), canonical: name))
        try db.run("INSERT INTO taskBody VALUES (?, ?, ?, ?, ?)", [id, role, ordinal, body, name])
      }
    }
  }

  private mutating func bodyID(of body: BodyIdentity) throws -> Int64 {
    if let id = bodyIDs[body.id] { return id }
    try db.run(
      """
      INSERT INTO body (identity, canonical, plain, level, place, generic) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (identity) DO NOTHING
      """,
      [body.id, body.canonical, looseKey(body.canonical), body.level, body.place, body.generic])
    let id = try Int64.fetchOne(
      db.cachedStatement(sql: "SELECT id FROM body WHERE identity = ?"), arguments: [body.id])
    bodyIDs[body.id] = id
    return id ?? 0
  }
}
