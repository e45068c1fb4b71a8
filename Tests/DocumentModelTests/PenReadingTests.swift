import DocumentModel
import Foundation
import Testing

@Suite struct PenReadingTests {
  private static func page() -> Page {
    let word = Word(text: "Số:", box: PixelBox(x: 100, y: 200, width: 60, height: 40))
    let below = Word(text: "Về", box: PixelBox(x: 100, y: 300, width: 400, height: 40))
    let symbol = Word(text: "/KH", box: PixelBox(x: 300, y: 200, width: 90, height: 40))
    var page = Page(
      number: 1, origin: .scan, size: PixelSize(width: 1000, height: 1400), dpi: 100,
      blocks: [.line(Line(words: [word, symbol])), .line(Line(words: [below]))])
    page.penReadings = [
      PenReading(
        field: .number, box: PixelBox(x: 180, y: 190, width: 80, height: 60), values: [PenValue("12", confidence: 0.95)]
      )
    ]
    return page
  }

  @Test func isKeptWithItsPage() throws {
    let page = Self.page()
    #expect(try JSONDecoder().decode(Page.self, from: try JSONEncoder().encode(page)) == page)
  }

  @Test func aPageThatWasKeptBeforeHasNone() throws {
    let written = try JSONEncoder().encode(Self.page())
    var object = try #require(try JSONSerialization.jsonObject(with: written) as? [String: Any])
    object["penReadings"] = nil
    let page = try JSONDecoder().decode(Page.self, from: try JSONSerialization.data(withJSONObject: object))
    #expect(page.penReadings.isEmpty && page.lines == Self.page().lines)
  }

  @Test func growsWithItsPage() {
    let page = Self.page().scaled(by: 2, dpi: 200)
    #expect(page.penReadings.first?.box == PixelBox(x: 360, y: 380, width: 160, height: 120))
  }

  @Test func takesTheNumberOfTheLineThatItStandsIn() {
    var first = Page(number: 1, origin: .scan, blocks: [.line(Line(parsing: "trang trước", page: 1))])
    first.penReadings = []
    let pages = Transcript(of: [first, Self.page()]).pages
    #expect(pages[1].penReadings.first?.line == 3)
    #expect(Transcript(of: pages).pages[1].penReadings.first?.line == 3)
  }

  @Test func onlyASureFirstValueIsStated() {
    var reading = PenReading(field: .day, box: PixelBox(x: 0, y: 0, width: 9, height: 9), values: [])
    #expect(reading.sureValue == nil)
    reading.values = [PenValue("9", confidence: Confidence(PenReading.sure.value - 0.01))]
    #expect(reading.sureValue == nil)
    reading.values = [PenValue("9", confidence: PenReading.sure)]
    #expect(reading.sureValue?.text == "9")
  }
}
