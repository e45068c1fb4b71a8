internal import GRDB
internal import Synchronization

/// How many doubts wait, by file and kind, so that nobody counts the queue. Our own writes keep it up by triggers that live
/// in the connection alone: they are added up in memory and written once, before the transaction ends.
final class DoubtCounts: Sendable {
  private struct Key: Hashable, Comparable {
    /// SHA-256 of the file; empty for all files together.
    var input: String
    /// A `QueueKind`, or `decided`.
    var kind: String

    static func < (a: Key, b: Key) -> Bool { (a.input, a.kind) < (b.input, b.kind) }
  }

  private let sums = Mutex<[Key: Int]>([:])

  /// What is not open any more. It is counted for all files together only.
  static let decided = "decided"

  /// The rows of `doubtCount`, counted from the doubts.
  static let counted = """
    SELECT inputSha256 AS input, \(QueueKind.expression()) AS class, COUNT(*) AS doubts FROM doubt
      WHERE status = 'open' GROUP BY 1, 2
    UNION ALL SELECT '', CASE WHEN status = 'open' THEN \(QueueKind.expression()) ELSE '\(decided)' END, COUNT(*)
      FROM doubt GROUP BY 2
    """

  func forget() { sums.withLock { $0 = [:] } }

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
    func call(_ row: String, _ count: Int) -> String {
      """
      SELECT countDoubt(\(row).inputSha256,
        CASE WHEN \(row).status = 'open' THEN \(QueueKind.expression(row + ".")) ELSE '\(Self.decided)' END, \(count));
      """
    }
    for (event, calls) in [
      ("INSERT", call("NEW", 1)), ("DELETE", call("OLD", -1)),
      ("UPDATE OF status", call("OLD", -1) + call("NEW", 1)),
    ] {
      try db.execute(
        sql: "CREATE TEMP TRIGGER \"count of doubt \(event)\" AFTER \(event) ON main.doubt BEGIN \(calls) END")
    }
  }

  private func add(_ count: Int, input: String, kind: String) {
    sums.withLock { sums in
      sums[Key(input: "", kind: kind), default: 0] += count
      if kind != Self.decided { sums[Key(input: input, kind: kind), default: 0] += count }
    }
  }

  /// Writes what a transaction has done to the counts.
  ///
  /// - Throws: where the archive cannot be written.
  func write(in db: Database) throws {
    let changed = sums.withLock { sums in
      defer { sums = [:] }
      return sums.filter { $0.value != 0 }
    }
    for (key, count) in changed.sorted(by: { $0.key < $1.key }) {
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
