import DocumentModel
import Layout
import Testing

@testable import Imaging

/// Tables drawn with fills, dots and dashes, 150 dots per inch.
@Suite struct DrawnTableTests {
  private struct Drawing {
    let width = 900, height = 500
    var pixels = [UInt8](repeating: 245, count: 900 * 500)

    mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ grey: UInt8) {
      for row in y..<y + height { for column in x..<x + width { pixels[row * self.width + column] = grey } }
    }

    /// Upright strokes in a row, as letters are.
    mutating func write(_ x: Int, _ y: Int, strokes: Int, _ grey: UInt8) {
      for stroke in 0..<strokes { fill(x + stroke * 9, y, 3, 18, grey) }
    }

    /// A rule of marks from one place to another, level or upright.
    mutating func dots(_ x: Int, _ y: Int, _ length: Int, mark: Int, pitch: Int, isLevel: Bool) {
      for place in stride(from: 0, to: length - mark, by: pitch) {
        fill(x + (isLevel ? place : 0), y + (isLevel ? 0 : place), isLevel ? mark : 2, isLevel ? 2 : mark, 30)
      }
    }

    func page() throws -> PageImage {
      try PageImage.decode([UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels, frame: 0, dpi: 150, name: "drawing")
    }
  }

  private func fillWithLetters(_ fill: UInt8, letters: UInt8) -> Drawing {
    var drawing = Drawing()
    drawing.fill(100, 100, 700, 40, fill)
    for place in [130, 330, 560] { drawing.write(place, 111, strokes: 12, letters) }
    return drawing
  }

  @Test(arguments: [UInt8(10), 60, 110, 150]) func whiteLettersOnAFillBecomeBlack(fill: UInt8) throws {
    let page = try fillWithLetters(fill, letters: 250).page().cleaned()
    let inside = PixelBox(x: 110, y: 108, width: 680, height: 24)
    let share = try page.shareOfInk(within: inside)
    #expect(share > 0.02 && share < 0.3)
    // The edges of the fill part it from what is above and below.
    let level = try page.ruledLines().rules.horizontal.filter { $0.width > 600 }.map(\.midY)
    #expect(level.count == 2 && level.contains { abs($0 - 100) < 6 } && level.contains { abs($0 - 140) < 6 })
  }

  private func isTurned(_ drawing: Drawing) throws -> Bool {
    switch try drawing.page().withDarkCellsTurned() {
    case .some: true
    case nil: false
    }
  }

  @Test func blackLettersOnAStripeAndBarsWithoutLettersStay() throws {
    #expect(try !isTurned(fillWithLetters(190, letters: 10)))
    #expect(try !isTurned(fillWithLetters(20, letters: 20)))
    var text = Drawing()
    for row in 0..<12 { text.write(100, 60 + row * 26, strokes: 70, 20) }
    #expect(try !isTurned(text))
  }

  @Test(arguments: [(2, 5), (2, 8), (6, 12), (12, 20)])
  func rulesOfDotsAndDashesPartCells(mark: Int, pitch: Int) throws {
    var drawing = Drawing()
    drawing.fill(100, 100, 700, 2, 30)
    drawing.fill(100, 400, 702, 2, 30)
    drawing.fill(100, 100, 2, 300, 30)
    drawing.fill(800, 100, 2, 300, 30)
    for y in [200, 300] { drawing.dots(103, y, 698, mark: mark, pitch: pitch, isLevel: true) }
    for x in [300, 600] { drawing.dots(x, 103, 298, mark: mark, pitch: pitch, isLevel: false) }
    let rules = try drawing.page().cleaned().ruledLines().rules
    let table = try #require(TableGrid(dpi: 150).tables(from: rules, page: 1).first)
    #expect(table.rowCount == 3 && table.columnCount == 3 && table.cells.count == 9)
  }

  @Test func dotsToWriteOnAreNoRules() throws {
    var drawing = Drawing()
    for (y, start) in [(150, 240), (190, 180), (230, 300)] {
      drawing.write(100, y - 16, strokes: 6, 20)
      drawing.dots(start, y, 780 - start, mark: 2, pitch: 6, isLevel: true)
    }
    #expect(try drawing.page().cleaned().ruledLines().rules == PageRules(horizontal: [], vertical: []))
  }
}
