/// The smallest TrueType font with a number of glyphs, each of them a box as wide as its advance. PDFium, the reader inside
/// Chrome and Edge, takes the size of a character from its outline: without one it drops every word of one letter, and
/// all words of a page that lies on its side. Text rendering mode 3 paints none of them.
///
/// Fields are named as in the OpenType specification.
struct TrueTypeFile {
  let glyphCount: Int

  /// A directory, then the tables in the order of their names.
  var bytes: [UInt8] {
    let tables = [
      ("cmap", characterMap), ("glyf", outlines), ("head", head(checksum: 0)), ("hhea", horizontalHeader),
      ("hmtx", horizontalMetrics), ("loca", locations), ("maxp", profile), ("name", names),
      ("post", postScript),
    ]
    // `head` holds in `checkSumAdjustment` what must be added to the sum of the whole file to make this constant.
    let missing = 0xB1B0_AFBA &- checksum(assembled(tables))
    return assembled(tables.map { $0.0 == "head" ? ("head", head(checksum: Int(missing))) : $0 })
  }

  private func assembled(_ tables: [(name: String, bytes: [UInt8])]) -> [UInt8] {
    let count = tables.count
    let power = (0..<16).last { 1 << $0 <= count } ?? 0
    let searchRange = 16 << power, entrySelector = power, rangeShift = 16 * count - searchRange
    var directory = longs([Self.version1]) + words([count, searchRange, entrySelector, rangeShift])
    var body: [UInt8] = []
    for table in tables {
      let offset = 12 + 16 * count + body.count
      // The checksum of `head` itself is taken with a `checkSumAdjustment` of 0.
      let summed = table.name == "head" ? head(checksum: 0) : table.bytes
      directory += Array(table.name.utf8) + longs([Int(checksum(summed)), offset, table.bytes.count])
      body += table.bytes + zeros((4 - table.bytes.count % 4) % 4)
    }
    return directory + body
  }

  /// The sum of the 32-bit numbers of some bytes, zeros added at the end.
  private func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum: UInt32 = 0
    for start in stride(from: 0, to: bytes.count, by: 4) {
      let word = (0..<4).reduce(UInt32(0)) { $0 << 8 | (start + $1 < bytes.count ? UInt32(bytes[start + $1]) : 0) }
      sum &+= word
    }
    return sum
  }

  /// The number 1.0 in 16.16 bits, the version of most tables.
  private static let version1 = 0x10000

  /// One subtable for Windows and Unicode that maps no character: the PDF names glyphs by number.
  private var characterMap: [UInt8] {
    let version = 0, subtables = 1, windows = 3, unicode = 1, offset = 12
    let format = 4, length = 24, language = 0, segmentsTwice = 2, searchRange = 2, entrySelector = 0, rangeShift = 0
    // The one segment that every subtable of this format ends with, from U+FFFF to U+FFFF.
    let end = 0xFFFF, reserved = 0, start = 0xFFFF, delta = 1, rangeOffset = 0
    return words([version, subtables, windows, unicode]) + longs([offset])
      + words([format, length, language, segmentsTwice, searchRange, entrySelector, rangeShift])
      + words([end, reserved, start, delta, rangeOffset])
  }

  /// A thousand units an em; no date, so that the same text gives the same file.
  private func head(checksum: Int) -> [UInt8] {
    let fontRevision = Self.version1, magicNumber = 0x5F0F_3CF5, flags = 0, unitsPerEm = 1000, datesLength = 16
    let box = [0, GlyphlessFont.descent, GlyphlessFont.advance, GlyphlessFont.ascent]
    let style = 0, smallestSize = 8, directionHint = 2, longOffsets = 1, glyphFormat = 0
    return longs([Self.version1, fontRevision, checksum, magicNumber]) + words([flags, unitsPerEm])
      + zeros(datesLength) + words(box + [style, smallestSize, directionHint, longOffsets, glyphFormat])
  }

  private var horizontalHeader: [UInt8] {
    let lineGap = 0, leftBearing = 0, rightBearing = 0, extent = GlyphlessFont.advance
    let caret = [1, 0, 0], reserved = [0, 0, 0, 0], dataFormat = 0, metricsCount = 1
    return longs([Self.version1])
      + words([GlyphlessFont.ascent, GlyphlessFont.descent, lineGap, GlyphlessFont.advance])
      + words([leftBearing, rightBearing, extent] + caret + reserved + [dataFormat, metricsCount])
  }

  /// The width and the left bearing of the first glyph; the others have its width, and a bearing each.
  private var horizontalMetrics: [UInt8] { words([GlyphlessFont.advance, 0]) + zeros(2 * (glyphCount - 1)) }

  /// One contour of four points, clockwise from the lower left, with steps of two bytes each; padded to whole longs.
  private var box: [UInt8] {
    let contours = 1, lastPoint = 3, instructions = 0
    let width = GlyphlessFont.advance, bottom = GlyphlessFont.descent, top = GlyphlessFont.ascent
    let onCurve: UInt8 = 1
    return words([contours, 0, bottom, width, top, lastPoint, instructions])
      + [onCurve, onCurve, onCurve, onCurve]
      + words([0, 0, width, 0] + [bottom, top - bottom, 0, bottom - top]) + zeros(2)
  }

  private var outlines: [UInt8] { [[UInt8]](repeating: box, count: glyphCount).flatMap { $0 } }

  /// Where each glyph begins, and where the last one ends.
  private var locations: [UInt8] { longs((0...glyphCount).map { $0 * box.count }) }

  /// Four points in one contour, no instructions: of the other limits only `maxZones` must not be 0.
  private var profile: [UInt8] {
    let points = 4, contours = 1, compositePoints = 0, compositeContours = 0, zones = 1
    return longs([Self.version1]) + words([glyphCount, points, contours, compositePoints, compositeContours, zones])
      + zeros(16)
  }

  /// A table without a name in it.
  private var names: [UInt8] {
    let format = 0, count = 0, stringOffset = 6
    return words([format, count, stringOffset])
  }

  /// Version 3: the glyphs have no names.
  private var postScript: [UInt8] {
    let version3 = 0x30000, italicAngle = 0, underlinePosition = -100, underlineThickness = 50
    return longs([version3, italicAngle]) + words([underlinePosition, underlineThickness]) + zeros(20)
  }

  private func words(_ numbers: [Int]) -> [UInt8] {
    numbers.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  private func longs(_ numbers: [Int]) -> [UInt8] { words(numbers.flatMap { [$0 >> 16, $0] }) }

  private func zeros(_ count: Int) -> [UInt8] { [UInt8](repeating: 0, count: max(0, count)) }
}
