import DocumentModel
import Testing

@testable import Layout

/// Ruled tables with rules around heading and foot alone, whose body is one place of the grid.
@Suite struct OpenRowsTests {
  private func cell(_ column: Int, _ lines: [String]) -> TableCell {
    TableCell(
      lines: lines.enumerated().filter { !$1.isEmpty }.map { index, text in
        Line(
          words: text.split(separator: " ").enumerated().map { place, word in
            Word(
              text: String(word), spaceBefore: place == 0 ? "" : " ",
              box: PixelBox(x: column * 400 + place * 90, y: 100 + index * 50, width: 80, height: 30))
          })
      }, row: 0, column: column)
  }

  private func rows(_ columns: [[String]]) -> [[String]] {
    let cells = columns.enumerated().map { cell($0, $1) }
    return (OpenRow(cells)?.rows ?? []).map { $0.map { $0.lines.map(\.text).joined(separator: " ") } }
  }

  @Test func eachLineOfFiguresIsARow() {
    #expect(
      rows([["Năm 2021", "Năm 2022", "Năm 2023"], ["12", "18", "21"], ["7,5", "8,1", "–"]])
        == [["Năm 2021", "12", "7,5"], ["Năm 2022", "18", "8,1"], ["Năm 2023", "21", "–"]])
  }

  /// A name in the first column may go on in a line without figures.
  @Test func aNameThatWrapsIsOneRow() {
    #expect(
      rows([["Hồ sơ", "đã số hóa", "Hồ sơ giấy", "Tổng"], ["12", "", "18", "30"], ["5", "", "6", "11"]])
        == [["Hồ sơ đã số hóa", "12", "5"], ["Hồ sơ giấy", "18", "6"], ["Tổng", "30", "11"]])
  }

  /// The cells of a task: its text wraps, so what stands on its lines is one row.
  @Test func aRowOfSentencesStaysOneRow() {
    #expect(rows([["1"], ["Số hóa hồ sơ", "của phòng", "và các đơn vị"], ["Văn phòng", "chủ trì"]]).isEmpty)
    // A line of words that stands beside no figure.
    #expect(
      rows([["Tên"], ["1", "2", "", "3"], ["4", "5", "", "6"], ["đã nộp", "đã nộp", "và chưa", "nộp"]]).isEmpty)
  }
}
