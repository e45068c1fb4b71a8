/// The smallest TrueType font of so many glyphs, all of them empty.
struct TrueTypeFile {
  let glyphCount: Int

  /// After Apple's and Microsoft's OpenType specification: a directory, then the tables in the order of their names.
  var bytes: [UInt8] {
    let tables = [
      ("cmap", characterMap), ("glyf", [0, 0, 0, 0]), ("head", head(checksum: 0)), ("hhea", horizontalHeader),
      ("hmtx", words([GlyphlessFont.advance, 0]) + zeros(2 * (glyphCount - 1))), ("loca", zeros(2 * (glyphCount + 1))),
      ("maxp", profile), ("name", words([0, 0, 6])), ("post", longs([0x30000, 0]) + words([-100, 50]) + zeros(20)),
    ]
    let file = assembled(tables)
    // `head` carries what the sum of the whole file lacks to this constant.
    let missing = 0xB1B0_AFBA &- checksum(file)
    return assembled(tables.map { $0.0 == "head" ? ("head", head(checksum: Int(missing))) : $0 })
  }

  private func assembled(_ tables: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let count = tables.count
    let power = (0..<16).last { 1 << $0 <= count } ?? 0
    var directory = longs([0x10000]) + words([count, 16 << power, power, 16 * count - (16 << power)])
    var body: [UInt8] = []
    for table in tables {
      let offset = 12 + 16 * count + body.count
      // Of itself `head` counts as if it carried no sum.
      let summed = table.name == "head" ? head(checksum: 0) : table.bytes
      directory += Array(table.name.utf8) + longs([Int(checksum(summed)), offset, table.bytes.count])
      body += table.bytes + zeros((4 - table.bytes.count % 4) % 4)
    }
    return directory + body
  }

  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let word = (0..<4).reduce(UInt32(0)) { $0 << 8 | (start + $1 < bytes.count ? UInt32(bytes[start + $1]) : 0) }
      sum &+= word
    }
    return sum
  }

  /// One subtable for Windows and Unicode that maps no character: the PDF names glyphs by number.
  private var characterMap: [UInt8] {
    words([0, 1, 3, 1]) + longs([12]) + words([4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0])
  }

  /// A thousand units an em; no date, so that the same text gives the same file.
  private func head(checksum: Int) -> [UInt8] {
    longs([0x10000, 0x10000, checksum, 0x5F0F_3CF5]) + words([0, 1000]) + zeros(16)
      + words([0, GlyphlessFont.descent, GlyphlessFont.advance, GlyphlessFont.ascent, 0, 8, 2, 0, 0])
  }

  private var horizontalHeader: [UInt8] {
    longs([0x10000]) + words([GlyphlessFont.ascent, GlyphlessFont.descent, 0, GlyphlessFont.advance])
      + words([0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 1])
  }

  private var profile: [UInt8] {
    longs([0x10000]) + words([glyphCount, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0])
  }

  private func words(_ numbers: [Int]) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  private func longs(_ numbers: [Int]) -> [UInt8] { words(numbers.flatMap { [$0 >> 16, $0] }) }

  private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: max(0, count)) }
}
