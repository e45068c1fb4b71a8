/// The segments of a JPEG that stand before its picture (ITU-T T.81, annex B), each with its marker.
struct JPEGSegments: Sequence, IteratorProtocol {
  /// Of a picture in several passes, each finer than the one before; its decoder holds the whole picture's coefficients.
  static let progressive: Set<UInt8> = [0xC2, 0xC6, 0xCA, 0xCE]

  private let bytes: [UInt8]
  private var position = 2

  /// No segments where the bytes are no JPEG.
  init(_ bytes: [UInt8]) { self.bytes = bytes.starts(with: [0xFF, 0xD8]) ? bytes : [] }

  mutating func next() -> (marker: UInt8, body: ArraySlice<UInt8>)? {
    guard position + 4 <= bytes.count, bytes[position] == 0xFF, bytes[position + 1] != 0xDA else { return nil }
    let end = position + 2 + Int(bytes[position + 2]) << 8 + Int(bytes[position + 3])
    guard end > position + 3, end <= bytes.count else { return nil }
    defer { position = end }
    return (bytes[position + 1], bytes[position + 4..<end])
  }
}
