import DocumentModel
import Testing

@testable import Imaging

@Suite struct UprightStrokesTests {
  /// Black bars of 30 rows on white, 20 columns apart, and a short one.
  private func page(bars: Int) throws -> PageImage {
    let width = 200, height = 60
    var pixels = [UInt8](repeating: 255, count: width * height)
    for bar in 0..<bars {
      for row in 15..<45 { for column in 0..<4 { pixels[row * width + 40 + 20 * bar + column] = 0 } }
    }
    for row in 40..<45 { for column in 0..<4 { pixels[row * width + 180 + column] = 0 } }
    return try PageImage.decode([UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels, frame: 0, dpi: 300, name: "bars")
  }

  @Test(arguments: [1, 2, 3, 5]) func countsLettersAndNoStops(bars: Int) throws {
    let box = PixelBox(x: 38, y: 14, width: 150, height: 32)
    #expect(try page(bars: bars).cleaned().uprightStrokes(in: box) == bars)
  }

  @Test func leavesOutWhatReachesInFromTheSide() throws {
    let box = PixelBox(x: 45, y: 14, width: 30, height: 32)
    #expect(try page(bars: 4).cleaned().uprightStrokes(in: box) == 1)
  }

  @Test func anEmptyBoxHasNone() throws {
    #expect(try page(bars: 1).cleaned().uprightStrokes(in: PixelBox(x: 100, y: 0, width: 0, height: 0)) == 0)
  }
}
