import DocumentModel
import Imaging
import Recognition
import Testing

@testable import PageReading

/// Cells that a first reading leaves empty or in doubt.
@Suite struct CellReadingTests {
  /// Reads a figure wherever digits are asked for, and words in the second of two pictures it is given.
  private struct Script: PageRecogniser, ~Copyable {
    var figure = "7"
    var certainties: [Confidence] = []
    var given = 0

    mutating func allow(seconds: Double) {}
    mutating func begin(_ image: borrowing PageImage) { given += 1 }

    mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
      let box = region ?? PixelBox(x: 10, y: 5, width: 60, height: 20)
      if segmentation == .figures { return [Line(words: [Word(text: figure, spaceBefore: "", box: box)])] }
      let confidence = certainties.isEmpty ? 0 : certainties.removeFirst()
      return [Line(words: [Word(text: "Hạn xong \(given)", spaceBefore: "", box: box, confidence: confidence)])]
    }
  }

  /// Black where cells have their print.
  private func page() throws -> PageImage {
    var pixels = [UInt8](repeating: 255, count: 300 * 400)
    for row in stride(from: 20, to: 400, by: 40) {
      for line in row..<min(400, row + 16) { for column in 15..<35 { pixels[line * 300 + column] = 0 } }
    }
    return try PageImage.decode([UInt8]("P5 300 400 255\n".utf8) + pixels, frame: 0, dpi: 150, name: "cells").cleaned()
  }

  private func cell(_ text: String, row: Int, column: Int = 0, box: PixelBox, confidence: Confidence = 1) -> TableCell {
    let word = Word(text: text, spaceBefore: "", box: box, confidence: confidence)
    return TableCell(lines: text.isEmpty ? [] : [Line(words: [word])], row: row, column: column, box: box)
  }

  private func numbers(_ texts: [String]) -> [Table] {
    let cells = texts.enumerated().map { row, text in
      cell(text, row: row, box: PixelBox(x: 5, y: 10 + row * 40, width: 40, height: 38))
    }
    return [Table(page: 1, rowCount: texts.count, columnCount: 1, cells: cells)]
  }

  @Test(arguments: [
    (["TT", "1", "2", "", "4"], ["TT", "1", "2", "7", "4"]),
    (["TT", "1.", "!,", "3.", "4."], ["TT", "1.", "7", "3.", "4."]),
    (["Ký hiệu", "A", "", "B", "C"], ["Ký hiệu", "A", "", "B", "C"]),
  ])
  func figuresAreReadAgainInColumnsOfNumbers(read: [String], expected: [String]) throws {
    var tables = numbers(read), script = Script()
    try FigureCells(page: 1).read(&tables, on: try page(), with: &script)
    #expect(tables[0].cells.map(\.text) == expected)
  }

  @Test func whatIsNoFigureIsNotTaken() throws {
    var tables = numbers(["TT", "1", "2", "", "4"]), script = Script(figure: "B")
    try FigureCells(page: 1).read(&tables, on: try page(), with: &script)
    #expect(tables[0].cells[3].lines.isEmpty)
  }

  @Test(arguments: [([Confidence(0.2), 0.9], "Hạn xong 2"), ([0.3, 0.4], "~"), ([0.9, 0.2], "Hạn xong 1")])
  func standingWordsAreReadTurned(certainties: [Confidence], expected: String) throws {
    let box = PixelBox(x: 5, y: 10, width: 40, height: 200)
    var tables = [
      Table(page: 1, rowCount: 1, columnCount: 1, cells: [cell("~", row: 0, box: box, confidence: 0.3)])
    ]
    var script = Script(certainties: certainties)
    try StandingCells(page: 1).read(&tables, on: try page(), with: &script)
    #expect(tables[0].cells[0].text == expected)
    let place = try #require(tables[0].cells[0].lines.first?.box)
    #expect(place.x >= box.x && place.right <= box.right && place.y >= box.y && place.bottom <= box.bottom)
  }

  @Test func cellsThatWereReadWellAreLeftAlone() throws {
    let box = PixelBox(x: 5, y: 10, width: 40, height: 200)
    var tables = [
      Table(page: 1, rowCount: 1, columnCount: 1, cells: [cell("Năm", row: 0, box: box, confidence: 0.95)])
    ]
    var script = Script(certainties: [0.99, 0.99])
    try StandingCells(page: 1).read(&tables, on: try page(), with: &script)
    #expect(tables[0].cells[0].text == "Năm" && script.given == 0)
  }
}
