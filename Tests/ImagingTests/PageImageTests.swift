import DocumentModel
import Foundation
import Layout
import SampleDocuments
import Testing

@testable import Imaging
@testable import Recognition
@testable import Tesseract

@Suite struct PageImageTests {
  private func frame(_ number: Int) throws -> PageImage {
    let bytes = Array(try Repository.bytes(of: "corpus/scans/dev03_kh_tinh_landscape.tif"))
    return try PageImage.decode(bytes, frame: number, dpi: nil, name: "dev03")
  }

  @Test(arguments: [
    ("cannot-decode-image", [UInt8]("P5 10 10 255\n".utf8)),
    ("too-many-pixels", [UInt8]("P5 60000 60000 255\n".utf8)),
    ("too-few-pixels", [UInt8]("P5 500 3 255\n".utf8) + [UInt8](repeating: 255, count: 1500)),
    ("cannot-decode-image", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]),
    ("cannot-decode-image", [0xFF, 0xD8, 0xFF, 0xE0]),
    ("cannot-decode-image", [UInt8](repeating: 0x20, count: 64)),
  ])
  func refuses(code: String, bytes: [UInt8]) {
    let failure = #expect(throws: Failure.self) {
      _ = try PageImage.decode(bytes, frame: 0, dpi: nil, name: "x").size
    }
    #expect(failure?.message.code == code)
  }

  @Test func pixelsArePackedForAPDF() throws {
    let fax = try frame(0).compressed()
    #expect(fax.width == 1654 && fax.height == 2339 && fax.components == 1)
    if case .fax = fax.packing {} else { Issue.record("black and white is packed as fax") }
    #expect((1_000..<100_000).contains(fax.bytes.count))
    let grey = [UInt8]("P5 16 8 255\n".utf8) + [UInt8](repeating: 200, count: 128)
    let deflated = try PageImage.decode(grey, frame: 0, dpi: nil, name: "x").compressed()
    #expect(deflated.width == 16 && deflated.components == 1)
    if case .deflated = deflated.packing {} else { Issue.record("grey is deflated") }
  }

  @Test func readsAGreyImageAndItsResolution() throws {
    let bytes = [UInt8]("P5 16 8 255\n".utf8) + [UInt8](repeating: 200, count: 128)
    let image = try PageImage.decode(bytes, frame: 0, dpi: 150, name: "x")
    #expect(image.size == PixelSize(width: 16, height: 8))
    #expect(image.dpi == 150)
  }

  @Test(arguments: [0, 90, 180, 270]) func tellsHowAPageLies(turn: Int) throws {
    let orientation = try frame(0).cleaned().turned(by: turn).letters().orientation()
    #expect((orientation.turn + turn) % 360 == 0)
    #expect(orientation.certainty >= 1)
  }

  @Test func rulesAreNoLetters() throws {
    let page = try frame(2).cleaned()
    #expect(try page.ruledLines().rules.vertical.count > 3)
    #expect(try page.letters().ruledLines().rules.vertical.isEmpty)
  }

  @Test func findsTheRuledTableOfAPage() throws {
    let page = try frame(2).cleaned()
    let level = try page.rotated(by: page.skew())
    let tables = TableGrid(dpi: level.dpi).tables(from: try level.ruledLines().rules, page: 3)
    let table = try #require(tables.first)
    #expect(tables.count == 1)
    #expect(table.columnCount == 5)
    // A heading, two groups and eight tasks; group rows span four columns.
    #expect(table.rowCount == 11)
    #expect(table.cells.count { $0.columnSpan == 4 } == 2)
  }

  @Test func readsWordsInsideThePage() throws {
    let page = try frame(0).cleaned()
    let size = page.size
    let part = try page.cropped(to: PixelBox(x: 0, y: size.height / 10, width: size.width, height: size.height / 10))
    var engine = try TesseractEngine()
    engine.begin(part)
    let words = try engine.lines(in: nil, as: .block).flatMap(\.words)
    #expect(words.contains { $0.text.contains("KH-UBND") })
    #expect(words.contains { !$0.alternatives.isEmpty })
    #expect(words.allSatisfy { word in word.alternatives.allSatisfy { $0.text != word.text } })
    #expect(
      words.allSatisfy { word in word.box.map { $0.right <= size.width && $0.bottom <= size.height / 5 } ?? false })
  }
}
