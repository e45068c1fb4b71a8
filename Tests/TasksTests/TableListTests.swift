import DocumentModel
import SampleDocuments
import Testing

/// Every table is in the record, with what it was taken for and why.
@Suite struct TableListTests {
  struct Case: CustomTestStringConvertible {
    var kind: TableRecord.Kind
    var rows: [[String]]
    var testDescription: String { kind.rawValue }
  }

  @Test(arguments: [
    Case(
      kind: .task,
      rows: [
        ["TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Thời gian"], ["1", "Rà soát thủ tục", "Công an xã", "6/2025"],
      ]),
    Case(
      kind: .money,
      rows: [["STT", "Nội dung", "Số lượng", "Thành tiền"], ["1", "Máy quét", "02", "30.000.000"]]),
    Case(
      kind: .money, rows: [["STT", "Hạng mục", "Mức chi"], ["1", "Máy quét", "3.000.000"], ["2", "Giấy", "250.000"]]),
    Case(kind: .list, rows: [["STT", "Họ và tên", "Ngày sinh"], ["1", "Lò Văn Thuận", "1980"]]),
    Case(kind: .other, rows: [["Xanh", "Đỏ"], ["Cao", "Thấp"]]),
  ])
  func kinds(_ sample: Case) throws {
    let width = sample.rows[0].count
    let cells = sample.rows.joined().enumerated().map { index, text in
      TableCell(lines: [Line(parsing: text, number: index / width + 2)], row: index / width, column: index % width)
    }
    let table = Table(page: 1, rowCount: sample.rows.count, columnCount: width, cells: cells)
    let caption = Line(parsing: "Danh mục kèm theo:", number: 1)
    let page = Page(number: 1, origin: .scan, blocks: [.line(caption), .table(table)])
    let found = try #require(try Extraction().records(of: [page]).first?.tables.first)
    #expect(found.kind == sample.kind)
    #expect(found.caption == "Danh mục kèm theo:")
    #expect((found.header.isEmpty ? [] : [found.header]) + found.rows.map(\.cells) == sample.rows)
    #expect(!found.why.text(in: .vi).isEmpty)
  }
}
