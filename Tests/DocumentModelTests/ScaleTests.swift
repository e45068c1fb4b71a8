import DocumentModel
import Testing

@Suite struct ScaleTests {
  @Test(arguments: [
    (PixelBox(x: 3, y: 5, width: 10, height: 7), 2.0, PixelBox(x: 6, y: 10, width: 20, height: 14)),
    (PixelBox(x: 3, y: 5, width: 10, height: 7), 0.5, PixelBox(x: 2, y: 3, width: 5, height: 3)),
    (PixelBox(x: -4, y: 0, width: 4, height: 0), 1.5, PixelBox(x: -6, y: 0, width: 6, height: 0)),
  ])
  func aBoxIsScaledByItsEdges(_ box: PixelBox, _ factor: Double, _ scaled: PixelBox) {
    #expect(box.scaled(by: factor) == scaled)
  }

  /// Edges that were one stay one: two boxes side by side never come to overlap.
  @Test(arguments: [0.31, 0.5, 0.667, 1.5, 2.17]) func neighboursStayNeighbours(_ factor: Double) {
    for x in 0..<50 {
      let left = PixelBox(x: x, y: 0, width: 13, height: 9), right = PixelBox(x: left.right, y: 0, width: 8, height: 9)
      #expect(left.scaled(by: factor).right == right.scaled(by: factor).x)
    }
  }

  @Test func aPageIsScaledWithItsTablesAndLines() throws {
    let box = PixelBox(x: 30, y: 60, width: 90, height: 15)
    let line = Line(
      words: [Word(text: "một", spaceBefore: "", box: box), Word(text: "hai", spaceBefore: " ")], page: 1)
    let cell = TableCell(lines: [line], row: 0, column: 0, box: box)
    let table = Table(page: 1, rowCount: 1, columnCount: 1, cells: [cell], box: box)
    let page = Page(
      number: 1, origin: .scan, size: PixelSize(width: 2481, height: 3507), dpi: 300, rotation: 90,
      blocks: [.line(line), .table(table)])
    let small = page.scaled(by: 2.0 / 3, dpi: 200)
    let there = PixelBox(x: 20, y: 40, width: 60, height: 10)
    #expect(small.size == PixelSize(width: 1654, height: 2338) && small.dpi == 200 && small.rotation == 90)
    #expect(small.lines.flatMap(\.words).compactMap(\.box) == [there, there])
    #expect(small.lines.flatMap(\.words).count { $0.box == nil } == 2)
    guard case .table(let scaled) = small.blocks[1] else { throw WrongBlock() }
    #expect(scaled.box == there && scaled.cells.map(\.box) == [there])
    #expect(page.scaled(by: 1, dpi: 300) == page)
  }

  private struct WrongBlock: Error {}
}
