import DocumentModel
import Grammar
import Layout
import SampleDocuments
import Structure
import Testing

/// Tables of text inputs, whose cells stand between tabs or apart by spaces, as the tree has them.
@Suite struct TextTableTests {
  private static let tables = Result { TextTables(Phrases(try .load(from: Repository.dictionaries))) }

  private func tables(in text: String) throws -> String {
    let page = try Self.tables.get().formed(in: Page(textInput: text))
    let tree = try #require(try Trees.parse(pages: [page]).first)
    return tree.outline().split(separator: "\n").map { $0.drop { $0 == " " } }.filter { line in
      ["table: ", "group: ", "row: "].contains { line.hasPrefix($0) }
    }.joined(separator: "\n")
  }

  @Test func byTabsWithGroupsAndAnEmptyCell() throws {
    let text = """
      KẾ HOẠCH
      Về việc thử nghiệm

      PHỤ LỤC
      TT\tNhiệm vụ\tĐơn vị chủ trì\tĐơn vị phối hợp\tThời gian
      I\tTHỂ CHẾ
      1\tRà soát văn bản\tVăn phòng HĐND và UBND xã\tCác phòng\tTháng 9/2025

      2\tCông khai ngân sách\tPhòng Kinh tế\t\tQuý IV/2025
      """
    #expect(
      try tables(in: text) == """
        table: TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian
        group: I | THỂ CHẾ
        row: 1 | Rà soát văn bản | Văn phòng HĐND và UBND xã | Các phòng | Tháng 9/2025
        row: 2 | Công khai ngân sách | Phòng Kinh tế |  | Quý IV/2025
        """)
  }

  @Test func bySpacesWithCellsOverSeveralLines() throws {
    let text = """
      KẾ HOẠCH
      Về việc thử nghiệm

      PHỤ LỤC
      TT   Nhiệm vụ                      Đơn vị chủ trì      Đơn vị phối hợp    Thời gian
                                                                                hoàn thành
      1    Rà soát văn bản quy phạm      Văn phòng HĐND      Các phòng          Tháng
           pháp luật của xã              và UBND xã                             9/2025
      2    Kiểm soát thủ tục hành        Trung tâm Phục vụ   Phòng Kinh tế;     Thường
           chính trên địa bàn            hành chính công xã  Công an xã         xuyên
      3    Công khai ngân sách           Phòng Kinh tế                          Quý
                                                                                IV/2025
      """
    #expect(
      try tables(in: text) == """
        table: TT | Nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành
        row: 1 | Rà soát văn bản quy phạm pháp luật của xã | Văn phòng HĐND và UBND xã | Các phòng | Tháng 9/2025
        row: 2 | Kiểm soát thủ tục hành chính trên địa bàn | Trung tâm Phục vụ hành chính công xã | Phòng Kinh tế; Công an xã | Thường xuyên
        row: 3 | Công khai ngân sách | Phòng Kinh tế |  | Quý IV/2025
        """)
  }

  /// Headings that hold a known one beside other words, and cells that tell which of them is meant: `Nội dung phân công` is over
  /// work, several bodies in one cell are bodies.
  @Test func theCellsTellWhatAPartOfAHeadingMeans() throws {
    let text = """
      KẾ HOẠCH
      Về việc thử nghiệm

      I. NHIỆM VỤ
      Cơ quan chủ trì, tham mưu\tNội dung phân công\tThời hạn
      Tổ công tác liên ngành tỉnh và Chi cục Kiểm lâm\tSắp xếp lại hàng quán trước cổng đền.\tNgày 05/5/2026
      Sở Văn hóa, Thể thao và Du lịch và Thuế tỉnh\tKê khai lại hiện vật, sắc phong ở đình.\tQuý II/2026
      Sở Dân tộc và Tôn giáo\tHướng dẫn thủ tục hưởng trợ cấp thất nghiệp.\tTháng 6/2026
      """
    let page = try Self.tables.get().formed(in: Page(textInput: text))
    let tree = try #require(try Trees.parse(pages: [page]).first)
    let section = try #require(tree.root.children.first)
    let tables = section.content.compactMap { if case .table(let table) = $0 { table } else { nil } }
    #expect(tables.map { $0.columns.map(\.role) } == [[.lead, .task, .deadline]])
  }
}
