import DocumentModel
import Foundation
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

  /// Known by its columns and what stands in them, where the title is lost.
  @Test func aListWithoutItsTitle() throws {
    let page = page(["~~ ..."], [Self.heading] + Self.rows)
    #expect(try Extraction().records(of: [page]).first?.aid?.kind == .documentList)
  }

  @Test func aListOfDossiers() throws {
    let rows = [
      ["STT", "Số, ký hiệu hồ sơ", "Tiêu đề hồ sơ", "Thời gian tài liệu", "Thời hạn bảo quản", "Số tờ", "Ghi chú"],
      ["1", "01", "Hồ sơ về thủy lợi nội đồng", "2009-2010", "Vĩnh viễn", "6O", ""],
      ["2", "02", "Hồ sơ về chợ phiên", "05/01/2011 - 28/12/2011", "20 năm", "###", ""],
    ]
    let aid = try #require(try Extraction().records(of: [page(["MỤC LỤC HỒ SƠ"], rows)]).first?.aid)
    let dossiers = aid.rows.compactMap(\.dossier)
    #expect(aid.kind == .dossierList && dossiers.map(\.code) == ["01", "02"])
    #expect(dossiers.map(\.start) == ["2009", "2011-01-05"] && dossiers.map(\.end) == ["2010", "2011-12-28"])
    #expect(dossiers.map(\.sheets) == [60, nil] && aid.rows.map(\.unread) == [[], ["sheets"]])
    #expect(dossiers[0].keeping == "Vĩnh viễn" && dossiers[0].evidence["sheets"]?.source == "inferred")
  }

  @Test func aCover() throws {
    let aid = try #require(
      try aid(
        """
        PHÔNG: ỦY BAN NHÂN DÂN XÃ LŨNG MỚI
        HỒ SƠ
        Về việc xây dựng kênh mương nội đồng
        và sửa chữa đập Nà Pán (Khuyết số: 7, 9-11)

        Từ ngày 05/01/2009 đến ngày 28/12/2009
        Gồm: 62 tờ
        Hộp số: 02
        Hồ sơ số: 07
        Thời hạn bảo quản: 20 năm
        """))
    #expect(aid.kind == .cover && aid.rows.isEmpty && aid.gaps == ["7", "9-11"])
    let dossier = aid.dossier
    #expect(dossier.title == "Về việc xây dựng kênh mương nội đồng và sửa chữa đập Nà Pán")
    #expect([dossier.start, dossier.end] == ["2009-01-05", "2009-12-28"] && dossier.sheets == 62)
    #expect([dossier.code, dossier.box, dossier.keeping] == ["07", "02", "20 năm"])
    #expect(dossier.fonds == "ỦY BAN NHÂN DÂN XÃ LŨNG MỚI" && dossier.evidence["gaps"] != nil)
  }

  @Test func aClosingSheetWithItsGaps() throws {
    let text = """
      CHỨNG TỪ KẾT THÚC
      Đơn vị bảo quản (hồ sơ) này gồm có: 62 (Sáu mươi hai) tờ
      Được đánh số từ 01 đến 62
      Số tờ trùng: không
      Số tờ khuyết: 14, 20-22 và 31
      Mục lục văn bản: 03 tờ
      Đặc điểm của tài liệu: bình thường
      """
    let aid = try #require(try aid(text))
    #expect(aid.kind == .closingSheet && aid.dossier.sheets == 62 && aid.gaps == ["14", "20-22", "31"])
    let none = try #require(try self.aid(text.replacing("14, 20-22 và 31", with: "không")))
    #expect(none.gaps == [])
    #expect(try self.aid(text.replacing("Số tờ khuyết: 14, 20-22 và 31", with: ""))?.gaps == nil)
  }

  /// A plan with a table of work, and one that lists papers in an annex, are papers of their own.
  @Test func aPlanIsNoAid() throws {
    let head = ["ỦY BAN NHÂN DÂN XÃ LŨNG MỚI", "Số: 12/KH-UBND", "KẾ HOẠCH", "Chỉnh lý hồ sơ năm 2009"]
    let work = [
      ["STT", "Nội dung công việc", "Đơn vị chủ trì", "Thời gian", "Ghi chú"],
      ["1", "Lập mục lục văn bản", "Văn phòng", "05/2009", ""], ["2", "Đánh số tờ", "Công an xã", "06/2009", ""],
    ]
    for rows in [work, [Self.heading] + Self.rows] {
      #expect(try Extraction().records(of: [page(head, rows)]).first?.aid == nil)
    }
    #expect(try aid("Hồ sơ\nGồm 3 tờ, gửi từ ngày 05/01/2009.\nĐề nghị bổ sung.") == nil)
  }

  /// A register of what came in has the columns of a list, and no sheets that rise.
  @Test func aRegisterIsNoAid() throws {
    let rows = ([Self.heading] + Self.rows).map { Array($0.prefix(5)) + [$0[6]] }
    #expect(try Extraction().records(of: [page(["SỔ ĐĂNG KÝ CÔNG VĂN ĐẾN"], rows)]).first?.aid == nil)
    #expect(try Extraction().records(of: [page(["MỤC LỤC VĂN BẢN"], rows)]).first?.aid?.rows.count == 6)
  }

  @Test func aRecordWithAnAidIsReadAgain() throws {
    let record = try #require(
      try Extraction().records(of: [page(["MỤC LỤC VĂN BẢN"], [Self.heading] + Self.rows)]).first)
    let again = try JSONDecoder().decode(DocumentRecord.self, from: JSONEncoder().encode(record))
    #expect(again.aid?.rows.map(\.sheet) == record.aid?.rows.map(\.sheet) && again.aid?.gaps == nil)
  }
}
