import DocumentModel
import Testing

@testable import Imaging

/// Sheets drawn at 150 dots per inch, with lines of letters, rules and streaks.
@Suite struct StreaksTests {
  struct Sheet {
    let width = 1240, height = 1754
    var pixels = [UInt8](repeating: 245, count: 1240 * 1754)

    mutating func fill(_ x: Int, _ y: Int, _ width: Int, _ height: Int, _ grey: UInt8) {
      for row in y..<y + height { for column in x..<x + width { pixels[row * self.width + column] = grey } }
    }

    /// Letters with a level bar in the middle, in lines 36 rows apart.
    mutating func write(_ columns: Range<Int>, lines: Range<Int>) {
      for line in lines {
        for x in stride(from: columns.lowerBound, to: columns.upperBound - 12, by: 14) {
          fill(x, 160 + line * 36, 3, 18, 20)
          fill(x, 168 + line * 36, 11, 3, 20)
        }
      }
    }

    /// Darkens columns as dust does, print and paper alike.
    mutating func streak(_ x: Int, _ wide: Int, _ share: Double, rows: Range<Int> = 0..<1754) {
      for row in rows {
        for column in x..<x + wide {
          pixels[row * width + column] = UInt8(Double(pixels[row * width + column]) * share)
        }
      }
    }

    /// Rules around cells of 36 rows, the lines of which stand in them.
    mutating func table(_ rules: [Int], from top: Int, rows: Int) {
      for x in rules { fill(x, top, 2, rows * 36, 30) }
      for row in 0...rows { fill(rules[0], top + row * 36, rules[rules.count - 1] - rules[0] + 2, 2, 30) }
    }

    func page() throws -> PageImage {
      try PageImage.decode([UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels, frame: 0, dpi: 150, name: "drawing")
    }
  }

  private func text() -> Sheet {
    var sheet = Sheet()
    sheet.write(120..<1120, lines: 0..<38)
    return sheet
  }

  @Test(arguments: [(1, 0.3), (2, 0.25), (2, 0.75), (3, 0.5), (4, 0.02)])
  func aStreakIsLiftedAndLettersStayWhole(wide: Int, share: Double) throws {
    var sheet = text()
    sheet.streak(502, wide, share)
    var page = try sheet.page()
    let found = try page.streaks()
    #expect(found.sure.map(\.columns) == [502..<502 + wide] && found.doubtful.isEmpty)
    try page.remove(found.sure)
    let clean = try page.cleaned()
    #expect(try clean.ruledLines().rules.vertical.isEmpty)
    // Between two lines is paper; the bar of the letter below the streak is whole.
    #expect(try clean.binarised().ink(in: PixelBox(x: 498, y: 182, width: 12, height: 10)) == 0)
    #expect(try clean.binarised().ink(in: PixelBox(x: 502, y: 168, width: wide, height: 3)) == 3 * wide)
  }

  @Test func aStreakBesidePrintIsOneAsWell() throws {
    var sheet = text()
    sheet.streak(1180, 2, 0.4)
    #expect(try sheet.page().streaks().sure.map(\.columns) == [1180..<1182])
  }

  @Test func aStreakIsFoundOnAPageThatWasTurned() throws {
    var sheet = text()
    sheet.streak(502, 2, 0.4)
    let page = try sheet.page().turned(by: 270)
    let found = try page.streaks()
    #expect(found.sure.map(\.columns) == [502..<504] && found.sure.allSatisfy(\.isLevel))
    #expect(try page.without(found.sure).streaks() == Streaks())
  }

  @Test func aDarkBorderHidesNoEnd() throws {
    var sheet = text()
    sheet.fill(0, 0, 1240, 38, 40)
    sheet.fill(0, 1720, 1240, 34, 40)
    sheet.streak(502, 2, 0.4)
    #expect(try sheet.page().streaks().sure.map(\.columns) == [502..<504])
  }

  @Test func theRulesOfALongTableStay() throws {
    var sheet = text()
    sheet.table([100, 400, 800, 1130], from: 150, rows: 39)
    #expect(try sheet.page().streaks() == Streaks())
    sheet.streak(600, 2, 0.5)
    #expect(try sheet.page().streaks().sure.map(\.columns) == [600..<602])
  }

  /// The picture was cut within a table: its rules run from edge to edge.
  @Test func rulesFromEdgeToEdgeStay() throws {
    var sheet = Sheet()
    for (left, right) in [(20, 380), (420, 780), (820, 1200)] { sheet.write(left..<right, lines: -4..<43) }
    sheet.table([0, 400, 800, 1230], from: 6, rows: 48)
    for x in [0, 400, 800, 1230] { sheet.fill(x, 0, 2, 1754, 30) }
    #expect(try sheet.page().streaks() == Streaks())
  }

  /// A line that parts two columns of text from edge to edge may be either: the reading decides.
  @Test func aLineThatKeepsOffLettersIsDoubtful() throws {
    var sheet = Sheet()
    sheet.write(120..<590, lines: 0..<38)
    sheet.write(650..<1120, lines: 0..<38)
    sheet.fill(616, 0, 2, 1754, 30)
    let found = try sheet.page().streaks()
    #expect(found.sure.isEmpty && found.doubtful.map(\.columns) == [616..<618])
  }

  @Test func anEmptySheetHasNone() throws { #expect(try Sheet().page().streaks() == Streaks()) }
}
