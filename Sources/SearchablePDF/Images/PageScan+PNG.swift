internal import DocumentModel

extension PageScan {
  /// A PNG's compressed data as they are, since PDF knows its filters; nil for an interlaced or transparent image.
  static func png(_ bytes: [UInt8]) -> PageScan? {
    guard bytes.starts(with: [0x89, 0x50, 0x4E, 0x47]) else { return nil }
    var header: ArraySlice<UInt8>?
    var palette: ArraySlice<UInt8>?
    var data: [UInt8] = []
    var position = 8
    while position + 12 <= bytes.count {
      let length = number(bytes[position..<position + 4])
      guard length <= bytes.count - position - 12 else { return nil }
      let body = bytes[position + 8..<position + 8 + length]
      switch String(decoding: bytes[position + 4..<position + 8], as: UTF8.self) {
      case "IHDR": header = body
      case "PLTE": palette = body
      case "IDAT": data += body
      case "tRNS": return nil
      default: break
      }
      position += 12 + length
    }
    guard let header, header.count == 13, !data.isEmpty else { return nil }
    return png(Array(header), palette, data)
  }

  private static func png(_ header: [UInt8], _ palette: ArraySlice<UInt8>?, _ data: [UInt8]) -> PageScan? {
    let width = number(header[0..<4]), height = number(header[4..<8]), bits = Int(header[8])
    // Sixteen bits a sample are more than PDF/A-2's readers must show alike.
    guard width > 0, height > 0, bits <= 8, header[12] == 0, let space = colourSpace(header[9], palette) else {
      return nil
    }
    let entries = """
      /ColorSpace \(space.name) /BitsPerComponent \(bits) /Filter /FlateDecode
      /DecodeParms << /Predictor 15 /Colors \(space.components) /BitsPerComponent \(bits) /Columns \(width) >>
      """
    return PageScan(width: width, height: height, strips: [ImageStrip(rows: height, bytes: data, entries: entries)])
  }

  private static func colourSpace(_ kind: UInt8, _ palette: ArraySlice<UInt8>?) -> (name: String, components: Int)? {
    switch kind {
    case 0: return ("/DeviceGray", 1)
    case 2: return ("/DeviceRGB", 3)
    case 3:
      guard let palette, palette.count >= 3, palette.count % 3 == 0 else { return nil }
      let table = palette.map { $0.padded(to: 2, radix: 16) }.joined()
      return ("[/Indexed /DeviceRGB \(palette.count / 3 - 1) <\(table)>]", 1)
    default: return nil
    }
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> Int { bytes.reduce(0) { $0 << 8 | Int($1) } }
}
