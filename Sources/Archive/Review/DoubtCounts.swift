internal import GRDB

/// How many doubts wait, by file and kind, so that nobody counts the queue.
final class DoubtCounts: Sendable {
  private struct Key: Hashable, Comparable {
    /// SHA-256 of the file; empty for all files together.
    var input: String
    /// A `QueueKind`, or `decided`.
    var kind: String

    static func < (a: Key, b: Key) -> Bool { (a.input, a.kind) < (b.input, b.kind) }
  }

  private let sums = RunningCounts<Key>()

  /// What is not open any more. It is counted for all files together only.
  static let decided = "decided"

  /// The rows of `doubtCount`, counted from the doubts.
  static let counted = """
    SELECT inputSha256 AS input, \(QueueKind.expression()) AS class, COUNT(*) AS doubts FROM doubt
      WHERE status = 'open' GROUP BY 1, 2
    UNION ALL SELECT '', CASE WHEN status = 'open' THEN \(QueueKind.expression()) ELSE '\(decided)' END, COUNT(*)
      FROM doubt GROUP BY 2
    """

  func forget() { sums.forget() }

  /// From now on, what this connection does to doubts is added up.
  ///
  /// - Throws: where SQLite does not take the function or a trigger.
  func keepUp(in db: Database) throws {
    let add = DatabaseFunction("countDoubt", argumentCount: 3) { [self] values in
      guard let input = String.fromDatabaseValue(values[0]), let kind = String.fromDatabaseValue(values[1]),
        let count = Int.fromDatabaseValue(values[2])
      else { return nil }
      self.add(count, input: input, kind: kind)
      return nil
    }
    db.add(function: add)
    try RunningCounts<Key>.follow("doubt", columns: "status", named: "count of doubt", in: db) { row, count in
      """
      SELECT countDoubt(\(row).inputSha256,
        CASE WHEN \(row).status = 'open' THEN \(QueueKind.expression(row + ".")) ELSE '\(Self.decided)' END, \(count));
      """
    }
  }

  private func add(_ count: Int, input: String, kind: String) {
    sums.add(count, to: Key(input: "", kind: kind))
    if kind != Self.decided { sums.add(count, to: Key(input: input, kind: kind)) }
  }

  /// Writes what a transaction has done to the counts.
  ///
  /// - Throws: where the archive cannot be written.
  func write(in db: Database) throws {
    for (key, count) in sums.takeAll() {
      try db.run(
        """
        INSERT INTO doubtCount (input, class, doubts) VALUES (?, ?, ?)
        ON CONFLICT (input, class) DO UPDATE SET doubts = doubts + excluded.doubts
        """, [key.input, key.kind, count])
      if count < 0 {
        try db.run("DELETE FROM doubtCount WHERE input = ? AND class = ? AND doubts = 0", [key.input, key.kind])
      }
    }
  }
}
