import DocumentModel
import Testing

/// Work that is done by what is left of the words of a table that was read across its columns.
@Suite struct InferredDoneTests {
  private static let lines = """
    TT Nội dung nhiệm vụ Đơn vị chủ trì phối hợp hoàn thành
    1. Rà soát các quy định thuộc thẩm quyền của tỉnh | Sở Tư pháp | Công an tỉnh | Hoàn thành trong tháng 6/2025
    2. Cụ thể hóa các văn bản quy định của cấp trên | Trung tâm Phục vụ hành | Công an tỉnh | Pã hoàn thành
    % Ban hành quy định về mã số tổ chức của tỉnh | Văn phòng Tỉnh ủy | Công an tỉnh | Đã hoàn thành
    4. Hướng dẫn công tác số hóa hồ sơ tài liệu tỉnh | Sở Nội vụ | Công an tỉnh | Nhiệm vụ thường xuyên
    5. Bảo đảm kinh phí thực hiện các nhiệm vụ tỉnh | Sở Tài chính | Công an tỉnh | Trước ngày 30/6/2025
    6. Rà soát chức năng của các cơ quan trong tỉnh | Sở Nội vụ | Công an tỉnh | Hoàn thành trong tháng 6/2025
    """

  private func tasks() throws -> [TaskRecord] {
    let tasks = try Extraction().record(of: "KẾ HOẠCH\nVề việc thử\n\nI. NHIỆM VỤ\n\n" + Self.lines).tasks
    try #require(tasks.map(\.number) == ["1", "2", "3", "4", "5", "6"])
    return tasks
  }

  @Test func theTextStaysAndTheModeSaysWhereItComesFrom() throws {
    let tasks = try tasks()
    #expect(tasks[1].deadline.text == "Pã hoàn thành")
    #expect(tasks.map(\.deadline.modes) == [[], [.done], [.done], [.ongoing], [], []])
    #expect(tasks[1].deadline.items.map(\.mode) == [.done])
    #expect(tasks[1].evidence["deadline"]?.source == "inferred")
    #expect(tasks[1].evidence["deadline"].map { $0.confidence.value <= 0.5 } ?? false)
    #expect(tasks[2].evidence["deadline"]?.source != "inferred")
  }

  @Test func namesAndNumbersSayWhereTheyComeFrom() throws {
    let tasks = try tasks()
    #expect(tasks[1].lead == ["Trung tâm Phục vụ hành chính công tỉnh"])
    #expect(tasks.map { $0.evidence["lead"]?.source == "inferred" } == [false, true, false, false, false, false])
    #expect(tasks.map { $0.evidence["number"]?.source == "inferred" } == [false, false, true, false, false, false])
    #expect(tasks.map(\.deadline.due?.description) == ["2025-06-30", nil, nil, nil, "2025-06-30", "2025-06-30"])
  }
}
