extension PageScan {
  /// A JPEG with its bytes as they stand; nil for one that PDF readers would show in another way: with inks (CMYK),
  /// arithmetic coding or more than 8 bits.
  static func jpeg(_ bytes: [UInt8]) -> PageScan? {
    guard let frame = JPEGFrame(bytes), let space = frame.colourSpace else { return nil }
    let strip = ImageStrip(
      rows: frame.height, bytes: bytes, entries: "/ColorSpace \(space) /BitsPerComponent 8 /Filter /DCTDecode")
    return PageScan(width: frame.width, height: frame.height, strips: [strip])
  }
}

/// The frame header of a JPEG (ITU-T T.81, B.2.2).
struct JPEGFrame {
  var width, height, components: Int

  /// As PDF names it; nil for inks.
  var colourSpace: String? { components == 1 ? "/DeviceGray" : components == 3 ? "/DeviceRGB" : nil }

  /// Nil where the file has no frame header, or one of a coding that PDF does not know.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: [0xFF, 0xD8]) else { return nil }
    var position = 2
    while position + 9 < bytes.count {
      guard bytes[position] == 0xFF else { return nil }
      let marker = bytes[position + 1]
      if marker == 0xFF {
        position += 1
        continue
      }
      // Baseline, extended and progressive.
      if (0xC0...0xC2).contains(marker) {
        guard bytes[position + 4] == 8 else { return nil }
        height = Int(bytes[position + 5]) << 8 | Int(bytes[position + 6])
        width = Int(bytes[position + 7]) << 8 | Int(bytes[position + 8])
        components = Int(bytes[position + 9])
        guard width > 0, height > 0 else { return nil }
        return
      }
      if marker == 0xDA || (0xC3...0xCF).contains(marker) && ![0xC4, 0xC8, 0xCC].contains(marker) { return nil }
      position += 2 + (Int(bytes[position + 2]) << 8 | Int(bytes[position + 3]))
    }
    return nil
  }
}
