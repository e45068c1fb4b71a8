import DocumentModel
import SampleDocuments
import Testing

import Imaging
@testable import Layout

@Suite struct TableGridTests {
  private func horizontal(_ y: Int, from x: Int = 0, to right: Int = 1200) -> PixelBox {
    PixelBox(x: x, y: y - 1, width: right - x, height: 3)
  }
  private func vertical(_ x: Int, from y: Int = 0, to bottom: Int = 600) -> PixelBox {
    PixelBox(x: x - 1, y: y, width: 3, height: bottom - y)
  }
  private func tables(_ horizontal: [PixelBox], _ vertical: [PixelBox]) -> [Table] {
    TableGrid(dpi: 300).tables(from: PageRules(horizontal: horizontal, vertical: vertical), page: 1)
  }

  @Test func aPlainGridIsItsCells() throws {
    let found = tables([0, 300, 600].map { horizontal($0) }, [0, 400, 1200].map { vertical($0) })
    let table = try #require(found.first)
    #expect(found.count == 1 && table.rowCount == 2 && table.columnCount == 2 && table.cells.count == 4)
  }

  @Test func aMissingStrokeMergesCells() throws {
    let verticals = [vertical(0), vertical(400, from: 300), vertical(1200)]
    let table = try #require(tables([0, 300, 450, 600].map { horizontal($0) }, verticals).first)
    #expect(table.cell(row: 0, column: 0) == table.cell(row: 0, column: 1) && table.cells.count == 5)
  }

  @Test func aFrameOrAnUnderlineIsNoTable() {
    #expect(tables([0, 600].map { horizontal($0) }, [0, 1200].map { vertical($0) }).isEmpty)
    #expect(tables([horizontal(100)], []).isEmpty && tables([], []).isEmpty)
  }

  /// A scanner's streak runs from edge to edge of the page; the rules of a table that goes on overleaf all run on.
  @Test func aStreakThroughATableIsNoColumn() throws {
    let level = [500, 700, 900].map { horizontal($0) }, ends = [0, 400, 1200].map { vertical($0, from: 500, to: 900) }
    let table = try #require(tables(level, ends + [vertical(800, from: 0, to: 3000)]).first)
    #expect(table.rowCount == 2 && table.columnCount == 2 && table.box?.y == 499 && table.box?.bottom == 902)
    let cut = try #require(tables(level, ends + [vertical(800, from: 500, to: 1400)]).first)
    #expect(cut.columnCount == 3)
    let open = try #require(tables(level, [0, 400, 1200].map { vertical($0, from: 500, to: 1400) }).first)
    #expect(open.rowCount == 3 && open.columnCount == 2)
  }

  @Test func everyPlaceIsInOneCell() {
    var generator = SeededGenerator(seed: 17)
    for _ in 0..<200 {
      let rows = (0...4).flatMap { row in
        (0..<3).filter { _ in row % 4 == 0 || Bool.random(using: &generator) }
          .map { horizontal(row * 150, from: $0 * 400, to: $0 * 400 + 400) }
      }
      let columns = (0...3).flatMap { column in
        (0..<4).filter { _ in column % 3 == 0 || Bool.random(using: &generator) }
          .map { vertical(column * 400, from: $0 * 150, to: $0 * 150 + 150) }
      }
      for table in tables(rows, columns) {
        let places = table.cells.reduce(0) { $0 + $1.rowSpan * $1.columnSpan }
        #expect(places == table.rowCount * table.columnCount)
        for row in 0..<table.rowCount {
          for column in 0..<table.columnCount { #expect(table.cell(row: row, column: column) != nil) }
        }
      }
    }
  }
}
