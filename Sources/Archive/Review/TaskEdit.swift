internal import DocumentModel
internal import GRDB

/// Writes a task's row, its bodies and its place in the search index again.
struct TaskEdit {
  let db: Database
  let id: Int64
  let record: DocumentRecord

  func write(_ task: TaskRecord, before: TaskRecord) throws {
    try SearchIndex.task.remove(SearchIndex.text(of: SearchIndex.TaskParts(before)), id: id, in: db)
    try db.run(
      "UPDATE task SET title = ?, content = ?, deadline = ?, due = ?, product = ? WHERE id = ?",
      [task.title, task.content, task.deadline.text, task.deadline.due?.description, task.product, id])
    if task.lead != before.lead || task.cooperating != before.cooperating { try writeBodies(task) }
    try SearchIndex.task.add(SearchIndex.text(of: SearchIndex.TaskParts(task)), id: id, in: db)
  }

  private func writeBodies(_ task: TaskRecord) throws {
    try db.run("DELETE FROM taskBody WHERE taskId = ?", [id])
    let known = Dictionary(
      record.bodies.flatMap { body in body.spellings.map { ($0, body) } }, uniquingKeysWith: { first, _ in first })
    for (role, names) in [("lead", task.lead), ("cooperating", task.cooperating)] {
      for (ordinal, name) in names.enumerated() {
        let body = try BodyStore(db: db).id(of: known[name] ?? BodyIdentity(id: BodyStore.key(name), canonical: name))
        try db.run("INSERT INTO taskBody VALUES (?, ?, ?, ?, ?)", [id, role, ordinal, body, name])
      }
    }
  }
}
