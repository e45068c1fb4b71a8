/// The rows of a PNG whose pixels come in seven passes (Adam7 of ISO/IEC 15948). All passes are unpacked before the first row
/// is known, so only the brightest channel is kept: a byte a pixel.
struct PNGPasses: PixelRows, ~Copyable {
  let shape: RowShape
  private let pixels: UnsafeMutablePointer<UInt8>
  private var rows = 0

  /// The first pixel of each pass, and how far apart its pixels are.
  private static let passes: [(x: Int, y: Int, right: Int, down: Int)] = [
    (0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2),
  ]

  /// Nil for other kinds of PNG, and where the file is damaged.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    var chunks = PNGChunks(bytes)
    guard let head = chunks.head(), head.isInterlaced else { return nil }
    let file = head.shape
    guard let lines = PNGLines(chunks, longest: file.length, pixel: file.samples * file.bits / 8) else { return nil }
    let pixels = UnsafeMutablePointer<UInt8>.allocate(capacity: file.width * file.height)
    guard Self.unpack(lines, head, into: pixels) else {
      pixels.deallocate()
      return nil
    }
    self.pixels = pixels
    shape = RowShape(width: file.width, height: file.height, samples: 1, bits: 8, dpi: file.dpi)
  }

  deinit { pixels.deallocate() }

  mutating func next() -> UnsafePointer<UInt8>? {
    guard rows < shape.height else { return nil }
    rows += 1
    return UnsafePointer(pixels + (rows - 1) * shape.width)
  }

  private static func unpack(
    _ lines: consuming PNGLines, _ head: PNGHead, into pixels: UnsafeMutablePointer<UInt8>
  ) -> Bool {
    let file = head.shape
    for pass in passes where pass.x < file.width && pass.y < file.height {
      lines.startPass()
      let count = (file.width - pass.x + pass.right - 1) / pass.right
      for y in stride(from: pass.y, to: file.height, by: pass.down) {
        guard let line = lines.next(count * file.samples * file.bits / 8) else { return false }
        let row = pixels + y * file.width + pass.x
        for index in 0..<count { row[index * pass.right] = brightest(line, at: index, head) }
      }
    }
    return true
  }

  /// The brightest channel of a pixel, on white paper.
  private static func brightest(_ line: UnsafePointer<UInt8>, at index: Int, _ head: PNGHead) -> UInt8 {
    let file = head.shape, step = file.bits / 8
    let pixel = line + index * file.samples * step
    if head.hasPalette {
      let place = 3 * Int(pixel[0])
      return place + 2 < head.palette.count ? head.palette[place...place + 2].max() ?? 0 : 0
    }
    let brightest = (0..<file.colours).reduce(UInt8(0)) { max($0, pixel[$1 * step]) }
    let alpha = file.hasAlpha ? Int(pixel[(file.samples - 1) * step]) : 255
    return UInt8((Int(brightest) * alpha + 255 * (255 - alpha)) / 255)
  }
}
