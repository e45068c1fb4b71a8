import DocumentModel
import SampleDocuments
import Structure
import Testing

/// Texts that give nobody anything to do make no task.
@Suite struct NoInventionTests {
  @Test(arguments: [
    "Đêm ấy trời mưa. Lão Hạc ngồi bên bếp lửa, kể cho tôi nghe chuyện con chó vàng. - Cậu Vàng đi đời rồi, ông giáo ạ!\n- Cụ bán rồi?\n- Bán rồi. Họ vừa bắt xong.\n",
    "1. Giao thừa năm ấy, cả nhà quây quần.\n2. Sở thú mở cửa.\n3. Phòng khách chủ trì bởi ông nội: ông kể chuyện.\n",
    "Phối hợp nhịp nhàng: tay và chân.\nThời gian: trôi nhanh.\nKết quả: thắng 2 - 1.\n",
    "%$# |_ ~~ 11. ¢) 1I1 ;; (3) }{ ﬂ ﬁ ¥¥ --- ++ 4.4.4 I. II. a) : : :\n",
  ])
  func noTask(_ text: String) throws {
    let record = try Extraction().record(of: text)
    #expect(record.tasks.isEmpty)
    #expect(record.targets.isEmpty)
  }

  @Test func aTableOfMoneyIsNoTaskTable() throws {
    let header = ["STT", "Nội dung", "Đơn vị tính", "Số lượng", "Đơn giá", "Thành tiền"]
    let cells = (header + ["1", "Máy quét", "Chiếc", "02", "15.000.000", "30.000.000"]).enumerated().map {
      index, text in
      TableCell(lines: [Line(parsing: text, number: index / 6 + 1)], row: index / 6, column: index % 6)
    }
    let table = Table(page: 1, rowCount: 2, columnCount: 6, cells: cells)
    let record = try Extraction().records(of: [Page(number: 1, origin: .scan, blocks: [.table(table)])]).first
    #expect(record?.tasks.isEmpty == true)
  }

  /// The same seed gives the same lines on every run.
  @Test(arguments: 0..<40) func anyLinesGiveRecords(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let pieces = [
      "I.", "II.", "11.", "1.", "1.1.", "4.6.", "a)", "¢)", "(1)", "-", "+", "PHẦN I.", "Điều 1:", "PHỤ LỤC",
      "Chủ trì:",
      "Phối hợp thực hiện:", "Thời gian hoàn thành:", "Giao", "Công an xã", "chủ trì, phối hợp với", "các phòng",
      "tổ chức",
      "Trước ngày 31/12/2025", "thường xuyên", "MỤC TIÊU", "TỔ CHỨC THỰC HIỆN", "100%", "Kế hoạch số 02-KH/BCĐTW",
      "ngày",
      "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số:", "/KH-UBND",
      "KẾ HOẠCH",
      "TT Nội dung Chủ trì Phối hợp", ":", ";", ".", "(", ")", "“", "⟦?⟧", "\t", "",
    ]
    let lines = (0..<120).map { _ in
      (0..<Int.random(in: 0...7, using: &random)).compactMap { _ in pieces.randomElement(using: &random) }
        .joined(separator: " ")
    }
    let records = try Extraction().records(of: [Page(textInput: lines.joined(separator: "\n"))])
    for record in records {
      let hollow = record.tasks.filter { $0.content.isEmpty || ($0.lead + $0.cooperating).isEmpty }
      #expect(hollow.map { "\($0.path) \($0.title) \($0.content) \($0.lead)" } == [])
      #expect(record.sections.allSatisfy { !$0.label.isEmpty && $0.level > 0 })
    }
  }
}
