internal import CZlib

/// zlib's format: a page's words take about a twelfth of the room.
enum Compression {
  static func packed(_ bytes: [UInt8], level: Int32 = 6) -> [UInt8]? {
    var length = compressBound(uLong(bytes.count))
    var result = [UInt8](repeating: 0, count: Int(length))
    let status = unsafe compress2(&result, &length, bytes, uLong(bytes.count), level)
    return status == Z_OK ? Array(result.prefix(Int(length))) : nil
  }

  /// Nil for what is damaged, or says that it is longer than a page can be.
  static func unpacked(_ bytes: [UInt8], length: Int) -> [UInt8]? {
    guard (0...mostBytes).contains(length) else { return nil }
    var result = [UInt8](repeating: 0, count: length)
    var size = uLong(length)
    let status = unsafe uncompress(&result, &size, bytes, uLong(bytes.count))
    return status == Z_OK && Int(size) == length ? result : nil
  }

  static let mostBytes = 256 << 20
}
