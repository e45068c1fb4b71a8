import DocumentModel
import Testing

@testable import Layout

/// Tables without rules: a line of print a line, its pieces at places (`x:words`) parted by bars.
@Suite struct ColumnTableTests {
  private static let plan = """
    0:STT|100:Nhiệm vụ|500:Chủ trì|700:Thời hạn
    10:1|100:Thành lập tổ|500:Văn phòng|700:20/8/2025
    100:giúp việc|500:Đảng ủy
    10:2|100:Số hóa hồ sơ|500:Công an|700:Quý IV/2025
    """

  @Test func cellsAreFoundByTheirColumns() throws {
    let (tables, rest) = try ColumnTables(dpi: 150, page: 1, words: words()).parted(rows(Self.plan))
    let table = try #require(tables.first)
    #expect(rest.isEmpty)
    #expect(
      (0..<table.rowCount).map { row in table.cells(startingIn: row).map(\.text) } == [
        ["STT", "Nhiệm vụ", "Chủ trì", "Thời hạn"], ["1", "Thành lập tổ giúp việc", "Văn phòng Đảng ủy", "20/8/2025"],
        ["2", "Số hóa hồ sơ", "Công an", "Quý IV/2025"],
      ])
  }

  /// Columns of a curled page lean: every line stands a little further left.
  @Test func columnsMayLean() throws {
    let leaning = rows(Self.plan).enumerated().map { index, row in row.moved(by: -index) }
    #expect(try ColumnTables(dpi: 150, page: 1, words: words()).parted(leaning).tables.first?.columnCount == 4)
  }

  /// Titles of groups run over the columns, with a number or without; the columns are those of the rows.
  @Test(arguments: [
    "10:I|100:Công tác tuyên truyền và vận động nhân dân", "100:Công tác tuyên truyền và vận động nhân dân",
    "0:Sơ kết, tổng kết",
  ])
  func aTitleMayRunOverColumns(title: String) throws {
    let text = """
      0:STT|100:Chủ trì|300:Nhiệm vụ|700:Thời hạn
      \(title)
      10:1|100:Văn phòng|300:Thành lập tổ giúp việc|700:20/8/2025
      100:Đảng ủy
      10:2|100:Công an xã|300:Số hóa hồ sơ lưu trữ|700:Quý IV/2025
      \(title)
      10:3|100:Hội Nông dân|300:Mở lớp tập huấn|700:Quý IV/2025
      """
    let table = try #require(try ColumnTables(dpi: 150, page: 1, words: words()).parted(rows(text)).tables.first)
    #expect(table.columnCount == 4)
    let texts = (0..<table.rowCount).map { table.cells(startingIn: $0).map(\.text) }
    #expect(texts.contains(["1", "Văn phòng Đảng ủy", "Thành lập tổ giúp việc", "20/8/2025"]))
    #expect(texts.contains(["3", "Hội Nông dân", "Mở lớp tập huấn", "Quý IV/2025"]))
    if title.hasPrefix("10:") { #expect(texts.contains(["I", "Công tác tuyên truyền và vận động nhân dân", "", ""])) }
  }

  @Test func aHeadingBelowIsNotOfTheTable() throws {
    let text = Self.plan + "\n60:IV- KINH PHÍ"
    let (tables, rest) = try ColumnTables(dpi: 150, page: 1, words: words()).parted(rows(text))
    #expect(tables.first?.rowCount == 3)
    #expect(rest.count == 1)
  }

  @Test(arguments: [
    // Running text, whose spaces stand anywhere.
    """
    0:Thực hiện Nghị quyết số 57-NQ/TW|300:của Bộ Chính trị về đột phá
    0:phát triển khoa học, công|240:nghệ, đổi mới sáng tạo và chuyển
    0:đổi số quốc gia|150:trên địa bàn tỉnh Nghệ An và các địa
    0:phương trong cả nước; Kế hoạch|270:hành động số 328-KH/TU
    """,
    // Short lines below a stretched one: its spaces part no columns, whatever numbers stand before the lines.
    """
    0:Đào|39:tạo,|87:Trường|153:Trung|210:học|249:phổ|288:thông
    0:A.|39:MỤC TIÊU
    0:1.|39:Tất cả học bạ
    0:2.|39:Số hóa sổ bộ
    0:B.|39:NỘI DUNG
    0:3.|39:Sao lưu sổ bộ
    """,
    // Recipients beside a signature: bullets are no labels of rows.
    """
    0:-|30:UBND tỉnh|500:TM. ỦY BAN
    0:-|30:Các phòng|520:CHỦ TỊCH
    0:-|30:Lưu: VT|540:Lê Hằng
    """,
  ])
  func isNoTable(text: String) throws {
    #expect(try ColumnTables(dpi: 150, page: 1, words: words()).parted(rows(text)).tables.isEmpty)
  }

  private func rows(_ text: String) -> [VisualRow] {
    text.split(separator: "\n").enumerated().map { index, row in
      VisualRow(segments: row.split(separator: "|").flatMap { piece($0, y: index * 30) })
    }
  }

  /// Words of 9 pixels a letter with spaces of 6: too narrow for a gutter at 150 dpi.
  private func piece(_ text: Substring, y: Int) -> [Segment] {
    let parts = text.split(separator: ":", maxSplits: 1)
    guard parts.count == 2, var x = Int(parts[0]) else { return [] }
    return parts[1].split(separator: " ").map { word in
      let box = PixelBox(x: x, y: y, width: word.count * 9, height: 20)
      x = box.right + 6
      return Segment(line: Line(words: [Word(text: String(word), spaceBefore: "", box: box)]), box: box)
    }
  }
}

extension VisualRow {
  fileprivate func moved(by distance: Int) -> VisualRow {
    VisualRow(
      segments: segments.map { segment in
        var moved = segment
        moved.box.x += distance
        for index in moved.line.words.indices { moved.line.words[index].box?.x += distance }
        return moved
      })
  }
}
