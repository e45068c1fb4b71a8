/// Walks over the chunks of a PNG.
struct PNGChunks {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Of the next chunk.
  private var offset = 8

  /// What the colour types of the standard have: grey, colour, grey and colour with transparency; a palette is not among
  /// them.
  private static let samples = [0: 1, 2: 3, 4: 2, 6: 4]
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What stands before the pixels; nil where rows cannot be had one by one.
  mutating func head() -> RowShape? {
    guard bytes.starts(with: Self.signature), let first = next(), first.kind == "IHDR", first.data.count == 13 else {
      return nil
    }
    let head = first.data.startIndex, bits = Int(bytes[head + 8])
    guard let samples = Self.samples[Int(bytes[head + 9])], bits == 8 || bits == 16, bytes[head + 12] == 0 else {
      return nil
    }
    var shape = RowShape(width: number(at: head), height: number(at: head + 4), samples: samples, bits: bits)
    while true {
      let before = offset
      guard let chunk = next() else { return nil }
      switch chunk.kind {
      case "IDAT":
        offset = before
        return shape
      // One colour that is seen through.
      case "tRNS": return nil
      case "pHYs" where chunk.data.count == 9 && bytes[chunk.data.startIndex + 8] == 1:
        shape.dpi = PageImage.square(
          x: Self.inches(number(at: chunk.data.startIndex)), y: Self.inches(number(at: chunk.data.startIndex + 4)))
      default: break
      }
    }
  }

  /// The next part of the packed pixels; nil where there is none.
  mutating func nextData() -> UnsafeBufferPointer<UInt8>? {
    while let chunk = next() {
      if chunk.kind == "IDAT", !chunk.data.isEmpty { return UnsafeBufferPointer(rebasing: bytes[chunk.data]) }
    }
    return nil
  }

  private mutating func next() -> (kind: String, data: Range<Int>)? {
    guard offset + 12 <= bytes.count else { return nil }
    let length = number(at: offset), start = offset + 8
    guard length <= bytes.count - start - 4 else { return nil }
    offset = start + length + 4
    return (String(decoding: bytes[start - 4..<start], as: UTF8.self), start..<start + length)
  }

  private func number(at place: Int) -> Int { bytes[place..<place + 4].reduce(0) { $0 << 8 | Int($1) } }

  /// Dots per inch for dots per metre.
  private static func inches(_ perMetre: Int) -> Int { Int((Double(perMetre) * 0.0254).rounded()) }
}
