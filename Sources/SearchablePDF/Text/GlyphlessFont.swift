internal import PDFSyntax
internal import DocumentModel

/// A font whose glyphs are all the same box: laid down in text rendering mode 3, which paints nothing, it makes words that
/// can be found and marked but not seen.
///
/// One glyph a character that occurs, numbered in the order of their first use; glyph 0 stays unused, as PDF/A wants.
struct GlyphlessFont {
  /// Widths are in thousandths of the font's size.
  static let advance = 500, ascent = 800, descent = -200

  private(set) var characters: [Unicode.Scalar] = []
  private var glyphs: [Unicode.Scalar: Int] = [:]

  /// The glyphs of a text, four hexadecimal digits each, and how many they are. The font has 65 534 glyphs; a character
  /// beyond them is left out.
  mutating func encoded(_ text: String) -> (hexadecimal: String, count: Int) {
    var result = "", count = 0
    for scalar in text.unicodeScalars where !isControl(scalar) {
      guard let glyph = glyph(of: scalar) else { continue }
      result += hexadecimal(glyph)
      count += 1
    }
    return (result, count)
  }

  private func isControl(_ scalar: Unicode.Scalar) -> Bool {
    scalar.value < 0x20 || (0x7F..<0xA0).contains(scalar.value) || scalar.value & 0xFFFE == 0xFFFE
      || scalar.value == 0xFEFF
  }

  private mutating func glyph(of scalar: Unicode.Scalar) -> Int? {
    if let known = glyphs[scalar] { return known }
    guard characters.count < 0xFFFE else { return nil }
    characters.append(scalar)
    glyphs[scalar] = characters.count
    return characters.count
  }

  /// The map from glyphs to Unicode, a CMap in blocks of a hundred at most.
  var toUnicode: [UInt8] {
    var text = """
      /CIDInit /ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
      /CMapName /Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000> <FFFF>
      endcodespacerange

      """
    for start in stride(from: 0, to: characters.count, by: 100) {
      let block = characters[start..<min(start + 100, characters.count)]
      text += "\(block.count) beginbfchar\n"
      for (offset, scalar) in block.enumerated() {
        let units = String(scalar).utf16.map { hexadecimal(Int($0)) }.joined()
        text += "<\(hexadecimal(start + offset + 1))> <\(units)>\n"
      }
      text += "endbfchar\n"
    }
    text += "endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
    return Array(text.utf8)
  }

  private func hexadecimal(_ number: Int) -> String { number.padded(to: 4, radix: 16) }
}

extension PDFDocument {
  /// Puts the font's parts into a font object that pages already refer to.
  func complete(_ font: PDFObject, from glyphless: GlyphlessFont) {
    let descriptor = dictionary(
      """
      << /Type /FontDescriptor /FontName /SohoaGlyphless /Flags 5 /ItalicAngle 0 /StemV 80 /CapHeight 700
      /FontBBox [0 \(GlyphlessFont.descent) \(GlyphlessFont.advance) \(GlyphlessFont.ascent)]
      /Ascent \(GlyphlessFont.ascent) /Descent \(GlyphlessFont.descent) >>
      """, ["/FontFile2": stream(TrueTypeFile(glyphCount: glyphless.characters.count + 1).bytes)])
    let descendant = dictionary(
      """
      << /Type /Font /Subtype /CIDFontType2 /BaseFont /SohoaGlyphless /CIDToGIDMap /Identity
      /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW \(GlyphlessFont.advance) >>
      """, ["/FontDescriptor": indirect(descriptor)])
    self[font, "/DescendantFonts"] = array([indirect(descendant)])
    self[font, "/ToUnicode"] = stream(glyphless.toUnicode)
  }

  func emptyFont() -> PDFObject {
    indirect(parsed("<< /Type /Font /Subtype /Type0 /BaseFont /SohoaGlyphless /Encoding /Identity-H >>"))
  }
}
