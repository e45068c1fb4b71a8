import PDFSyntax
import DocumentModel
import SampleDocuments

@testable import SearchablePDF

/// A page of 600 × 800 points with a grey image `/I`, a font `/F` of letters 0.6 wide, a state `/None` that paints without
/// colour and a form `/Old` with text in mode 3.
enum DrawnPage {
  static let scan = "q 600 0 0 800 0 0 cm /I Do Q\n"

  static func bytes(_ content: String) throws -> [UInt8] {
    let document = try PDFDocument()
    let image = document.stream(
      [200, 210, 220, 230],
      dictionary: "<< /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>")
    let widths = [String](repeating: "600", count: 95).joined(separator: " ")
    let font = document.indirect(
      document.parsed(
        """
        << /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /FirstChar 32 /LastChar 126
        /Widths [\(widths)] >>
        """))
    let fonts = document.dictionary("<< >>", ["/F": font])
    let form = document.stream(
      Array("BT 3 Tr /F 20 Tf 50 700 Td (cu) Tj ET".utf8), dictionary: "<< /Subtype /Form /BBox [0 0 600 800] >>")
    document[form, "/Resources"] = document.dictionary("<< >>", ["/Font": fonts])
    let images = document.dictionary("<< >>", ["/I": image])
    if content.contains("/Old") { document[images, "/Old"] = form }
    let resources = document.dictionary("<< /ExtGState << /None << /ca 0 >> >> >>", ["/XObject": images])
    if content.contains("/F ") { document[resources, "/Font"] = fonts }
    let page = document.dictionary(
      "<< /Type /Page /MediaBox [0 0 600 800] >>",
      ["/Resources": resources, "/Contents": document.stream(Array(content.utf8))])
    try document.append(page: document.indirect(page))
    return try document.written()
  }

  /// The page as it is recognised, with words in its own points.
  static func page(_ words: [(text: String, x: Int, y: Int)], origin: Page.Origin = .scan) -> Page {
    var page = Page(
      number: 1, origin: origin, size: PixelSize(width: 600, height: 800), dpi: 72,
      blocks: words.map { word in
        let box = PixelBox(x: word.x, y: word.y, width: 12 * word.text.count, height: 20)
        return .line(Line(words: [Word(text: word.text, box: box)]))
      })
    page.isDrawn = true
    return page
  }
}
