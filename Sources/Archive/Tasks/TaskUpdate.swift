public import DocumentModel
internal import GRDB

/// What a person says of a task. What is nil stays as it is.
public struct TaskUpdate: Sendable {
  public var status: TaskStatus?
  public var note: String?
  public var who: String
  /// Seconds since 1970.
  public var at: Int

  public init(status: TaskStatus? = nil, note: String? = nil, who: String, at: Int) {
    self.status = status
    self.note = note
    self.who = who
    self.at = at
  }
}

extension Archive {
  /// Changes tasks, all or none, and writes down what was before.
  ///
  /// - Throws: a `Failure` where one of the tasks is not there, and where the archive cannot be written.
  public func update(tasks ids: [Int64], _ update: TaskUpdate) throws(Failure) {
    try writing { try Self.update(tasks: ids, update, in: $0) }
  }

  static func update(tasks ids: [Int64], _ update: TaskUpdate, in db: Database) throws {
    let history = HistoryWriter(db: db, entity: "task", who: update.who, at: update.at)
    for id in ids {
      guard let row = try Row.fetchOne(db, sql: "SELECT status, note FROM task WHERE id = ?", arguments: [id])
      else { throw Failure(.badArguments, .noSuchTask(id)) }
      let (status, note): (String, String?) = (row["status"], row["note"])
      if let new = update.status?.rawValue {
        try history.write(id, "status", before: status, after: new, note: update.note)
      }
      if let new = update.note { try history.write(id, "note", before: note, after: new) }
      try db.run(
        "UPDATE task SET status = ?, note = ?, changedAt = ?, changedBy = ? WHERE id = ?",
        [update.status?.rawValue ?? status, update.note ?? note, update.at, update.who, id])
    }
  }
}

/// Writes changes down; where before and after are the same, nothing is written.
struct HistoryWriter {
  let db: Database
  let entity: String
  let who: String
  let at: Int

  func write(_ id: Int64, _ field: String, before: String?, after: String?, note: String? = nil) throws {
    guard before != after else { return }
    try db.run(
      "INSERT INTO history (at, who, entity, entityId, field, before, after, note) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
      [at, who, entity, id, field, before, after, note])
  }
}

extension Message {
  static func noSuchTask(_ id: Int64) -> Message {
    Message(
      "no-such-task", vi: "Kho không có nhiệm vụ số \(id). Xem mã nhiệm vụ ở cột đầu của: sohoa tasks",
      en: "The archive has no task \(id). The ids are in the first column of: sohoa tasks")
  }
}
