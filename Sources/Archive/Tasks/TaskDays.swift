internal import GRDB

/// How many tasks each day has, open and not.
final class TaskDays: Sendable {
  private struct Key: Hashable, Comparable {
    var day: String
    var isOpen: Bool

    static func < (a: Key, b: Key) -> Bool { (a.day, a.isOpen ? 1 : 0) < (b.day, b.isOpen ? 1 : 0) }
  }

  private let sums = RunningCounts<Key>()

  /// The rows of `taskDay`, counted from the tasks.
  static let counted = """
    SELECT COALESCE(due, '') AS day, status IN ('open', 'doing') AS isOpen, COUNT(*) AS tasks FROM task
    WHERE withdrawn = 0 GROUP BY day, isOpen
    """

  func forget() { sums.forget() }

  /// From now on, what this connection does to tasks is added up.
  ///
  /// - Throws: where SQLite does not take the function or a trigger.
  func keepUp(in db: Database) throws {
    let add = DatabaseFunction("countTask", argumentCount: 3) { [self] values in
      guard let day = String.fromDatabaseValue(values[0]), let isOpen = Bool.fromDatabaseValue(values[1]),
        let count = Int.fromDatabaseValue(values[2])
      else { return nil }
      sums.add(count, to: Key(day: day, isOpen: isOpen))
      return nil
    }
    db.add(function: add)
    try RunningCounts<Key>.follow("task", columns: "due, status, withdrawn", named: "day of task", in: db) {
      row, count in
      """
      SELECT countTask(COALESCE(\(row).due, ''), \(row).status IN ('open', 'doing'), \(count)) WHERE \(row).withdrawn = 0;
      """
    }
  }

  /// Writes what a transaction has done to the days.
  ///
  /// - Throws: where the archive cannot be written.
  func write(in db: Database) throws {
    for (key, count) in sums.takeAll() {
      try db.run(
        """
        INSERT INTO taskDay (day, isOpen, tasks) VALUES (?, ?, ?)
        ON CONFLICT (day, isOpen) DO UPDATE SET tasks = tasks + excluded.tasks
        """, [key.day, key.isOpen, count])
    }
  }
}
