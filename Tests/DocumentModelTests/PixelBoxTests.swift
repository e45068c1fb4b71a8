import DocumentModel
import SampleDocuments
import Testing

@Suite struct PixelBoxTests {
  private let box = PixelBox(x: 10, y: 20, width: 30, height: 40)

  @Test func knowsItsEdges() {
    #expect(box.right == 40 && box.bottom == 60)
    #expect(box.midX == 25 && box.midY == 40)
  }

  @Test(arguments: [
    (10, 20, true), (39, 59, true), (40, 59, false), (39, 60, false), (9, 20, false), (10, 19, false),
  ])
  func holdsItsTopLeftEdgeAndNotItsBottomRight(_ x: Int, _ y: Int, _ isInside: Bool) {
    #expect(box.contains(x: x, y: y) == isInside)
  }

  @Test(arguments: [(55, 5), (60, 0), (75, -15), (0, 0), (30, 30)])
  func overlapIsNegativeByTheGap(_ y: Int, _ overlap: Int) {
    #expect(box.verticalOverlap(with: PixelBox(x: 0, y: y, width: 5, height: y == 0 ? 20 : 30)) == overlap)
  }

  @Test func enclosingNoneIsNothing() {
    #expect(PixelBox.enclosing([]) == nil)
    #expect(PixelBox.enclosing([box]) == box)
  }

  @Test func unionHoldsBothAndIsSymmetric() {
    var generator = SeededGenerator(seed: 7)
    func box() -> PixelBox {
      PixelBox(
        x: .random(in: -50...50, using: &generator), y: .random(in: -50...50, using: &generator),
        width: .random(in: 1...60, using: &generator), height: .random(in: 1...60, using: &generator))
    }
    for _ in 0..<500 {
      let (a, b) = (box(), box())
      let both = a.union(b)
      #expect(both == b.union(a))
      #expect(both.union(a) == both && both.union(b) == both)
      #expect(a.horizontalOverlap(with: b) == b.horizontalOverlap(with: a))
      #expect(PixelBox.enclosing([a, b]) == both)
      for part in [a, b] { #expect(both.contains(x: part.x, y: part.y) && both.contains(x: part.right - 1, y: part.y)) }
    }
  }
}
