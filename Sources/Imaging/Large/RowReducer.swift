internal import CTesseract

/// Makes a smaller picture of rows: each of its pixels is the mean of a square of theirs.
struct RowReducer: ~Copyable {
  private let shape: RowShape
  private let factor: Int
  /// Colours of the smaller picture, 1 or 3.
  private let colours: Int
  private let size: (width: Int, height: Int)
  /// A row with 8 bits a sample and no transparency.
  private var plain: [UInt8]
  /// Of the pixels under way.
  private var sums: [UInt32]
  private var rows = 0

  init(_ shape: RowShape, _ reduction: Reduction) {
    self.shape = shape
    factor = reduction.factor
    colours = reduction.isGrey ? 1 : shape.colours
    size = (shape.width / factor, shape.height / factor)
    plain = [UInt8](repeating: 0, count: shape.width * colours)
    sums = [UInt32](repeating: 0, count: size.width * colours)
  }

  /// Nil where a row cannot be had, or there is no memory.
  mutating func reduced(_ picture: inout some PixelRows & ~Copyable) -> UnsafeMutablePointer<Pix>? {
    guard size.width > 0, size.height > 0,
      let pix = pixCreate(Int32(size.width), Int32(size.height), colours == 1 ? 8 : 32), let words = pixGetData(pix)
    else { return nil }
    let perLine = Int(pixGetWpl(pix))
    for line in 0..<size.height {
      for _ in 0..<factor {
        guard let row = picture.next() else {
          var unfinished: UnsafeMutablePointer<Pix>? = pix
          pixDestroy(&unfinished)
          return nil
        }
        add(row)
      }
      write(to: words + line * perLine)
    }
    if colours == 3 { pixSetSpp(pix, 3) }
    return pix
  }

  private mutating func add(_ row: UnsafePointer<UInt8>) {
    flatten(row)
    let width = size.width, factor = factor, colours = colours
    plain.withUnsafeBufferPointer { plain in
      sums.withUnsafeMutableBufferPointer { sums in
        var source = 0
        for x in 0..<width {
          for _ in 0..<factor {
            for colour in 0..<colours { sums[x * colours + colour] &+= UInt32(plain[source + colour]) }
            source += colours
          }
        }
      }
    }
  }

  /// The row with 8 bits a sample, on white paper, and in grey where that is wanted.
  private mutating func flatten(_ row: UnsafePointer<UInt8>) {
    let shape = shape, colours = colours
    let step = shape.bits / 8, pixel = shape.samples * step
    plain.withUnsafeMutableBufferPointer { plain in
      for x in 0..<shape.width {
        let start = row + x * pixel + shape.highByte
        let alpha = shape.hasAlpha ? Int(start[(shape.samples - 1) * step]) : 255
        var brightest: UInt8 = 0
        for colour in 0..<shape.colours {
          var value = start[colour * step]
          if shape.isInverted { value = 255 - value }
          if alpha < 255 { value = UInt8((Int(value) * alpha + 255 * (255 - alpha)) / 255) }
          if colours == 3 { plain[x * 3 + colour] = value } else { brightest = max(brightest, value) }
        }
        if colours == 1 { plain[x] = brightest }
      }
    }
  }

  /// Writes a line as Leptonica has it: the first pixel in the highest bits of a word.
  private mutating func write(to words: UnsafeMutablePointer<UInt32>) {
    for x in 0..<size.width {
      if colours == 1 {
        words[x / 4] |= mean(x) << UInt32(24 - 8 * (x % 4))
      } else {
        words[x] = mean(3 * x) << 24 | mean(3 * x + 1) << 16 | mean(3 * x + 2) << 8
      }
    }
    for index in sums.indices { sums[index] = 0 }
  }

  private func mean(_ index: Int) -> UInt32 {
    let square = UInt32(factor * factor)
    return (sums[index] + square / 2) / square
  }
}
