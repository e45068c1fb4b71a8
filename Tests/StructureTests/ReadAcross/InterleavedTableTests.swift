import DocumentModel
import Foundation
import SampleDocuments
import Structure
import Testing

/// The annex of seed 003: 61 rows in eight groups that an engine read across the columns. Rows that cannot be told are
/// not made up; the record says what is missing.
@Suite struct InterleavedTableTests {
  private static let lines = """
    TT Nội dung nhiệm vụ Đơn vị chủ trì phối hợp hoàn thành
    I | Về thể chế (03 nhiệm vụ)
    Thành lập Tổ Công tác liên ngành cấp tỉnh thực hiện giám Công an tỉnh, Hoàn thành
    1. sát, hỗ trợ triển khai Kế hoạch của Ban Văn phòng Tỉnh ủy các đơn vị trong tháng
    Chỉ đạo Trung ương liên quan 6/2025
    Ban hành quy định mã số tổ chức trong hệ thống Ban Tổ chức Các Đảng ủy Đã hoàn thành
    5. đảng, đoàn thể của tỉnh Tỉnh ủy xã
    Rà soát, đề xuất sửa đổi các văn bản pháp luật Các Sở, ngành, Hoàn thành
    3. | thuộc thẩm quyền của UBND tỉnh Sở Tư pháp đơn vị trong tháng
    có liên quan 9/2025
    TT Nội dung nhiệm vụ Đơn vị chủ trì phối hợp hoàn thành
    II | Về dữ liệu (02 nhiệm vụ)
    Hỗ trợ hướng dẫn các ban, sở, ngành, địa phương Công an tỉnh, các Nhiệm vụ
    4. công tác số hóa hồ sơ tài liệu Sở Nội vụ sở, ban, ngành thường xuyên
    Rà soát, cập nhật dữ liệu hộ tịch với Cơ sở Hoàn thành
    5. dữ liệu quốc gia về dân cư Sở Tư pháp UBND cấp xã trong tháng
    trong toàn tỉnh 6/2025
    Triển khai phòng họp trực tuyến thông suốt Sở Khoa học và Các Sở, ngành Đã hoàn thành
    6. đến cấp xã Công nghệ
    """

  @Test func rowsAreRebuiltFromNumbersAndNames() throws {
    let outline = try Trees.body("I. NHIỆM VỤ\n" + Self.lines)
    #expect(
      outline == """
        [I] NHIỆM VỤ
          table: TT | Nội dung nhiệm vụ | Đơn vị chủ trì | phối hợp | hoàn thành
          group: I | Về thể chế (03 nhiệm vụ) (rebuilt)
          row: 1 | Thành lập Tổ Công tác liên ngành cấp tỉnh thực hiện giám sát, hỗ trợ triển khai Kế hoạch của Ban Chỉ đạo Trung ương liên quan | Văn phòng Tỉnh ủy | Công an tỉnh | Hoàn thành trong tháng 6/2025 (rebuilt)
          row: 2 | Ban hành quy định mã số tổ chức trong hệ thống đảng, đoàn thể của tỉnh | Ban Tổ chức Tỉnh ủy |  | Đã hoàn thành (rebuilt, number-inferred)
          row: 3 | Rà soát, đề xuất sửa đổi các văn bản pháp luật thuộc thẩm quyền của UBND tỉnh | Sở Tư pháp | Các Sở, ngành, đơn vị có liên quan | Hoàn thành trong tháng 9/2025 (rebuilt)
          group: II | Về dữ liệu (02 nhiệm vụ) (rebuilt)
          row: 4 | Hỗ trợ hướng dẫn các ban, sở, ngành, địa phương công tác số hóa hồ sơ tài liệu | Sở Nội vụ | Công an tỉnh; Các sở, ban, ngành | Nhiệm vụ thường xuyên (rebuilt)
          row: 5 | Rà soát, cập nhật dữ liệu hộ tịch với Cơ sở dữ liệu quốc gia về dân cư trong toàn tỉnh | Sở Tư pháp | UBND cấp xã | Hoàn thành trong tháng 6/2025 (rebuilt)
          row: 6 | Triển khai phòng họp trực tuyến thông suốt đến cấp xã | Sở Khoa học và Công nghệ | Các Sở, ngành | Đã hoàn thành (rebuilt)
        finding: warning table-rebuilt
        """)
  }

  /// The table ends where the next section is headed; its headings may stand over two lines, its groups bear letters.
  @Test func theTableEndsBeforeTheNextSection() throws {
    let text = """
      III. NHIỆM VỤ
      TT Nội dung công việc Cơ quan chủ Cơ quan phối Thời gian
      trì hợp hoàn thành
      A | Chuẩn bị
      1 | Thành lập Tổ công tác số hóa tài liệu của xã | Văn phòng HĐND và UBND xã | Công an xã | 25/8/2025
      2 | Khảo sát khối lượng tài liệu tại các trụ sở cũ | Phòng Kinh tế | Công an xã | 30/9/2025
      3 | Xây dựng dự toán trình cấp có thẩm quyền | Phòng Kinh tế | Công an xã | 30/9/2025
      B | Thực hiện
      4 | Vận chuyển toàn bộ tài liệu về kho tập trung | Công an xã | Phòng Kinh tế | 31/10/2025
      5 | Chỉnh lý tài liệu của ba xã cũ trước sắp xếp | Phòng Kinh tế | Công an xã | Quý IV/2025
      IV. TỔ CHỨC THỰC HIỆN
      1. Phòng Kinh tế
      - Bảo đảm kinh phí.
      """
    let outline = try Trees.body(text)
    #expect(
      outline == """
        [III] NHIỆM VỤ
          table: TT | Nội dung công việc | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian
          group: A | Chuẩn bị (rebuilt)
          row: 1 | Thành lập Tổ công tác số hóa tài liệu của xã | Văn phòng HĐND và UBND xã | Công an xã | 25/8/2025 (rebuilt)
          row: 2 | Khảo sát khối lượng tài liệu tại các trụ sở cũ | Phòng Kinh tế | Công an xã | 30/9/2025 (rebuilt)
          row: 3 | Xây dựng dự toán trình cấp có thẩm quyền | Phòng Kinh tế | Công an xã | 30/9/2025 (rebuilt)
          group: B | Thực hiện (rebuilt)
          row: 4 | Vận chuyển toàn bộ tài liệu về kho tập trung | Công an xã | Phòng Kinh tế | 31/10/2025 (rebuilt)
          row: 5 | Chỉnh lý tài liệu của ba xã cũ trước sắp xếp | Phòng Kinh tế | Công an xã |  (rebuilt, deadline-lost)
        [IV] TỔ CHỨC THỰC HIỆN
          [1] Phòng Kinh tế
            - Bảo đảm kinh phí.
        finding: warning table-rebuilt
        """)
  }

  /// A ward's table: the level that a name lost is voted for, and the document says so.
  @Test func aVotedLevelIsAFinding() throws {
    let tree = try Trees.parse("KẾ HOẠCH\nVề việc thử\n\n" + Self.ofWard)
    let table = try #require(tables(of: tree.root).first)
    let leads = table.rows.map { $0.cells[2] }
    #expect(
      leads.map(\.text) == [
        "Văn phòng HĐND và UBND phường", "Công an phường", "Phòng Kinh tế", "Đảng ủy phường", "Trạm Y tế",
      ])
    #expect(leads.map(\.isInferred) == [true, true, false, false, false])
    #expect(table.rows.map { $0.notes.contains("lead-inferred") } == [true, true, false, false, false])
    #expect(tree.findings.map(\.message.code) == ["header-missing", "table-rebuilt", "body-level-voted"])
  }

  private static let ofWard = """
    TT Nội dung nhiệm vụ Đơn vị chủ trì phối hợp hoàn thành
    1. Thành lập Tổ công tác số hóa tài liệu của phường Văn phòng HĐND và UBND ph Hoàn thành trong tháng 6/2025
    2. Khảo sát khối lượng tài liệu của phường cũ Công an xã Hoàn thành trong tháng 7/2025
    3. Xây dựng dự toán trình phường phê duyệt Phòng Kinh tế Hoàn thành trong tháng 8/2025
    4. Vận chuyển toàn bộ tài liệu về kho của phường Đảng ủy phường Hoàn thành trong tháng 9/2025
    5. Chỉnh lý tài liệu của các phường trước sắp xếp Trạm Y tế Hoàn thành trong tháng 9/2025
    """

  /// What is not on the paper says so: ends of headings, names completed from fragments, numbers, work that is done.
  @Test func whatIsNotOnThePaperIsInferred() throws {
    let tree = try Trees.parse("KẾ HOẠCH\nVề việc thử\n\n" + Self.damaged)
    let table = try #require(tables(of: tree.root).first)
    #expect(
      table.columns.map(\.heading).map(described) == [
        "TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì*", "Cơ quan phối hợp*", "Thời gian hoàn thành*",
      ])
    #expect(
      table.rows.map { $0.cells.map(described).joined(separator: " | ") } == [
        "1 | Rà soát các quy định thuộc thẩm quyền của tỉnh | Sở Tư pháp | Công an tỉnh | Hoàn thành trong tháng 6/2025",
        "2 | Cụ thể hóa các văn bản quy định của cấp trên | Trung tâm Phục vụ hành chính công tỉnh* | Công an tỉnh | Pã hoàn thành",
        "3* | Ban hành quy định về mã số tổ chức của tỉnh | Văn phòng Tỉnh ủy* | Công an tỉnh | Đã hoàn thành",
        "4 | Hướng dẫn công tác số hóa hồ sơ tài liệu tỉnh | Sở Nội vụ | Công an tỉnh | hằng năm",
        "5 | Triển khai phòng họp trực tuyến toàn tỉnh bảo đảm thông suốt đến các xã và các thôn trong toàn tỉnh | Sở Tư pháp | Công an tỉnh | hoàn thành và thực hiện thường xuyên",
        "6 | Bảo đảm kinh phí thực hiện các nhiệm vụ tỉnh | Sở Tài chính | Công an tỉnh | Hoàn thành",
      ])
    #expect(table.rows.map { $0.notes.contains("done-inferred") } == [false, true, false, false, true, false])
    #expect(table.rows.map { $0.notes.contains("lead-inferred") } == [false, true, true, false, false, false])
    #expect(table.rows[2].notes.contains("number-inferred"))
  }

  private static let damaged = """
    TT Nội dung nhiệm vụ Cơ quan chủ Cơ quan phối
    trì hợp
    1. Rà soát các quy định thuộc thẩm quyền của tỉnh | Sở Tư pháp | Công an tỉnh | Hoàn thành trong tháng 6/2025
    2. Cụ thể hóa các văn bản quy định của cấp trên | Trung tâm Phục vụ hành | Công an tỉnh | Pã hoàn thành
    % Ban hành quy định về mã số tổ chức của tỉnh | Văn phòmg Tinh uv | Công an tỉnh | Đã hoàn thành
    4. Hướng dẫn công tác số hóa hồ sơ tài liệu tỉnh | Sở Nội vụ | Công an tỉnh | hằng năm
    5. Triển khai phòng họp trực tuyến toàn tỉnh | Sở Tư pháp | Công an tỉnh | hoàn thành
    bảo đảm thông suốt đến các xã | | | và thực hiện
    và các thôn trong toàn tỉnh | | | thường xuyên
    6. Bảo đảm kinh phí thực hiện các nhiệm vụ tỉnh | Sở Tài chính | Công an tỉnh | Hoàn thành
    """

  /// As read, not restored, half of its rows are found and none of their numbers. Of the restored text all 61 are
  /// (the floors of the pipeline).
  @Test func rowsOfTheSeedAsItWasRead() throws {
    let path = Repository.root + "seeds/003_a4d74860d245bb86.txt"
    let tree = try Trees.parse(String(contentsOfFile: path, encoding: .utf8))
    let rows = try #require(tables(of: tree.root).first).rows.filter { $0.kind == .data }
    #expect(rows.map { $0.cells[0].text } == (1...31).map(String.init))
    #expect(rows.count { $0.notes.contains("lead-lost") } == 10)
    #expect(rows.count { $0.notes.contains("deadline-lost") } == 4)
    #expect(rows.allSatisfy { !$0.raw.isEmpty && $0.cells[0].isInferred })
  }

  /// An asterisk marks what is inferred.
  private func described(_ cell: Passage) -> String { cell.text + (cell.isInferred ? "*" : "") }

  private func tables(of node: SectionNode) -> [DataTable] { node.tables + node.children.flatMap(tables) }
}
