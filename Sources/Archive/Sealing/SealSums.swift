internal import CZlib
internal import Foundation
internal import GRDB
internal import GRDBSQLite
internal import Synchronization

/// What a transaction does to the seal of each table, added up in memory: its triggers give every row to `sealed`,
/// and the seal itself is written once, before the transaction ends.
final class SealSums: Sendable {
  private static let nothing = Seal.Sum(rows: 0, digest: 0)
  private let sums = Mutex<[(table: String, sum: Seal.Sum)]>([])

  /// - Returns: what was added up for the tables of which rows were written, and begins anew.
  func take() -> [(table: String, sum: Seal.Sum)] {
    sums.withLock { sums in
      let taken = sums.filter { $0.sum != Self.nothing }
      for index in sums.indices { sums[index].sum = Self.nothing }
      return taken
    }
  }

  /// `sealed(table, rows, value, …)`: counts a row of these values in (1), out (-1) or changed (0). SQLite calls it a
  /// hundred times a document, so it reads the values where SQLite has them.
  ///
  /// - Throws: where SQLite does not take the function.
  func register(in db: Database, tables: [String]) throws {
    sums.withLock { $0 = tables.map { ($0, Self.nothing) } }
    let context = unsafe Unmanaged.passRetained(self).toOpaque()
    let code = unsafe sqlite3_create_function_v2(
      db.sqliteConnection, "sealed", -1, SQLITE_UTF8, context,
      { context, count, values in
        guard let values = unsafe values, let sums = unsafe sqlite3_user_data(context) else { return }
        unsafe Unmanaged<SealSums>.fromOpaque(sums).takeUnretainedValue()
          .add(UnsafeBufferPointer(start: values, count: Int(count)))
      }, nil, nil, { unsafe $0.map { unsafe Unmanaged<SealSums>.fromOpaque($0).release() } })
    guard code == SQLITE_OK else { throw DatabaseError(resultCode: ResultCode(rawValue: code)) }
  }

  private func add(_ values: UnsafeBufferPointer<OpaquePointer?>) {
    guard values.count > 2 else { return }
    let table = Int(unsafe sqlite3_value_int64(values[0])), rows = Int(unsafe sqlite3_value_int64(values[1]))
    var digest = RowDigest.start
    for index in 2..<values.count { digest = RowDigest.next(digest, unsafe Self.number(of: values[index])) }
    sums.withLock { sums in
      guard sums.indices.contains(table) else { return }
      sums[table].sum.rows += rows
      sums[table].sum.digest ^= Int64(bitPattern: digest)
    }
  }

  /// The same numbers as those of rows that are read, for which a text ends before its first zero byte.
  private static func number(of value: OpaquePointer?) -> UInt64 {
    switch unsafe sqlite3_value_type(value) {
    case SQLITE_INTEGER: return RowDigest.number(of: unsafe sqlite3_value_int64(value))
    case SQLITE_FLOAT: return RowDigest.number(of: unsafe sqlite3_value_double(value))
    case SQLITE_TEXT:
      guard let text = unsafe sqlite3_value_text(value) else { return RowDigest.null }
      let length = unsafe strnlen(
        UnsafeRawPointer(text).assumingMemoryBound(to: CChar.self), Int(sqlite3_value_bytes(value)))
      return RowDigest.number(ofSum: unsafe crc32(0, text, uInt(length)), length: length, kind: 3)
    case SQLITE_BLOB:
      let length = Int(unsafe sqlite3_value_bytes(value))
      let bytes = unsafe sqlite3_value_blob(value)?.assumingMemoryBound(to: UInt8.self)
      // Without bytes, crc32 gives what it begins with: 0, as for no bytes at all.
      return RowDigest.number(ofSum: unsafe crc32(0, bytes, uInt(length)), length: length, kind: 4)
    default: return RowDigest.null
    }
  }
}
