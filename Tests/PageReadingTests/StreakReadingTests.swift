import DocumentModel
import Grammar
import Layout
import Recognition
import SampleDocuments
import Testing

@testable import Imaging
@testable import PageReading

/// A line that may be a streak or a rule goes where the page reads better without it, and only there.
@Suite struct StreakReadingTests {
  /// Reads one text while the line is on the page, another when it is gone.
  private struct Watcher: PageRecogniser, ~Copyable {
    let with: String, without: String
    var words: [Substring] = []

    mutating func allow(seconds: Double) {}

    mutating func begin(_ image: borrowing PageImage) {
      let place = PixelBox(x: 600 * image.dpi / 150, y: 100, width: 20 * image.dpi / 150, height: 200)
      let isThere = (try? image.shareOfInk(within: place)) ?? 0 > 0.05
      words = (isThere ? with : without).split(separator: " ")
    }

    mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
      let read = words.enumerated().map { index, word in
        Word(
          text: String(word), spaceBefore: index == 0 ? "" : " ",
          box: PixelBox(x: 100 + index * 90, y: 200, width: 80, height: 30), confidence: 0.98)
      }
      return [Line(words: read)]
    }
  }

  private func read(with: String, without: String) throws -> String {
    var pixels = [UInt8](repeating: 245, count: 1240 * 1754)
    for row in 0..<1754 { for column in 608..<610 { pixels[row * 1240 + column] = 30 } }
    let raw = try PageImage.decode([UInt8]("P5 1240 1754 255\n".utf8) + pixels, frame: 0, dpi: 150, name: "page")
    let words = LayoutWords(Phrases(try .load(from: Repository.dictionaries)))
    let reader = PageReader(name: "page", settings: ReadingSettings(), layout: words) { _ in 1 }
    let line = Streak(isLevel: false, columns: 608..<610, rows: 0..<1754)
    var watcher = Watcher(with: with, without: without)
    let page = try reader.recognise(1, raw, try raw.cleaned(), nil, doubtful: [line], with: &watcher)
    return page.lines.map(\.text).joined(separator: " ")
  }

  private static let text = Array(repeating: "hoạch", count: 20).joined(separator: " ")

  @Test func theLineStaysWhereThePageReadsNoBetterWithoutIt() throws {
    #expect(try read(with: Self.text + " khung", without: Self.text + " trần").hasSuffix("khung"))
    #expect(try read(with: Self.text + " khung", without: "một hai ba").hasSuffix("khung"))
  }

  @Test func theLineGoesWhereThePageReadsBetterWithoutIt() throws {
    #expect(try read(with: Self.text, without: Self.text + " " + Self.text + " trần").hasSuffix("trần"))
  }
}
