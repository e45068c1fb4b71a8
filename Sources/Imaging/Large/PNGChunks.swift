/// What a PNG says before its pixels.
struct PNGHead {
  /// Of the pixels as they stand in the file.
  var shape: RowShape
  var hasPalette: Bool
  /// Whether its pixels come in seven passes, each finer than the one before.
  var isInterlaced: Bool
  /// Red, green and blue of each colour; empty where there is no palette.
  var palette: [UInt8] = []
}

/// Walks over the chunks of a PNG.
struct PNGChunks {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// Of the next chunk.
  private var offset = 8

  /// What a pixel of each colour type of the standard has in the file: grey, colour, a place in a palette, grey and colour with
  /// transparency.
  private static let samples = [0: 1, 2: 3, 3: 1, 4: 2, 6: 4]
  private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

  init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  /// What stands before the pixels; nil where rows cannot be had one by one.
  mutating func head() -> PNGHead? {
    guard bytes.starts(with: Self.signature), let first = next(), first.kind == "IHDR", first.data.count == 13 else {
      return nil
    }
    let head = first.data.startIndex, bits = Int(bytes[head + 8])
    guard let samples = Self.samples[Int(bytes[head + 9])], bits == 8 || bits == 16 else { return nil }
    let shape = RowShape(width: number(at: head), height: number(at: head + 4), samples: samples, bits: bits)
    return rest(of: PNGHead(shape: shape, hasPalette: bytes[head + 9] == 3, isInterlaced: bytes[head + 12] == 1))
  }

  private mutating func rest(of head: PNGHead) -> PNGHead? {
    var head = head
    while true {
      let before = offset
      guard let chunk = next() else { return nil }
      switch chunk.kind {
      case "IDAT":
        offset = before
        return head.hasPalette == head.palette.isEmpty ? nil : head
      case "PLTE" where head.hasPalette: head.palette = Array(bytes[chunk.data])
      // One colour that is seen through.
      case "tRNS": return nil
      case "pHYs" where chunk.data.count == 9 && bytes[chunk.data.startIndex + 8] == 1:
        head.shape.dpi = PageImage.square(
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
