internal import GRDB
internal import Synchronization

/// Counts that this program's own writes keep up, so that nobody counts a large table. Triggers that live in a connection
/// alone add up in memory what a transaction does; it is written once, before the transaction ends.
final class RunningCounts<Key: Hashable & Comparable & Sendable>: Sendable {
  private let sums = Mutex<[Key: Int]>([:])

  func add(_ count: Int, to key: Key) { sums.withLock { $0[key, default: 0] += count } }

  func forget() { sums.withLock { $0 = [:] } }

  /// Has `call(row, count)` done for every row of a table that comes (`NEW`, 1), goes (`OLD`, -1), or is changed in one of
  /// the columns (both). `name` is for the triggers.
  ///
  /// - Throws: where SQLite does not take a trigger.
  static func follow(
    _ table: String, columns: String, named name: String, in db: Database, call: (_ row: String, _ count: Int) -> String
  ) throws {
    for (event, calls) in [
      ("INSERT", call("NEW", 1)), ("DELETE", call("OLD", -1)),
      ("UPDATE OF \(columns)", call("OLD", -1) + call("NEW", 1)),
    ] {
      try db.execute(
        sql: "CREATE TEMP TRIGGER \"\(name) \(event)\" AFTER \(event) ON main.\(table) BEGIN \(calls) END")
    }
  }

  /// Hands over what was added up and is not nothing, in the order of the keys, and forgets it.
  func takeAll() -> [(key: Key, count: Int)] {
    let changed = sums.withLock { sums in
      defer { sums = [:] }
      return sums.filter { $0.value != 0 }
    }
    return changed.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
