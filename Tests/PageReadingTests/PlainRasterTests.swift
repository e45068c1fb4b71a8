import DocumentModel
import Grammar
import Layout
import Recognition
import SampleDocuments
import Testing

@testable import Imaging
@testable import PageReading

/// The picture as it was scanned has a vote on doubtful lines, but none on figures.
@Suite struct PlainRasterTests {
  private struct Fixed: PageRecogniser, ~Copyable {
    let text: String

    mutating func allow(seconds: Double) {}
    mutating func begin(_ image: borrowing PageImage) {}

    mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
      [PlainRasterTests.line(text, sure: 0.97)]
    }
  }

  fileprivate static func line(_ text: String, sure: Confidence) -> Line {
    Line(
      words: text.split(separator: " ").enumerated().map { index, word in
        Word(
          text: String(word), spaceBefore: index == 0 ? "" : " ",
          box: PixelBox(x: 400 + index * 90, y: 1800, width: 80, height: 40), confidence: sure)
      })
  }

  private func settled(_ text: String, sure: Confidence = 0.4, plain: String) throws -> String {
    let pixels = [UInt8](repeating: 245, count: 1240 * 1754)
    let raw = try PageImage.decode([UInt8]("P5 1240 1754 255\n".utf8) + pixels, frame: 0, dpi: 150, name: "page")
    let words = LayoutWords(Phrases(try .load(from: Repository.dictionaries)))
    let reader = PageReader(name: "page", settings: ReadingSettings(), layout: words) { _ in 1 }
    let size = try raw.grey().atReadingSize().size
    let page = Page(number: 1, origin: .scan, size: size, dpi: 300, blocks: [.line(Self.line(text, sure: sure))])
    var fixed = Fixed(text: plain)
    return try reader.settledByPlainRaster(page, raw, turn: 0, with: &fixed).lines.map(\.text).joined(separator: " ")
  }

  @Test(arguments: [
    ("triển khái nhiệm vụ", "triển khai nhiệm vụ", "triển khai nhiệm vụ"),
    // A pen's figures are coloured ink, which cleaning took on purpose.
    ("hoàn thành trước ngày", "hoàn thành trước ngày 15", "hoàn thành trước ngày"),
    ("gồm 20 hồ sơ", "gồm 26 hồ sơ", "gồm 20 hồ sơ"),
  ])
  func aDoubtfulLineIsSettled(_ read: String, _ plain: String, _ wanted: String) throws {
    #expect(try settled(read, plain: plain) == wanted)
  }

  @Test func aSureLineIsNotAskedAbout() throws {
    #expect(try settled("triển khai nhiệm vụ", sure: 0.95, plain: "triển khái nhiệm vụ") == "triển khai nhiệm vụ")
  }

  /// The line of a head's number is left to the reader of pens.
  @Test func theLineOfTheNumberIsNotAskedAbout() throws {
    let pens = PenPlaces(
      Page(number: 1, origin: .scan, size: PixelSize(width: 2480, height: 3508), dpi: 300, blocks: []))
    #expect(pens.hold(Self.line("Số: /KH-UBND", sure: 0.5)))
    #expect(!pens.hold(Self.line("triển khai nhiệm vụ", sure: 0.5)))
  }
}
