import DocumentModel
import SampleDocuments
import Testing

/// Lists of papers, covers and closing sheets are read as what they are. All of them are made up.
@Suite struct AidTests {
  private func aid(_ text: String) throws -> Aid? { try Extraction().record(of: text).aid }

  private func page(_ lines: [String], _ rows: [[String]]) -> Page {
    let width = rows[0].count, first = lines.count + 1
    let cells = rows.joined().enumerated().map { index, text in
      let (row, column) = (index / width, index % width)
      let box = PixelBox(x: 100 + 200 * column, y: 300 + 40 * row, width: 150, height: 30)
      let words = text.split(separator: " ").map { Word(text: String($0), box: box, confidence: 0.9) }
      return TableCell(
        lines: text.isEmpty ? [] : [Line(words: words, page: 1, number: first + row)], row: row, column: column)
    }
    let table = Table(page: 1, rowCount: rows.count, columnCount: width, cells: cells)
    let heads = lines.enumerated().map { Block.line(Line(parsing: $1, number: $0 + 1)) }
    return Page(number: 1, origin: .scan, blocks: heads + [.table(table)])
  }

  private static let heading = [
    "STT", "Số, ký hiệu văn bản", "Ngày tháng văn bản", "Trích yếu nội dung văn bản", "Tác giả văn bản", "Tờ số",
    "Ghi chú",
  ]
  private static let rows = [
    ["1", "I2/QĐ-UBND", "05/01/2009", "Quyết định mở sổ theo dõi", "UBND xã Lũng Mới", "I", ""],
    ["2", "15/KH-UBND", "1O/02/2009", "Kế hoạch tuần tra rừng", "UBND xã Lũng Mới", "4", ""],
    ["3", "II/BC-UBND", "~#/03/2009", "Báo cáo quý", "UBND xã Lũng Mới", "7]", "bản sao"],
    ["4", "hự;/TB-UBND", "20/04/2009", "Thông báo lịch tiếp dân", "UBND xã Lũng Mới", "I2", ""],
    ["5", "33/TTr-UBND", "21/05/2009", "Tờ trình xin kinh phí", "UBND xã Lũng Mới", "15-18", ""],
    ["6", "34/TTr-UBND", "22/05/2009", "Tờ trình sửa trụ sở", "UBND xã Lũng Mới", "19", ""],
  ]

  @Test func aListWithMisreadFiguresAndCells() throws {
    let page = page(["MỤC LỤC VĂN BẢN", "Hồ sơ số: 07     Hộp số: 02"], [Self.heading] + Self.rows)
    let record = try #require(try Extraction().records(of: [page]).first)
    let aid = try #require(record.aid)
    #expect(aid.kind == .documentList && aid.dossier.code == "07" && aid.dossier.box == "02")
    #expect(aid.rows.map(\.number) == ["12", "15", "11", nil, "33", "34"])
    #expect(aid.rows.map(\.symbol) == ["QĐ-UBND", "KH-UBND", "BC-UBND", "TB-UBND", "TTr-UBND", "TTr-UBND"])
    #expect(
      aid.rows.map(\.date?.description) == ["2009-01-05", "2009-02-10", nil, "2009-04-20", "2009-05-21", "2009-05-22"])
    #expect(aid.rows[2].dateParts == DateParts(year: 2009, month: 3))
    #expect(aid.rows.map(\.sheet) == [nil, "4", "7", "12", "15-18", "19"])
    #expect(aid.rows.map(\.unread) == [["sheet"], [], ["date"], ["number"], [], []])
    #expect(aid.rows[2].note == "bản sao" && aid.rows[3].author == "UBND xã Lũng Mới")
    let repaired = try #require(aid.rows[0].evidence["number"]), read = try #require(aid.rows[1].evidence["number"])
    #expect(repaired.source == "inferred" && repaired.confidence <= 0.5)
    #expect(read.source == nil && read.provenance.box?.y == 380 && aid.rows[1].evidence["row"]?.provenance.page == 1)
    #expect(record.document.issuer == nil && record.findings.map(\.message.code) == ["paper-aid"])
  }
}
