import DocumentModel
import SampleDocuments
import Testing

@testable import Imaging

/// What a picture is, before it is read: its polarity, its resolution, columns that words leave out.
@Suite struct PageLookTests {
  private func scan(dpi: Int? = nil) throws -> PageImage {
    let bytes = try Repository.bytes(of: "corpus/scans/dev05_hist_1991.png")
    return try PageImage.decode(bytes, frame: 0, dpi: dpi, name: "dev05")
  }

  /// A grey page of white paper with dark boxes.
  private func page(_ width: Int, _ height: Int, dpi: Int, boxes: [PixelBox]) throws -> PageImage {
    var pixels = [UInt8](repeating: 230, count: width * height)
    for box in boxes {
      for y in box.y..<box.bottom { for x in box.x..<box.right { pixels[y * width + x] = 20 } }
    }
    return try PageImage.decode(
      [UInt8]("P5 \(width) \(height) 255\n".utf8) + pixels, frame: 0, dpi: dpi, name: "made")
  }

  @Test func whiteOnBlackIsTurnedAbout() throws {
    #expect(try !scan().isNegative())
    let negative = try scan().inverted()
    #expect(try negative.isNegative())
    #expect(try !negative.looked().isNegative())
  }

  /// A dark photograph has no bright letters.
  @Test func darkIsNotNegative() throws {
    let dark = try page(800, 1000, dpi: 100, boxes: [PixelBox(x: 20, y: 20, width: 760, height: 900)])
    #expect(try !dark.isNegative())
  }

  @Test(arguments: [50, 72, 600, 1200]) func theResolutionFollowsThePrint(stated: Int) throws {
    let right = try scan().dpi
    let found = try scan(dpi: stated).looked().dpi
    #expect(max(found, right) * 10 <= min(found, right) * 13, "\(found), not \(right)")
  }

  @Test func whatMakesASheetIsBelieved() throws {
    for (width, height, dpi) in [(1654, 2339, 200), (2339, 3307, 200), (1700, 2200, 200), (1166, 1654, 200)] {
      #expect(PageLook.isSheet(PixelSize(width: width, height: height), at: dpi))
    }
    #expect(!PageLook.isSheet(PixelSize(width: 1654, height: 2339), at: 600))
    // Nothing to tell by: what was stated stays.
    #expect(try page(500, 500, dpi: 600, boxes: []).looked().dpi == 600)
    #expect(PageLook.resolution(of: PixelSize(width: 900, height: 600), stated: 300, letterHeight: 28) == nil)
  }

  @Test func aColumnThatWordsLeaveOutIsFound() throws {
    let figures = (0..<9).map { PixelBox(x: 200, y: 300 + $0 * 70, width: 18, height: 28) }
    let words = (0..<9).map { PixelBox(x: 400, y: 300 + $0 * 70, width: 18, height: 28) }
    let image = try page(1200, 1400, dpi: 300, boxes: figures + words)
    let found = try image.columnsOfPrint(outside: words)
    #expect(found == [PixelBox(x: 200, y: 300, width: 18, height: 588)])
    #expect(try image.columnsOfPrint(outside: words + figures).isEmpty)
  }

  /// Otsu's level on a page with hardly any print parts the grain of its paper, not ink from paper.
  @Test func grainIsManyParts() throws {
    var seed: UInt32 = 7
    let grain = (0..<600 * 600).map { _ -> UInt8 in
      seed = seed &* 1_664_525 &+ 1_013_904_223
      return seed >> 28 == 0 ? 215 : 240
    }
    let even = [UInt8](repeating: 240, count: 600 * 600)
    func page(_ pixels: [UInt8]) throws -> PageImage {
      try PageImage.decode([UInt8]("P5 600 600 255\n".utf8) + pixels, frame: 0, dpi: 150, name: "grain")
    }
    #expect(try page(grain).partsSeen() > 10_000)
    #expect(try page(even).partsSeen() < 10)
  }
}
