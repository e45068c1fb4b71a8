internal import GRDB
internal import Synchronization

/// How many tasks each day has, open and not. Our own writes keep it up by triggers that live in the connection alone: they
/// are added up in memory and written once, before the transaction ends.
final class TaskDays: Sendable {
  private struct Key: Hashable {
    var day: String
    var isOpen: Bool
  }

  private let sums = Mutex<[Key: Int]>([:])

  /// The rows of `taskDay`, counted from the tasks.
  static let counted = """
    SELECT COALESCE(due, '') AS day, status IN ('open', 'doing') AS isOpen, COUNT(*) AS tasks FROM task
    WHERE withdrawn = 0 GROUP BY day, isOpen
    """

  func forget() { sums.withLock { $0 = [:] } }

  /// From now on, what this connection does to tasks is added up.
  ///
  /// - Throws: where SQLite does not take the function or a trigger.
  func keepUp(in db: Database) throws {
    let add = DatabaseFunction("countTask", argumentCount: 3) { [self] values in
      guard let day = String.fromDatabaseValue(values[0]), let isOpen = Bool.fromDatabaseValue(values[1]),
        let count = Int.fromDatabaseValue(values[2])
      else { return nil }
      sums.withLock { $0[Key(day: day, isOpen: isOpen), default: 0] += count }
      return nil
    }
    db.add(function: add)
    func call(_ row: String, _ count: Int) -> String {
      """
      SELECT countTask(COALESCE(\(row).due, ''), \(row).status IN ('open', 'doing'), \(count)) WHERE \(row).withdrawn = 0;
      """
    }
    for (event, calls) in [
      ("INSERT", call("NEW", 1)), ("DELETE", call("OLD", -1)),
      ("UPDATE OF due, status, withdrawn", call("OLD", -1) + call("NEW", 1)),
    ] {
      try db.execute(
        sql: "CREATE TEMP TRIGGER \"day of task \(event)\" AFTER \(event) ON main.task BEGIN \(calls) END")
    }
  }

  /// Writes what a transaction has done to the days.
  ///
  /// - Throws: where the archive cannot be written.
  func write(in db: Database) throws {
    let changed = sums.withLock { sums in
      defer { sums = [:] }
      return sums.filter { $0.value != 0 }
    }
    for (key, count) in changed.sorted(by: { ($0.key.day, $0.value) < ($1.key.day, $1.value) }) {
      let arguments: StatementArguments = [key.day, key.isOpen, count]
      try db.run(
        """
        INSERT INTO taskDay (day, isOpen, tasks) VALUES (?, ?, ?)
        ON CONFLICT (day, isOpen) DO UPDATE SET tasks = tasks + excluded.tasks
        """, arguments)
    }
  }
}
