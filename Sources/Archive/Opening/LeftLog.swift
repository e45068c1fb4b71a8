internal import Foundation
internal import GRDB

/// The log of a program that was killed, beside the file that it belongs to: SQLite plays it over whatever file it finds
/// there. Over another file, a backup that was put back, it would destroy it.
///
/// So that the two can be told apart, every transaction writes two numbers into the head of the file: one of its own,
/// made at random (`user_version`), and that of the transaction before it (`application_id`). The first of a log names
/// the state of the file on which it builds.
struct LeftLog {
  let path: String

  private var log: String { path + "-wal" }

  /// Whether a log with anything in it lies there.
  var isThere: Bool { size > 32 }

  private var size: Int { OpenFile.size(of: log) ?? 0 }

  /// Whether the log builds on another state than the one in a file that begins with these bytes. A log that does not
  /// tell is believed, as SQLite believes it.
  func isForeign(to header: [UInt8]) -> Bool {
    guard isThere, header.count == 100 else { return false }
    guard let states = states() else { return false }
    return !states.contains(Mark.state(in: header))
  }

  /// Every state that the file may be in beside this log; nil where the log does not tell.
  private func states() -> Set<UInt32>? {
    guard let handle = FileHandle(forReadingAtPath: log) else { return nil }
    defer { try? handle.close() }
    guard let head = bytes(32, of: handle), [0x377f_0682, 0x377f_0683].contains(head.number(at: 0)) else { return nil }
    let pageSize = Int(head.number(at: 8)), salts = head[16..<24]
    var place = 32, states: Set<UInt32> = [], isInFirst = true
    while let frame = bytes(24, of: handle), frame[8..<16] == salts {
      if frame.number(at: 0) == 1, let page = bytes(100, of: handle) {
        if states.isEmpty {
          guard isInFirst, Mark.isOurs(Mark.state(in: page)) else { return nil }
          states.insert(Mark.base(in: page))
        }
        states.insert(Mark.state(in: page))
      }
      if frame.number(at: 4) != 0 { isInFirst = false }
      place += 24 + pageSize
      guard (try? handle.seek(toOffset: UInt64(place))) != nil else { break }
    }
    return states.isEmpty ? nil : states
  }

  private func bytes(_ count: Int, of handle: FileHandle) -> [UInt8]? {
    guard let data = try? handle.read(upToCount: count), data.count == count else { return nil }
    return Array(data)
  }

  /// Gives the log another name, under which nothing plays it: there may be something in it that somebody wants.
  func setAside() -> String? {
    for number in 1...999 {
      let name = "\(log).\(number)"
      if FileManager.default.fileExists(atPath: name) { continue }
      guard (try? FileManager.default.moveItem(atPath: log, toPath: name)) != nil else { return nil }
      try? FileManager.default.removeItem(atPath: path + "-shm")
      return name
    }
    return nil
  }
}

/// The two numbers in the head of an archive.
enum Mark {
  /// Our numbers begin with this byte, by which they are told from what other programs write there. The next is the last
  /// of the schema's own number, then come two made at random.
  private static let sign: UInt32 = 0x53

  static func isOurs(_ state: UInt32) -> Bool { state >> 24 == sign }

  static func state(in header: [UInt8]) -> UInt32 { header.number(at: 60) }

  /// The state on which the transaction builds that wrote this head. One that changed the schema and set no mark, as
  /// GRDB's does that begins a log, left the mark that it found.
  static func base(in header: [UInt8]) -> UInt32 {
    let state = state(in: header)
    return (state >> 16 ^ header.number(at: 40)) & 0xFF == 0 ? header.number(at: 68) : state
  }

  /// Marks the transaction that is under way.
  static func renew(in db: Database) throws {
    let before = try Int32.fetchOne(db, sql: "PRAGMA user_version") ?? 0
    let schema = UInt32(truncatingIfNeeded: try Int64.fetchOne(db, sql: "PRAGMA schema_version") ?? 0)
    let state = sign << 24 | (schema & 0xFF) << 16 | UInt32.random(in: 0..<1 << 16)
    try db.execute(sql: "PRAGMA application_id = \(before); PRAGMA user_version = \(state)")
  }
}

extension [UInt8] {
  /// Four bytes, the greatest first, as SQLite writes them.
  fileprivate func number(at place: Int) -> UInt32 {
    self[place..<place + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
