import CTesseract
import Testing

@testable import Imaging

@Suite struct BrickTests {
  private static let sizes = [(1, 1), (2, 1), (1, 3), (7, 1), (1, 16), (25, 25), (33, 3), (100, 1), (5, 64)]

  /// Blots of every size, some of them at the edge, and single dots.
  private func blots() throws -> PageImage {
    let pix = try #require(pixCreate(211, 140, 1))
    var state: UInt32 = 11
    func random(_ most: Int) -> Int {
      state = state &* 1_664_525 &+ 1_013_904_223
      return Int(state >> 8) % most
    }
    for _ in 0..<90 {
      let x = random(211), y = random(140)
      pixRasterop(
        pix, Int32(x), Int32(y), Int32(1 + random(random(2) == 0 ? 4 : 130)),
        Int32(1 + random(random(2) == 0 ? 4 : 50)),
        random(3) == 0 ? PIX_CLR : PIX_SET, nil, 0, 0)
    }
    return PageImage(owning: pix, dpi: 300)
  }

  private func areSame(_ image: borrowing PageImage, _ other: UnsafeMutablePointer<Pix>?) -> Bool {
    var other = other, same: Int32 = 0
    defer { pixDestroy(&other) }
    pixEqual(image.pix, other, &same)
    return same == 1
  }

  @Test(arguments: sizes) func bricksLeaveWhatLeptonicasDo(_ across: Int, _ down: Int) throws {
    let image = try blots()
    let opened = pixOpenBrick(nil, image.pix, Int32(across), Int32(down))
    #expect(areSame(try image.opened(across: across, down: down), opened))
    let closed = pixCloseSafeBrick(nil, image.pix, Int32(across), Int32(down))
    #expect(areSame(try image.closed(across: across, down: down), closed))
  }
}
