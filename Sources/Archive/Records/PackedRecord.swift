internal import CZlib
internal import DocumentModel
internal import Foundation
internal import GRDB

/// A document's record as its row keeps it: how long its JSON is, in four bytes, and the JSON, compressed. Programs
/// before `v006-room` kept the JSON itself, and such rows stay as they are until their record changes.
enum PackedRecord {
  /// A quarter of the time of zlib's own choice, for a tenth more room.
  private static let level: Int32 = 3

  /// What is too long to be given back is kept as text.
  static func value(of json: [UInt8]) -> DatabaseValue {
    guard json.count <= Compression.mostBytes, let packed = Compression.packed(json, level: level) else {
      return String(decoding: json, as: UTF8.self).databaseValue
    }
    let length = (0..<4).map { UInt8(truncatingIfNeeded: json.count >> (24 - 8 * $0)) }
    return Data(length + packed).databaseValue
  }

  /// - Throws: where it is damaged.
  static func json(in value: DatabaseValue) throws -> Data {
    switch value.storage {
    case .string(let text): return Data(text.utf8)
    case .blob(let data) where data.count > 4:
      let bytes = [UInt8](data)
      let length = bytes.prefix(4).reduce(0) { $0 << 8 | Int($1) }
      if let json = Compression.unpacked(Array(bytes[4...]), length: length) { return Data(json) }
    default: break
    }
    throw DatabaseError(resultCode: .SQLITE_CORRUPT, message: "a document's record cannot be unpacked")
  }

  /// `unpacked(record)` in SQL: its JSON, and nothing where it is damaged.
  static let function = DatabaseFunction("unpacked", argumentCount: 1, pure: true) { values in
    (try? json(in: values[0])).map { String(decoding: $0, as: UTF8.self) }
  }
}
