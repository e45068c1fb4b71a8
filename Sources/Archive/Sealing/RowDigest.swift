internal import CZlib
internal import GRDB

/// A number that stands for a row, so that a row that was changed, added or taken away by another program is noticed.
///
/// It is no signature: who knows this program can make it anew. It is meant for the slip of a hand, for a tool that
/// writes past the program, and for a disk that gives back other bytes than it took.
enum RowDigest {
  static let start: UInt64 = 0x9E37_79B9_7F4A_7C15
  static let null: UInt64 = 1

  /// The digest of a row with one more value.
  static func next(_ digest: UInt64, _ value: UInt64) -> UInt64 { spread(digest ^ value) }

  static func number(of values: some Sequence<DatabaseValue>) -> Int64 {
    Int64(bitPattern: values.reduce(start) { next($0, number(of: $1)) })
  }

  private static func number(of value: DatabaseValue) -> UInt64 {
    switch value.storage {
    case .null: null
    case .int64(let number): self.number(of: number)
    case .double(let number): self.number(of: number)
    case .string(let text): number(of: Array(text.utf8), kind: 3)
    case .blob(let data): number(of: [UInt8](data), kind: 4)
    }
  }

  static func number(of number: Int64) -> UInt64 { UInt64(bitPattern: number) ^ 2 << 60 }

  /// SQLite keeps a whole number of a column of real numbers as either.
  static func number(of number: Double) -> UInt64 {
    Int64(exactly: number).map { self.number(of: $0) } ?? number.bitPattern
  }

  private static func number(of bytes: [UInt8], kind: UInt64) -> UInt64 {
    number(ofSum: unsafe crc32(0, bytes, uInt(clamping: bytes.count)), length: bytes.count, kind: kind)
  }

  /// Of a text or bytes of this check sum.
  static func number(ofSum sum: uLong, length: Int, kind: UInt64) -> UInt64 {
    spread(UInt64(sum) << 32 ^ UInt64(length)) ^ kind << 60
  }

  /// SplitMix64's last step: every bit of the number changes about half of the result's.
  private static func spread(_ number: UInt64) -> UInt64 {
    var number = number &+ 0x9E37_79B9_7F4A_7C15
    number = (number ^ number >> 30) &* 0xBF58_476D_1CE4_E5B9
    number = (number ^ number >> 27) &* 0x94D0_49BB_1331_11EB
    return number ^ number >> 31
  }
}
