internal import DocumentModel

/// The operators that lay a page's words over its picture without showing them.
struct TextLayer {
  /// The name of the font in the page's resources.
  static let fontName = "/SohoaText"

  /// Empty where the page has no words. `placement` maps pixels of the upright page to the PDF page.
  static func operators(
    for page: Page, _ pageLines: [Line], _ placement: AffineMap, font: inout GlyphlessFont
  ) -> String {
    let smallest = max(4, (page.dpi ?? 200) / 12)
    var lines = ""
    let m = placement
    let steps = Steps(level: page.inverseDeskew, points: (m.c * m.c + m.d * m.d).squareRoot())
    for line in pageLines { lines += Self.line(line, steps, smallest: smallest, &font) }
    if lines.isEmpty { return "" }
    let matrix = [m.a, m.b, m.c, m.d, m.e, m.f].map { decimal($0, 6) }.joined(separator: " ")
    // pdfminer keeps the spacing of the page's own text behind a `Q`.
    return "q \(matrix) cm\nBT\n3 Tr 0 Tc 0 Tw 0 Ts\n\(lines)ET\nQ\n"
  }

  /// Words of one line stand on one base and are equally high, so that they are marked as a line. Each is as wide as
  /// it is printed, and the space after it reaches to the next. On a page that is not level each word is shifted, not
  /// turned: poppler takes a slanting word for several.
  private static func line(
    _ line: Line, _ steps: Steps, smallest: Int, _ font: inout GlyphlessFont
  ) -> String {
    let words = line.words.filter { $0.box != nil && !$0.text.isEmpty }
    guard let (base, size) = baseAndSize(of: words.compactMap(\.box), smallest: smallest) else { return "" }
    var result = "\(fontName) \(size) Tf\n"
    for (index, word) in words.enumerated() {
      guard let box = word.box else { continue }
      let (glyphs, count) = font.encoded(word.text)
      if count == 0 { continue }
      let middle = steps.place(x: Double(box.x) + Double(box.width) / 2, y: Double(base), size: size)
      let place = "\(decimal(middle.x - Double(box.width) / 2, 1)) \(decimal(middle.y, 2))"
      result += "1 0 0 -1 \(place) Tm \(stretch(max(1, box.width), over: count, size)) Tz <\(glyphs)> Tj\n"
      // A space ends the line as well: on pages that lie on their side PDFium sees no other end.
      let next = index + 1 < words.count ? words[index + 1].box?.x : nil
      let gap = max(1, (next ?? box.right + size / 4) - box.right)
      result += "\(stretch(gap, over: 1, size)) Tz <\(font.encoded(" ").hexadecimal)> Tj\n"
    }
    return result
  }

  /// Where words stand on a page that is not level. pdfplumber takes letters for one line whose tops are at most 3 points
  /// apart, from top to top: words that sink evenly chain all lines of a page to one, and their letters are mixed.
  /// Tops that lie on steps further apart than that keep every word whole, less than 2 points from its place.
  private struct Steps {
    /// From the level page to the page as it was scanned, in pixels.
    let level: AffineMap
    /// Points of the PDF page to a pixel.
    let points: Double

    /// From one top to the next, in points.
    private static let height = 3.4

    init(level: AffineMap, points: Double) {
      self.level = level
      self.points = points
    }

    func place(x: Double, y: Double, size: Int) -> (x: Double, y: Double) {
      let place = level.applied(x: x, y: y)
      if level == .identity || points <= 0 { return place }
      let rise = Double(GlyphlessFont.ascent * size) / 1000, step = Self.height / points
      return (place.x, ((place.y - rise) / step).rounded() * step + rise)
    }
  }

  /// The height at which the letters of a line stand and their size, in pixels; nil without boxes. A word that was read
  /// together with a speck, a rule or a stamp is far too high: such words do not count, nor do the 15 % at
  /// either end of a longer line.
  private static func baseAndSize(of boxes: [PixelBox], smallest: Int) -> (base: Int, size: Int)? {
    let heights = boxes.map(\.height).sorted()
    guard !heights.isEmpty else { return nil }
    let usual = boxes.filter { $0.height * 10 <= heights[heights.count / 2] * 16 }
    let outer = usual.count * 15 / 100
    let top = usual.map(\.y).sorted()[outer], end = usual.map(\.bottom).sorted()[usual.count - 1 - outer]
    let size = max(end - top, smallest)
    let bottom = (top + end + size) / 2
    return (bottom + GlyphlessFont.descent * size / 1000, size)
  }

  /// The horizontal scaling, in percent, that makes `count` glyphs of a size `width` pixels wide.
  private static func stretch(_ width: Int, over count: Int, _ size: Int) -> String {
    decimal(Double(width) * 100_000 / Double(count * size * GlyphlessFont.advance), 2)
  }

  /// A number with at most so many decimals, and without an exponent, which PDF does not know.
  static func decimal(_ value: Double, _ digits: Int) -> String {
    var scale = 1.0
    for _ in 0..<digits { scale *= 10 }
    guard abs(value) < 1e9, let scaled = Int(exactly: (value * scale).rounded()) else { return "0" }
    let whole = abs(scaled) / Int(scale), part = abs(scaled) % Int(scale)
    if part == 0 { return (scaled < 0 ? "-" : "") + String(whole) }
    return (scaled < 0 ? "-" : "") + "\(whole).\(part.padded(to: digits).trimmedEnd { $0 == "0" })"
  }
}
