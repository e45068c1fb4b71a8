internal import CTesseract

/// An image as `pdftoppm` prints it: the letters P6, width, height and 255, then three bytes a pixel, or P5 and one byte.
/// Leptonica reads these one sample at a time, which takes as long as recognising a tenth of the page.
struct PortablePixmap {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let width: Int, height: Int, start: Int
  /// Bytes of a pixel.
  private let samples: Int

  private static let digits = UInt8(ascii: "0")...UInt8(ascii: "9")

  /// Nil for a file of another kind, and where pixels are missing.
  init?(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard bytes.starts(with: "P6".utf8) || bytes.starts(with: "P5".utf8) else { return nil }
    let samples = bytes[1] == UInt8(ascii: "6") ? 3 : 1
    var numbers: [Int] = []
    var offset = 2
    while numbers.count < 3, offset < min(bytes.count, 64) {
      guard Self.digits.contains(bytes[offset]) else {
        // Poppler writes no comments.
        if bytes[offset] == UInt8(ascii: "#") { return nil }
        offset += 1
        continue
      }
      let digits = bytes[offset...].prefix { Self.digits.contains($0) }
      guard let number = Int(String(decoding: digits, as: UTF8.self)) else { return nil }
      numbers.append(number)
      offset += digits.count
    }
    guard numbers.count == 3, numbers[2] == 255, numbers[0] > 0, numbers[1] > 0, numbers[0] < 1 << 20,
      numbers[1] < 1 << 20, bytes.count >= offset + 1 + numbers[0] * numbers[1] * samples
    else { return nil }
    (width, height, start) = (numbers[0], numbers[1], offset + 1)
    self.samples = samples
    self.bytes = bytes
  }

  func pix() -> UnsafeMutablePointer<Pix>? {
    guard let pix = pixCreate(Int32(width), Int32(height), samples == 3 ? 32 : 8), let words = pixGetData(pix) else {
      return nil
    }
    let perLine = Int(pixGetWpl(pix))
    for y in 0..<height { samples == 3 ? fillColour(words + y * perLine, y) : fillGrey(words + y * perLine, y) }
    if samples == 3 { pixSetSpp(pix, 3) }
    return pix
  }

  private func fillColour(_ words: UnsafeMutablePointer<UInt32>, _ y: Int) {
    var source = start + y * width * 3
    for x in 0..<width {
      let (red, green, blue) = (bytes[source], bytes[source + 1], bytes[source + 2])
      words[x] = UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8
      source += 3
    }
  }

  private func fillGrey(_ words: UnsafeMutablePointer<UInt32>, _ y: Int) {
    let source = start + y * width
    for x in 0..<width { words[x / 4] |= UInt32(bytes[source + x]) << UInt32(24 - 8 * (x % 4)) }
  }
}
