/// PNG files (ISO/IEC 15948), right ones and wrong ones.
public struct PNGBuilder {
  /// Kinds of pixels, as the format counts them.
  public enum Colour: UInt8, Sendable { case grey = 0, rgb = 2, palette = 3, greyAlpha = 4, rgba = 6 }

  private var chunks: [UInt8] = []

  /// The header is all that says how large a picture is.
  public init(width: Int, height: Int, depth: UInt8 = 8, colour: Colour = .grey) {
    chunks = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    add(
      "IHDR",
      UInt32(width).bigEndianBytes + UInt32(height).bigEndianBytes + [depth, colour.rawValue, 0, 0, 0])
  }

  public mutating func add(_ type: String, _ data: [UInt8]) {
    let body = Array(type.utf8) + data
    chunks += UInt32(data.count).bigEndianBytes + body + Self.crc(of: body).bigEndianBytes
  }

  /// Dots per inch.
  public mutating func setResolution(_ x: Int, _ y: Int) {
    func perMetre(_ dpi: Int) -> UInt32 { UInt32((Double(dpi) / 0.0254).rounded()) }
    add("pHYs", perMetre(x).bigEndianBytes + perMetre(y).bigEndianBytes + [1])
  }

  /// Rows of samples; each is given its filter byte.
  public mutating func setRows(_ rows: [[UInt8]]) { add("IDAT", Deflate.stored(rows.flatMap { [0] + $0 })) }

  public func file() -> [UInt8] {
    var copy = self
    copy.add("IEND", [])
    return copy.chunks
  }

  private static let table: [UInt32] = (0..<256).map { index in
    (0..<8).reduce(UInt32(index)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ value >> 1 : value >> 1 }
  }

  private static func crc(of bytes: [UInt8]) -> UInt32 {
    ~bytes.reduce(~UInt32(0)) { table[Int(($0 ^ UInt32($1)) & 0xFF)] ^ $0 >> 8 }
  }
}
