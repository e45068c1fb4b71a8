import PDFSyntax
import DocumentModel
import SampleDocuments
import Testing

@testable import SearchablePDF

/// Words are looked for where they were read, by another program.
@Suite struct PlacementTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func grey(width: Int, height: Int) -> PageScan {
    let strip = ImageStrip(
      rows: height, bytes: [UInt8](repeating: 220, count: width * height),
      entries: "/ColorSpace /DeviceGray /BitsPerComponent 8")
    return PageScan(width: width, height: height, strips: [strip])
  }

  private func expect(_ page: Page, in path: String, _ comment: Comment) throws {
    let found = try FoundWord.all(in: path)
    let words = page.lines.flatMap(\.words)
    // In whatever order: that of a nearly empty tilted page is poppler's guess.
    #expect(found.map(\.text).sorted() == words.map(\.text).sorted(), comment)
    let points = 72 / Double(page.dpi ?? 1)
    for word in words {
      guard let found = found.first(where: { $0.text == word.text }) else { continue }
      guard let box = word.box.map({ page.inverseDeskew.applied(to: $0) }) else { continue }
      let overlap =
        min(found.right, Double(box.right) * points) - max(found.left, Double(box.x) * points)
      let whole = max(found.right, Double(box.right) * points) - min(found.left, Double(box.x) * points)
      #expect(overlap > 0.9 * whole, "\(found.text): \(comment)")
      let middle = (found.top + found.bottom) / 2
      #expect(abs(middle - (Double(box.y) + Double(box.height) / 2) * points) < 2, "\(found.text): \(comment)")
    }
  }

  /// An image that its file says is turned or mirrored is drawn so; its dark corner is looked for in the drawing.
  @Test(arguments: StoredOrientation.allCases) func anImageIsDrawnAsItsFileSays(orientation: StoredOrientation) throws {
    let width = 90, height = 60
    let pixels = (0..<width * height).map { UInt8($0 % width < 30 && $0 / width < 20 ? 0 : 255) }
    let strip = ImageStrip(rows: height, bytes: pixels, entries: "/ColorSpace /DeviceGray /BitsPerComponent 8")
    let scan = PageScan(width: width, height: height, strips: [strip], orientation: orientation)
    let pdf = try SearchablePDF.making([scan], pages: [], title: "x")
    let path = try folder.write(pdf.bytes, to: "\(orientation.rawValue).pdf")
    let drawn = try output(of: "pdftoppm", ["-gray", "-r", "200", path])
    let sides = orientation.swapsSides ? [height, width] : [width, height]
    #expect(drawn.starts(with: Array("P5\n\(sides[0]) \(sides[1])\n255\n".utf8)))
    let place = orientation.map(width: Double(width), height: Double(height)).applied(x: 15, y: Double(height) - 10)
    let pixel = (sides[1] - Int(place.y)) * sides[0] + Int(place.x)
    #expect(Array(drawn.suffix(width * height))[pixel] < 30)
  }

  @Test(arguments: [0, 90, 180, 270], [0, 1.7, -2.5])
  func wordsOfAnImageAreFoundWhereTheyAre(rotation: Int, skew: Double) throws {
    let page = Sheet.page(rotation: rotation, skew: skew)
    let isSideways = rotation % 180 != 0
    let scan = grey(width: isSideways ? 800 : 600, height: isSideways ? 600 : 800)
    let made = try SearchablePDF.making([scan], pages: [page], title: "Thử")
    try expect(page, in: folder.write(made.bytes, to: "a.pdf"), "turned \(rotation), skew \(skew)")
  }

  /// Pages that are shown turned, images that lie mirrored on them, boxes that begin elsewhere than at 0.
  @Test(
    arguments: [0, 90, 180, 270],
    ["600 0 0 800 20 30", "-600 0 0 -800 620 830", "0 800 -600 0 620 30"])
  func wordsOfAPageAreFoundWhereTheyAre(rotate: Int, matrix: String) throws {
    let document = try PDFDocument()
    let image = document.stream(
      [UInt8](repeating: 200, count: 4),
      dictionary: "<< /Subtype /Image /Width 2 /Height 2 /ColorSpace /DeviceGray /BitsPerComponent 8 >>")
    let object = document.dictionary(
      "<< /Type /Page /MediaBox [20 30 620 830] /Rotate \(rotate) >>",
      [
        "/Resources": document.dictionary("<< >>", ["/XObject": document.dictionary("<< >>", ["/I": image])]),
        // A state that is left open and scaled must not reach the words.
        "/Contents": document.stream(Array("q \(matrix) cm q /I Do".utf8)),
      ])
    try document.append(page: document.indirect(object))
    let path = try folder.write(try document.written(), to: "page.pdf")
    for isDrawn in [false, true] {
      let turned = rotate % 180 != 0
      var page = Sheet.page()
      page.isDrawn = isDrawn
      page.dpi = 72
      if isDrawn && turned { page.size = PixelSize(width: 800, height: 600) }
      let made = try SearchablePDF.copying(path, pages: [page], title: "Thử")
      let copy = try folder.write(made.bytes, to: "copy.pdf")
      let found = try FoundWord.all(in: copy)
      #expect(found.map(\.text) == page.lines.flatMap(\.words).map(\.text), "\(matrix) \(rotate) \(isDrawn)")
      if isDrawn || !matrix.hasPrefix("0") { try expect(page, in: copy, "\(matrix) \(rotate) \(isDrawn)") }
    }
  }

  @Test(arguments: [
    (AffineMap(1, 0, 0, -1, 0, 9), 0), (AffineMap(0, 1, 1, 0, 0, 0), 90), (AffineMap(-1, 0, 0, 1, 9, 0), 180),
    (AffineMap(0, -1, -1, 0, 9, 9), 270),
  ])
  func aPageIsTurnedSoThatDownIsDown(map: AffineMap, rotation: Int) {
    #expect(Placement.rotation(showing: map) == rotation)
  }
}
