/// The rows of a PNG (ISO/IEC 15948), unpacked as they are asked for.
struct PNGRows: PixelRows, ~Copyable {
  let shape: RowShape
  private var lines: PNGLines
  private let length: Int
  private let palette: [UInt8]
  /// A row in the colours of the palette; nil where there is none.
  private let coloured: UnsafeMutablePointer<UInt8>?

  /// Nil where the file is of a kind whose rows cannot be had one by one, or is no PNG: in passes, with fewer than 8 bits. The
  /// bytes must outlive it.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var chunks = PNGChunks(bytes)
    guard let head = chunks.head(), !head.isInterlaced else { return nil }
    guard let lines = PNGLines(chunks, longest: head.shape.length, pixel: head.shape.samples * head.shape.bits / 8)
    else { return nil }
    self.lines = lines
    length = head.shape.length
    palette = head.palette
    var shape = head.shape
    if head.hasPalette { shape.samples = 3 }
    self.shape = shape
    coloured = head.hasPalette ? .allocate(capacity: shape.length) : nil
  }

  deinit { coloured?.deallocate() }

  mutating func next() -> UnsafePointer<UInt8>? {
    guard let line = lines.next(length) else { return nil }
    return coloured.map { colour(line, into: $0) } ?? line
  }

  /// A place that is not in the palette is black, as in other readers.
  private func colour(_ line: UnsafePointer<UInt8>, into row: UnsafeMutablePointer<UInt8>) -> UnsafePointer<UInt8> {
    for x in 0..<length {
      let place = 3 * Int(line[x]), isKnown = place + 2 < palette.count
      for part in 0..<3 { row[3 * x + part] = isKnown ? palette[place + part] : 0 }
    }
    return UnsafePointer(row)
  }
}
