internal import DocumentModel
internal import PDFSyntax

/// A new page that shows a scan.
struct ScanPage {
  let scan: PageScan
  /// Points of the page to a pixel of the scan.
  private let points: Double

  init(_ scan: PageScan, dpi: Int) {
    self.scan = scan
    points = 72 / Double(max(dpi, 1))
  }

  /// The page as large as the image at its resolution; a blank one is A4.
  static func object(_ scan: PageScan?, dpi: Int, in document: PDFDocument) -> PDFObject {
    guard let scan else {
      return document.indirect(
        document.parsed("<< /Type /Page /MediaBox [0 0 595.276 841.89] /Resources << >> >>"))
    }
    return ScanPage(scan, dpi: dpi).object(in: document)
  }

  private func object(in document: PDFDocument) -> PDFObject {
    let images = document.parsed("<< >>")
    var content = "", bottom = scan.height
    for (index, strip) in scan.strips.enumerated() {
      bottom -= strip.rows
      document[images, "/Im\(index)"] = image(strip, in: document)
      content += """
        q \(decimal(scan.width)) 0 0 \(decimal(strip.rows)) 0 \(decimal(bottom)) cm /Im\(index) Do Q

        """
    }
    let page = document.dictionary(
      "<< /Type /Page /MediaBox [0 0 \(sides[0]) \(sides[1])] >>",
      [
        "/Resources": document.dictionary("<< >>", ["/XObject": images]),
        "/Contents": document.stream(Array(shown(content).utf8)),
      ])
    return document.indirect(page)
  }

  /// Width and height of the page in points.
  private var sides: [String] {
    let stored = [scan.width, scan.height]
    return (scan.orientation.swapsSides ? stored.reversed() : stored).map(decimal)
  }

  /// Content that draws the image as it is stored, made to draw it as it is meant to lie.
  private func shown(_ content: String) -> String {
    if scan.orientation == .upright { return content }
    let map = scan.orientation.map(width: Double(scan.width) * points, height: Double(scan.height) * points)
    let numbers = [map.a, map.b, map.c, map.d, map.e, map.f].map { TextLayer.decimal($0, 4) }
    return "q \(numbers.joined(separator: " ")) cm\n\(content)Q\n"
  }

  private func image(_ strip: ImageStrip, in document: PDFDocument) -> PDFObject {
    document.stream(
      strip.bytes,
      dictionary: """
        << /Type /XObject /Subtype /Image /Width \(scan.width) /Height \(strip.rows) \(strip.entries) >>
        """)
  }

  private func decimal(_ pixels: Int) -> String { TextLayer.decimal(Double(pixels) * points, 4) }
}
