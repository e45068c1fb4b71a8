import DocumentModel
import Foundation
import Testing

@Suite struct AffineMapTests {
  @Test func oneAfterTheOther() {
    let twice = AffineMap(2, 0, 0, 2, 0, 0), moved = AffineMap(1, 0, 0, 1, 10, 20)
    #expect(twice.then(moved).applied(x: 1, y: 1) == (12, 22))
    #expect(moved.then(twice).applied(x: 1, y: 1) == (22, 42))
    #expect(twice.applied(to: PixelBox(x: 1, y: 2, width: 3, height: 4)) == PixelBox(x: 2, y: 4, width: 6, height: 8))
  }

  /// Turned clockwise by the skew and back, a place is where it was.
  @Test(arguments: [-7.0, -0.5, 0, 0.1, 3, 7]) func theInverseOfDeskewingTurnsAboutTheCentre(skew: Double) {
    var page = Page(number: 1, origin: .scan, size: PixelSize(width: 200, height: 100), blocks: [])
    page.skew = skew
    let centre = page.inverseDeskew.applied(x: 100, y: 50)
    #expect(abs(centre.x - 100) < 1e-9 && abs(centre.y - 50) < 1e-9)
    let right = page.inverseDeskew.applied(x: 200, y: 50)
    // Levelled clockwise, the right end of a line stood higher before.
    #expect(skew == 0 || (right.y < 50) == (skew > 0))
    let (x, y) = (right.x - 100, right.y - 50)
    #expect(abs(x * x + y * y - 10000) < 1e-6)
  }

  /// As good as the mathematics of the system, far beyond the few degrees that scans slope.
  @Test(arguments: [0.01, 0.5, 7, 15, 30, 45]) func theSineOfTheSkewIsRight(skew: Double) {
    var page = Page(number: 1, origin: .scan, size: PixelSize(width: 0, height: 0), blocks: [])
    page.skew = skew
    let angle = skew * .pi / 180, map = page.inverseDeskew
    let most = skew <= 7 ? 1e-15 : 1e-8
    #expect(abs(map.c - sin(angle)) < most && abs(map.a - cos(angle)) < most)
  }

  @Test func whatIsTooFarAwayIsLeft() {
    let box = PixelBox(x: 1, y: 1, width: 1, height: 1)
    #expect(AffineMap(1e300, 0, 0, 1, 0, 0).applied(to: box) == box)
  }
}
