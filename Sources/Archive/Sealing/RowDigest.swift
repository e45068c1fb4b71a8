internal import CZlib
internal import GRDB

/// A number that stands for a row, so that a row that was changed, added or taken away by another program is noticed.
///
/// It is no signature: who knows this program can make it anew. It is meant for the slip of a hand, for a tool that
/// writes past the program, and for a disk that gives back other bytes than it took.
enum RowDigest {
  /// `mixed(sum, value, …)`: the sum with the row of these values put in, or taken out where it was in.
  static let function = DatabaseFunction("mixed", pure: true) { values in
    guard let sum = values.first.flatMap(Int64.fromDatabaseValue) else { return nil }
    return sum ^ number(of: values.dropFirst())
  }

  static func number(of values: some Sequence<DatabaseValue>) -> Int64 {
    let digest = values.reduce(0x9E37_79B9_7F4A_7C15) { spread($0 ^ number(of: $1)) }
    return Int64(bitPattern: digest)
  }

  private static func number(of value: DatabaseValue) -> UInt64 {
    switch value.storage {
    case .null: 1
    case .int64(let number): UInt64(bitPattern: number) ^ 2 << 60
    // SQLite keeps a whole number of a column of real numbers as either.
    case .double(let number): Int64(exactly: number).map { UInt64(bitPattern: $0) ^ 2 << 60 } ?? number.bitPattern
    case .string(let text): number(of: Array(text.utf8), kind: 3)
    case .blob(let data): number(of: [UInt8](data), kind: 4)
    }
  }

  private static func number(of bytes: [UInt8], kind: UInt64) -> UInt64 {
    let sum = unsafe crc32(0, bytes, uInt(clamping: bytes.count))
    return spread(UInt64(sum) << 32 ^ UInt64(bytes.count)) ^ kind << 60
  }

  /// SplitMix64's last step: every bit of the number changes about half of the result's.
  private static func spread(_ number: UInt64) -> UInt64 {
    var number = number &+ 0x9E37_79B9_7F4A_7C15
    number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
    return number ^ number >> 31
  }
}
