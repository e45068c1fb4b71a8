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

extension JPEGSegments {
  /// Bytes that the decoder of a picture in passes holds beside what it gives: two for every coefficient of every channel.
  /// Nil for a picture in one pass, whose decoder holds a few rows.
  static func coefficients(of bytes: [UInt8]) -> Int? {
    guard let frame = JPEGSegments(bytes).first(where: { progressive.contains($0.marker) })?.body, frame.count >= 6
    else {
      return nil
    }
    let body = Array(frame), height = Int(body[1]) << 8 + Int(body[2]), width = Int(body[3]) << 8 + Int(body[4])
    // Of every channel its number, how often it is sampled across (four bits) and down (four bits), and its table.
    let samplings = (0..<Int(body[5])).map { 7 + 3 * $0 }.filter { $0 < body.count }.map { body[$0] }
    let across = samplings.map { Int($0 >> 4) }, down = samplings.map { Int($0 & 15) }
    let whole = Swift.max(1, (across.max() ?? 1) * (down.max() ?? 1))
    return zip(across, down).reduce(0) { $0 + 2 * width * height * $1.0 * $1.1 / whole }
  }
}
