/// Baseline JPEG files (ITU T.81) of blocks that are one shade each: no frequency but the mean is coded.
public enum JPEGBuilder {
  /// `shades` are of each component, a block of 8 by 8 pixels a value, row by row; `claimed` is the size that the header
  /// says, where that is not so; `density` is in dots per inch, 0 is written as it is; `isAdobe` adds the mark of Adobe's
  /// programs, whose four colours are inverted and not transformed.
  public static func file(
    blocksAcross: Int, shades: [[UInt8]], claimed: (width: Int, height: Int)? = nil, density: Int? = nil,
    isAdobe: Bool = false
  ) -> [UInt8] {
    let rows = (shades.first?.count ?? 0) / blocksAcross
    let width = claimed?.width ?? blocksAcross * 8, height = claimed?.height ?? rows * 8
    var bytes: [UInt8] = [0xFF, 0xD8]
    if let density {
      let dots = UInt16(density).bigEndianBytes
      bytes += segment(0xE0, Array("JFIF".utf8) + [0, 1, 1, 1] + dots + dots + [0, 0])
    }
    if isAdobe { bytes += segment(0xEE, Array("Adobe".utf8) + [0, 100, 0, 0, 0, 0, 0]) }
    // Quantisation by 8: one step of the mean of a block is one level of grey.
    bytes += segment(0xDB, [0] + [UInt8](repeating: 8, count: 64))
    let components: [UInt8] = shades.indices.flatMap { index -> [UInt8] in [UInt8(index + 1), 0x11, 0] }
    bytes += segment(
      0xC0, [8] + UInt16(height).bigEndianBytes + UInt16(width).bigEndianBytes + [UInt8(shades.count)] + components)
    // Differences of the mean: nine lengths with four bits each. The rest of a block: its end, one bit.
    bytes += segment(0xC4, [0x00, 0, 0, 0, 9] + [UInt8](repeating: 0, count: 12) + Array(0...8))
    bytes += segment(0xC4, [0x10, 1] + [UInt8](repeating: 0, count: 15) + [0])
    let scanned: [UInt8] = shades.indices.flatMap { index -> [UInt8] in [UInt8(index + 1), 0] }
    bytes += segment(0xDA, [UInt8(shades.count)] + scanned + [0, 63, 0])
    return bytes + scan(shades) + [0xFF, 0xD9]
  }

  private static func segment(_ marker: UInt8, _ data: [UInt8]) -> [UInt8] {
    [0xFF, marker] + UInt16(data.count + 2).bigEndianBytes + data
  }

  private static func scan(_ shades: [[UInt8]]) -> [UInt8] {
    var bits: [UInt8] = []
    var before = [Int](repeating: 0, count: shades.count)
    for block in shades.first?.indices ?? 0..<0 {
      for (component, values) in shades.enumerated() {
        let mean = Int(values[block]) - 128, difference = mean - before[component]
        before[component] = mean
        let length = Int.bitWidth - abs(difference).leadingZeroBitCount
        let digits = difference < 0 ? difference + (1 << length) - 1 : difference
        for bit in stride(from: 3, through: 0, by: -1) { bits.append(UInt8(length >> bit & 1)) }
        for bit in stride(from: length - 1, through: 0, by: -1) { bits.append(UInt8(digits >> bit & 1)) }
        bits.append(0)
      }
    }
    while bits.count % 8 != 0 { bits.append(1) }
    return stride(from: 0, to: bits.count, by: 8).flatMap { start -> [UInt8] in
      let byte = bits[start..<start + 8].reduce(UInt8(0)) { $0 << 1 | $1 }
      return byte == 0xFF ? [0xFF, 0] : [byte]
    }
  }
}
