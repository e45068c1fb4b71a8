import DocumentModel
import Grammar
import Imaging
import Layout
import Recognition
import SampleDocuments
import Testing

@testable import PageReading

/// Numbers of rows that the page's reading has not.
@Suite struct NumberColumnTests {
  /// Reads, from the top of the page downward, what it is told for each row; nothing for an empty text.
  private struct Script: PageRecogniser, ~Copyable {
    var rows: [String]
    let pitch: Int

    mutating func allow(seconds: Double) {}
    mutating func begin(_ image: borrowing PageImage) {}

    mutating func lines(in region: PixelBox?, as segmentation: Segmentation) throws(Failure) -> [Line] {
      guard let box = region, rows.indices.contains(box.midY / pitch), !rows[box.midY / pitch].isEmpty else {
        return []
      }
      return [Line(words: [Word(text: rows[box.midY / pitch], spaceBefore: "", box: box, confidence: 0.9)])]
    }
  }

  private let pitch = 80

  /// Figures of ink at the left, one a row; the work beside them is known already.
  private func found(_ rows: [String], atLeft left: Int = 20) throws -> [Line] {
    var pixels = [UInt8](repeating: 255, count: 400 * pitch * rows.count)
    for row in rows.indices {
      for line in row * pitch + 32..<row * pitch + 48 {
        for column in left..<left + 8 { pixels[line * 400 + column] = 0 }
      }
    }
    let header = [UInt8]("P5 400 \(pitch * rows.count) 255\n".utf8)
    let image = try PageImage.decode(header + pixels, frame: 0, dpi: 150, name: "numbers").cleaned()
    let known = rows.indices.map { row in
      Line(words: [Word(text: "Rà soát", box: PixelBox(x: 180, y: row * pitch + 30, width: 90, height: 20))])
    }
    var script = Script(rows: rows, pitch: pitch)
    let words = LayoutWords(try Phrases(.load(from: Repository.dictionaries)))
    return try NumberColumn(page: 1, words: words).lines(besides: known, on: image, with: &script)
  }

  @Test func aColumnThatWasNotReadIsReadRowByRow() throws {
    #expect(try found(["TT", "1", "2", "3"]).map(\.text) == ["TT", "1", "2", "3"])
    #expect(try found(["1", "1.1", "1.2", "2", "2.1"]).map(\.text) == ["1", "1.1", "1.2", "2", "2.1"])
    #expect(try found(["1", "2", "3"]).allSatisfy { !$0.words[0].isDoubtful })
  }

  @Test func whatCannotBeReadIsToldByItsNeighboursAndDoubtful() throws {
    let lines = try found(["1", "", "3", "4", ""])
    #expect(lines.map(\.text) == ["1", "2", "3", "4", "5"])
    #expect(lines.map { $0.words[0].isDoubtful } == [false, true, false, false, true])
  }

  @Test func aFigureBetweenItsNeighboursKeepsWhatWasRead() throws {
    let lines = try found(["1", "3", "3", "4"])
    #expect(lines.map(\.text) == ["1", "2", "3", "4"])
    #expect(lines[1].words[0].alternatives.map(\.text) == ["3"])
  }

  @Test(arguments: [["8", "5", "2"], ["x", "y", "z"], ["7", "", ""], ["A", "B", "C"]])
  func whatDoesNotCountIsNoColumn(_ rows: [String]) throws {
    #expect(try found(rows).isEmpty)
  }

  @Test func figuresAtTheRightAreNoNumbersOfRows() throws {
    #expect(try found(["1", "2", "3"], atLeft: 300).isEmpty)
  }
}
