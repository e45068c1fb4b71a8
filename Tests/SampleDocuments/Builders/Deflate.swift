/// Streams of zlib (RFC 1950), made by hand: as the bytes are, or a run of one byte, which takes a hundredth of it.
public enum Deflate {
  /// Nothing is compressed.
  public static func stored(_ bytes: [UInt8]) -> [UInt8] {
    var stream: [UInt8] = [0x78, 0x01]
    var rest = bytes[...]
    repeat {
      let block = rest.prefix(65_535)
      rest = rest.dropFirst(65_535)
      let length = UInt16(block.count)
      stream += [rest.isEmpty ? 1 : 0] + length.littleEndianBytes + (~length).littleEndianBytes + block
    } while !rest.isEmpty
    return stream + adler(of: bytes).bigEndianBytes
  }

  /// One byte again and again: the byte, then copies of 258 of it, each 13 bits long.
  public static func run(of byte: UInt8, count: Int) -> [UInt8] {
    var bits = BitStream()
    bits.append(0b1, 1)
    bits.append(0b01, 2)
    bits.appendCode(byte < 144 ? 0x30 + UInt32(byte) : 0x190 + UInt32(byte) - 144, byte < 144 ? 8 : 9)
    for _ in 0..<(count - 1) / 258 {
      bits.appendCode(0b1100_0101, 8)
      bits.appendCode(0, 5)
    }
    // The rest as single bytes.
    for _ in 0..<(count - 1) % 258 {
      bits.appendCode(byte < 144 ? 0x30 + UInt32(byte) : 0x190 + UInt32(byte) - 144, byte < 144 ? 8 : 9)
    }
    bits.appendCode(0, 7)
    return [0x78, 0x01] + bits.bytes + adler(ofRunOf: byte, count: count).bigEndianBytes
  }

  private static func adler(of bytes: [UInt8]) -> UInt32 {
    var a: UInt32 = 1, b: UInt32 = 0
    for byte in bytes {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    return b << 16 | a
  }

  /// Of a run, by its sums: a is 1 + n·v, b is n + v·n(n + 1)/2.
  private static func adler(ofRunOf byte: UInt8, count: Int) -> UInt32 {
    let value = Int(byte), prime = 65_521
    let triangle =
      (count % 2 == 0 ? (count / 2 % prime) * ((count + 1) % prime) : (count % prime) * ((count + 1) / 2 % prime))
    let a = (1 + count % prime * value) % prime, b = (count % prime + triangle % prime * value) % prime
    return UInt32(b) << 16 | UInt32(a)
  }
}

/// Bits, the lowest of a byte first.
struct BitStream {
  private(set) var bytes: [UInt8] = []
  private var filled = 8

  mutating func append(_ value: UInt32, _ count: Int) {
    for bit in 0..<count { append(bit: value >> bit & 1) }
  }

  /// A Huffman code: its highest bit first.
  mutating func appendCode(_ value: UInt32, _ count: Int) {
    for bit in stride(from: count - 1, through: 0, by: -1) { append(bit: value >> bit & 1) }
  }

  private mutating func append(bit: UInt32) {
    if filled == 8 {
      bytes.append(0)
      filled = 0
    }
    bytes[bytes.count - 1] |= UInt8(bit) << filled
    filled += 1
  }
}

extension FixedWidthInteger {
  public var littleEndianBytes: [UInt8] { (0..<bitWidth / 8).map { UInt8(truncatingIfNeeded: self >> ($0 * 8)) } }
  public var bigEndianBytes: [UInt8] { littleEndianBytes.reversed() }
}
