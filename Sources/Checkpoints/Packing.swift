internal import CZlib
internal import Foundation

/// Values as deflated JSON: an eighth of the size, and a sum at the end by which a damaged file is known.
enum Packing {
  /// The first bytes of a packed file; the next eight are the length of what is packed.
  private static let mark: [UInt8] = Array("SOHOACK1".utf8)
  /// More than any input's pages: a length beyond it is damage.
  private static let mostBytes = 4 << 30

  static func pack(_ bytes: [UInt8]) -> [UInt8] {
    let bound = compressBound(UInt(bytes.count))
    var length = bound
    let packed = [UInt8](unsafeUninitializedCapacity: Int(bound)) { buffer, count in
      let status = bytes.withUnsafeBufferPointer {
        compress2(buffer.baseAddress, &length, $0.baseAddress, UInt($0.count), Z_BEST_SPEED)
      }
      count = status == Z_OK ? Int(length) : 0
    }
    return mark + (0..<8).map { UInt8(truncatingIfNeeded: bytes.count >> (8 * $0)) } + packed
  }

  /// Nil for what is damaged or was never packed.
  static func unpack(_ packed: [UInt8]) -> [UInt8]? {
    let head = mark.count + 8
    guard packed.count > head, packed.starts(with: mark) else { return nil }
    let size = packed[mark.count..<head].reversed().reduce(0) { $0 &<< 8 | Int($1) }
    guard size > 0, size <= mostBytes, size / 1100 <= packed.count else { return nil }
    var length = UInt(size), status = Z_DATA_ERROR
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      status = packed.withUnsafeBufferPointer {
        let part = UnsafeBufferPointer(rebasing: $0[head...])
        return uncompress(buffer.baseAddress, &length, part.baseAddress, UInt(part.count))
      }
      count = status == Z_OK ? Int(length) : 0
    }
    return status == Z_OK && bytes.count == size ? bytes : nil
  }
}
