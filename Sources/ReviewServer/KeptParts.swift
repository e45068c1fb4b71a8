internal import Archive
internal import DocumentModel
internal import Export
internal import Synchronization

/// What was made of the archive's contents lately, and holds until they change: many people look at the same lists.
final class KeptParts: Sendable {
  private static let mostBytes = 24 << 20
  /// What an entry takes besides its value and its key, bytes.
  private static let overhead = 200

  private struct Entry {
    var value: any Sendable
    var bytes: Int
    /// The higher, the later it was asked for.
    var used: Int
  }

  private struct State {
    /// Of the archive, as all entries were made from it.
    var version = ""
    var entries: [String: Entry] = [:]
    var bytes = 0
    var asked = 0
  }

  private let state = Mutex(State())

  /// How much is kept, in bytes.
  var bytes: Int { state.withLock { $0.bytes } }

  /// The value of that name from the archive of that version, made where it is not kept.
  func value<Value: Sendable>(
    _ key: String, version: String, bytes: (Value) -> Int, make: () throws -> Value
  ) rethrows -> Value {
    if let kept = found(key, version) as? Value { return kept }
    let value = try make()
    keep(Entry(value: value, bytes: bytes(value) + key.utf8.count + Self.overhead, used: 0), key, version)
    return value
  }

  private func found(_ key: String, _ version: String) -> (any Sendable)? {
    state.withLock { state in
      guard state.version == version, state.entries[key] != nil else { return nil }
      state.asked += 1
      state.entries[key]?.used = state.asked
      return state.entries[key]?.value
    }
  }

  private func keep(_ entry: Entry, _ key: String, _ version: String) {
    guard entry.bytes <= Self.mostBytes / 2 else { return }
    state.withLock { state in
      if state.version != version { state = State(version: version) }
      state.asked += 1
      state.bytes += entry.bytes - (state.entries[key]?.bytes ?? 0)
      state.entries[key] = Entry(value: entry.value, bytes: entry.bytes, used: state.asked)
      while state.bytes > Self.mostBytes, let oldest = state.entries.min(by: { $0.value.used < $1.value.used }) {
        state.entries[oldest.key] = nil
        state.bytes -= oldest.value.bytes
      }
    }
  }
}

extension Visit {
  /// A part of a page that is made of nothing but the archive, the address, the day, the language and what this person may do.
  /// Neither the person's name nor the mark of the session may stand in it.
  func kept(_ name: String, _ make: () throws -> HTML) throws -> HTML {
    try kept(name, bytes: { $0.source.utf8.count }, make)
  }

  /// The same of a file.
  func kept(_ name: String, _ make: () throws -> [UInt8]) throws -> [UInt8] { try kept(name, bytes: \.count, make) }

  private func kept<Value: Sendable>(_ name: String, bytes: (Value) -> Int, _ make: () throws -> Value) throws -> Value
  {
    let key = [
      name, language.rawValue, session.part.rawValue, try today().description, ask.path, ask.query.encoded,
    ].joined(separator: " ")
    return try site.kept.value(key, version: try archive.version(), bytes: bytes, make: make)
  }
}
