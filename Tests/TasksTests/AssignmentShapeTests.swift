import DocumentModel
import Testing

/// Shapes of assignment that were met in real papers (000:281 is line 281 of seed 000): each a small document, with the
/// tasks it must give.
@Suite struct AssignmentShapeTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var body: String
    /// `number | lead | cooperating | deadline` a task.
    var tasks: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "two labels on one line (000:281)",
      body: """
        1. Kiểm tra hạ tầng
        Kiểm tra đường truyền.
        - Chủ trì thực hiện: Công an xã. - Phối hợp thực
        hiện: Các đơn vị khác có liên quan.
        - Thời gian hoàn thành: Thường xuyên.
        """,
      tasks: ["1 | Công an xã | Các đơn vị khác có liên quan | Thường xuyên"]),
    Case(
      name: "marks of word processors before the items",
      body: """
        \u{F0A7} Lập danh mục. Đơn vị chủ trì: Phòng Nội vụ. Thời hạn hoàn thành: 30/4/2026.
        ✔ Mua giá kệ. Đơn vị chủ trì: Công an xã. Thời hạn hoàn thành: 31/5/2026.
        ❖ Tu sửa kho. Đơn vị chủ trì: Phòng Kinh tế. Thời hạn hoàn thành: 30/6/2026.
        """,
      tasks: [
        " | Phòng Nội vụ |  | 30/4/2026", " | Công an xã |  | 31/5/2026", " | Phòng Kinh tế |  | 30/6/2026",
      ]),
    Case(
      name: "lines that end before a label, and within a name",
      body: """
        1. Lập danh mục tài liệu nộp lưu của các phòng. Đơn vị chủ trì: Phòng Nội vụ.
        Thời hạn hoàn thành: 30/4/2026.
        2. Tu sửa kho. Đơn vị chủ trì: Sở
        Xây dựng. Thời hạn hoàn thành: 30/6/2026.
        """,
      tasks: ["1 | Phòng Nội vụ |  | 30/4/2026", "2 | Sở Xây dựng |  | 30/6/2026"]),
    Case(
      name: "labels that no table has, learned of their coming back",
      body: """
        1. Lập danh mục tài liệu.
        - Nơi gánh vác: Phòng Nội vụ, Công an xã.
        - Những nơi góp sức: Văn phòng Đảng ủy; Trạm Y tế xã.
        - Mốc cuối cùng: 30/4/2026.
        2. Tu sửa kho. Nơi gánh vác: Sở Xây dựng; những nơi góp sức: các thôn; mốc cuối cùng: Quý II/2026.
        3. Mua giá kệ (Nơi gánh vác: Công an xã; những nơi góp sức: Đoàn Thanh niên xã; mốc cuối cùng: thường xuyên).
        """,
      tasks: [
        "1 | Phòng Nội vụ, Công an xã | Văn phòng Đảng ủy, Trạm Y tế xã | 30/4/2026",
        "2 | Sở Xây dựng | các thôn | Quý II/2026", "3 | Công an xã | Đoàn Thanh niên xã | thường xuyên",
      ]),
    Case(
      name: "labels with dashes behind them",
      body: """
        1. Lập danh mục tài liệu.
        – Chủ trì – Phòng Nội vụ;
        – Nơi góp sức – Văn phòng HĐND - UBND;
        – Kỳ hạn – 30/4/2026;
        2. Tu sửa kho.
        – Chủ trì – Sở Xây dựng;
        – Nơi góp sức – Công an xã;
        – Kỳ hạn – Từ ngày 18-10-2026 đến ngày 01-11-2026;
        """,
      tasks: [
        "1 | Phòng Nội vụ | Văn phòng HĐND - UBND | 30/4/2026",
        "2 | Sở Xây dựng | Công an xã | Từ ngày 18-10-2026 đến ngày 01-11-2026",
      ]),
    Case(
      name: "colons in a list of meetings assign nothing",
      body: """
        1. Hội nghị thứ nhất.
        - Khách mời: Phòng Nội vụ.
        - Buổi họp: mở cửa tự do.
        2. Hội nghị thứ hai.
        - Khách mời: Sở Xây dựng.
        - Buổi họp: mở cửa tự do.
        """,
      tasks: []),
    Case(
      name: "a label that a line's end cuts in two",
      body: """
        1. Lập danh mục tài liệu nộp lưu của các phòng.
        Đơn vị chủ trì: Phòng Kinh tế và Hạ tầng xã. Cơ quan
        phối hợp: Công an xã. Thời hạn hoàn thành: 30/4/2026.
        """,
      tasks: ["1 | Phòng Kinh tế và Hạ tầng xã | Công an xã | 30/4/2026"]),
    Case(
      name: "duties with a time under a body's heading",
      body: """
        1. Trạm Y tế xã
        - Phun thuốc diệt muỗi ở các thôn; xong trong tháng 6 năm 2026.
        - Cấp phát tờ rơi cho các hộ; hoàn thành trước ngày 15/7/2026.
        - Giữ gìn vệ sinh chung.
        2. Phòng cháy, chữa cháy
        - Kiểm tra bình chữa cháy; xong trong tháng 6 năm 2026.
        """,
      tasks: [
        " | Trạm Y tế xã |  | xong trong tháng 6 năm 2026", " | Trạm Y tế xã |  | hoàn thành trước ngày 15/7/2026",
      ]),
    Case(
      name: "a cell with all labels, as printed in a text with tabs",
      body: "STT\tNội dung công việc\tPhân công, thời hạn\n"
        + "1\tLắp vòi nước chữa cháy cho dãy nhà lồng\t- Ai lo chính: Công an xã - Ai góp sức: Trạm Y tế xã, các thôn - Thời hạn: 15/6/2026\n"
        + "2\tKiểm tra cân đối chứng ở từng ngành hàng\t- Ai lo chính: Phòng Kinh tế - Ai góp sức: Công an xã - Thời hạn: Quý III/2026\n",
      tasks: ["1 | Công an xã | Trạm Y tế xã, các thôn | 15/6/2026", "2 | Phòng Kinh tế | Công an xã | Quý III/2026"]),
    Case(
      name: "roles behind the names in a column",
      body: "STT\tNội dung\tPhân công\tThời hạn\n"
        + "1\tLắp vòi nước\tCông an xã (chủ trì), Trạm Y tế xã, các thôn\t15/6/2026\n"
        + "2\tKiểm tra cân\tPhòng Kinh tế và Công an xã đồng chủ trì; phối hợp: Trạm Y tế xã\tQuý III/2026\n",
      tasks: [
        "1 | Công an xã | Trạm Y tế xã, các thôn | 15/6/2026",
        "2 | Phòng Kinh tế, Công an xã | Trạm Y tế xã | Quý III/2026",
      ]),
    Case(
      name: "letters in place of bullets, one value with both bodies",
      body: """
        1. Thu thập tài liệu
        a) Nội dung: Lựa chọn, thống kê tài liệu.
        b) Đơn vị thực hiện: Phòng Nội vụ chủ trì, phối hợp với Công an xã.
        c) Thời gian: Quý I, quý II năm 2026.
        """,
      tasks: ["1 | Phòng Nội vụ | Công an xã | Quý I, quý II năm 2026"]),
    Case(
      name: "labels or a bracket behind the work, on its line",
      body: """
        1.1. Triển khai chữ ký số. Đơn vị chủ trì: Phòng Nội vụ; đơn vị phối hợp: Công an xã; thời gian: hằng quý.
        1.2. Ban hành chính sách miễn lệ phí (Phòng Kinh tế chủ trì, hoàn thành trước 31/3/2026).
        1.3. Lắp đặt thiết bị (Chủ trì: Công an xã; phối hợp: các thôn; thời gian: Quý I/2026).
        1.4. Ban hành quy chế do Công an xã chủ trì soạn thảo.
        """,
      tasks: [
        "1.1 | Phòng Nội vụ | Công an xã | hằng quý", "1.2 | Phòng Kinh tế |  | hoàn thành trước 31/3/2026",
        "1.3 | Công an xã | các thôn | Quý I/2026",
      ]),
    Case(
      name: "by when before who, behind the work",
      body: """
        + Tổ chức giải bóng đá; xử lý vi phạm. Thời điểm hoàn thành: Ngày 30/11/2026; cơ quan, đơn vị chủ trì: Công an xã.
        + Khảo sát bến đò. Thời hạn: Quý I/2027; chủ trì: Phòng Nội vụ; cùng phối hợp: Đoàn xã.
        """,
      tasks: [" | Công an xã |  | Ngày 30/11/2026", " | Phòng Nội vụ | Đoàn xã | Quý I/2027"]),
    Case(
      name: "labels inside a value",
      body: """
        1. Rà soát
        Rà soát thủ tục.
        - Phân công: Chủ trì: Phòng Kinh tế; phối hợp: Công an xã.
        2. Các đơn vị chủ trì quản lý hệ thống
        Duy trì hệ thống.
        - Đơn vị thực hiện: Các đơn vị chủ trì quản lý hệ thống.
        """,
      tasks: ["1 | Phòng Kinh tế | Công an xã | ", "2 | Các đơn vị chủ trì quản lý hệ thống |  | "]),
    Case(
      name: "plus signs, then a dash (004:182)",
      body: """
        - (1) Bố trí nguồn lực thực hiện:
        + Chủ trì thực hiện: Phòng Kinh tế.
        + Phối hợp thực hiện: Các đơn vị thuộc phường.
        - Thời gian thực hiện: Thường xuyên, theo hướng dẫn của thành phố.
        - (2) Bố trí nhân sự.
        + Chủ trì thực hiện: Phòng Văn hóa - Xã hội.
        """,
      tasks: [
        "(1) | Phòng Kinh tế | Các đơn vị thuộc phường | Thường xuyên, theo hướng dẫn của thành phố",
        "(2) | Phòng Văn hóa - Xã hội |  | ",
      ]),
    Case(
      name: "items with lines of their own: their parent is no task (000:243)",
      body: """
        1.1. Sử dụng hệ thống nội bộ
        a) Hệ thống văn bản: Xử lý văn bản.
        - Chủ trì: Các phòng.
        b) Hệ thống họp: Trang bị.
        - Chủ trì: Công an xã.
        """,
      tasks: ["a | Các phòng |  | ", "b | Công an xã |  | "]),
    Case(
      name: "items that share the lines under the last (000:288)",
      body: """
        1.1. Bảo đảm an toàn
        a) Triển khai giải pháp.
        b) Phân công cán bộ.
        c) Trang bị thiết bị.
        - Chủ trì: Công an xã.
        """,
      tasks: ["1.1 | Công an xã |  | "]),
    Case(
      name: "a page's number inside a block (002:190)",
      body: """
        1. Xử lý văn bản
        Xử lý tất cả văn bản.
        - Chủ trì thực hiện: Các phòng; Trung tâm Phục vụ hành

        chính công xã.



        5

        - Phối hợp thực hiện: Các đơn vị khác.
        """,
      tasks: ["1 | Các phòng, Trung tâm Phục vụ hành chính công xã | Các đơn vị khác | "]),
    Case(
      name: "labels misread by a letter or two (004:134)",
      body: """
        1. Nghiên cứu giải pháp giao doanh nghiệp.
        - Cha tri thuc hién: Công an xã.
        - Phoi hop thuc hi¢n: Các phòng.
        - Thot gian hoàn thành: 31/12/2025.
        """,
      tasks: ["1 | Công an xã | Các phòng | 31/12/2025"]),
    Case(
      name: "no full stop, a semicolon, other wordings",
      body: """
        1. Rà soát
        Rà soát thủ tục.
        - Đơn vị chủ trì: Phòng Kinh tế
        - Đơn vị phối hợp: Các phòng;
        - Thời hạn: Quý IV/2025
        - Sản phẩm: Báo cáo
        """,
      tasks: ["1 | Phòng Kinh tế | Các phòng | Quý IV/2025"]),
    Case(
      name: "lines without bullets",
      body: """
        1. Rà soát
        Rà soát thủ tục hành chính.
        Cơ quan chủ trì: Phòng Kinh tế.
        Cơ quan phối hợp: Các phòng.
        Tiến độ: Trong năm 2025.
        """,
      tasks: ["1 | Phòng Kinh tế | Các phòng | Trong năm 2025"]),
    Case(
      name: "in brackets",
      body: """
        1. Hỗ trợ
        Tổ chức tổ lưu động.
        (Chủ trì: Công an xã; phối hợp: Trạm Y tế, trưởng các thôn, bản; thời gian: Khi có yêu cầu).
        """,
      tasks: ["1 | Công an xã | Trạm Y tế, trưởng các thôn, bản | Khi có yêu cầu"]),
    Case(
      name: "bodies listed under their label",
      body: """
        1. Rà soát
        Rà soát thủ tục.
        - Chủ trì thực hiện:
        + Phòng Kinh tế;
        + Công an xã.
        - Thời gian: 2025.
        """,
      tasks: ["1 | Phòng Kinh tế, Công an xã |  | 2025"]),
    Case(
      name: "unnumbered works, each over its own lines",
      body: """
        1. Nhiệm vụ thường xuyên
        - Quản lý mạng diện rộng.
        + Chủ trì: Văn phòng.
        - Cập nhật dữ liệu.
        + Chủ trì: Công an xã.
        """,
      tasks: [" | Văn phòng |  | ", " | Công an xã |  | "]),
    Case(
      name: "a lead that describes itself (000:310)",
      body: """
        1. Tập huấn
        Tổ chức tập huấn.
        - Chủ trì thực hiện: Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ
        thống thông tin.
        """,
      tasks: ["1 | Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ thống thông tin |  | "]),
    Case(
      name: "chủ trì inside a sentence is no label (004:367)",
      body: """
        1. Phòng Văn hóa - Xã hội
        - Chủ trì, gắn kết việc triển khai Kế hoạch: bảo đảm thống nhất.
        - Chủ trì thực hiện Đề án 06, quản lý dữ liệu dân cư.
        """,
      tasks: []),
    Case(
      name: "labels that no table has, among known ones",
      body: """
        1. Sửa cầu treo
        Thay ván mặt cầu.
        - Nơi gánh việc chính: Phòng Kinh tế
        - Phối hợp: Công an xã
        - Mốc phải xong: 30/6/2027.
        2. Lắp biển báo
        Lắp biển báo ở đầu cầu.
        - Thời gian hoàn thành dự kiến: 31/7/2027.
        - Đơn vị chủ trì tham mưu: Công an xã
        """,
      tasks: ["1 | Phòng Kinh tế | Công an xã | 30/6/2027", "2 | Công an xã |  | 31/7/2027"]),
    Case(
      name: "an unknown label opens the line, items have letters with dashes",
      body: """
        1. Sửa đường
        a- Vá ổ gà trên đường liên xã.
        Nơi gánh việc: Phòng Kinh tế; thời hạn: 30/6/2027.
        b- Phát cỏ hai bên đường.
        Nơi gánh việc: Hội Nông dân xã; thời hạn: 31/7/2027.
        """,
      tasks: ["a | Phòng Kinh tế |  | 30/6/2027", "b | Hội Nông dân xã |  | 31/7/2027"]),
    Case(
      name: "a colon in a sentence is no label",
      body: """
        1. Sửa cầu treo
        Công việc trước mắt: thay ván mặt cầu và dây neo.
        Kết quả đợt kiểm tra: Phòng Kinh tế lưu hồ sơ.
        """,
      tasks: []),
    Case(
      name: "days of decisions named in the work are no deadlines (002:99)",
      body: """
        1.2. Ban hành Quyết định
        Ban hành Quyết định số: 01/QĐ - UBND, ngày 01/07/2025 về việc thành lập Tổ Ứng cứu.
        - Chủ trì thực hiện: Phòng Văn hóa - Xã hội
        - Thời gian hoàn thành: Trước ngày 30/7/2025.
        """,
      tasks: ["1.2 | Phòng Văn hóa - Xã hội |  | Trước ngày 30/7/2025"]),
  ]

  @Test(arguments: cases) func tasks(_ sample: Case) throws {
    let record = try Extraction().record(of: "KẾ HOẠCH\nVề việc thử nghiệm\n\nI. NHIỆM VỤ\n\n" + sample.body + "\n")
    let found = record.tasks.map { task in
      [
        task.number, task.lead.joined(separator: ", "), task.cooperating.joined(separator: ", "),
        task.deadline.text ?? "",
      ]
      .joined(separator: " | ")
    }
    #expect(found == sample.tasks)
  }

  @Test func aHeadingsDeadlineIsInheritedNotSet() throws {
    let text = """
      KẾ HOẠCH
      Về việc thử

      III. NHIỆM VỤ (triển khai đến ngày 31/12/2025)
      1. Rà soát thủ tục.
      - Chủ trì: Công an xã.
      - Thời gian: Thường xuyên.
      """
    let task = try #require(try Extraction().record(of: text).tasks.first)
    #expect(task.deadline.due == nil)
    #expect(task.deadline.inherited == "triển khai đến ngày 31/12/2025")
  }

  @Test func bodiesThatOpenASentenceHaveDuties() throws {
    let text = """
      KẾ HOẠCH
      Về việc thử

      III. TỔ CHỨC THỰC HIỆN
      1. Công an xã có trách nhiệm bảo đảm an toàn thông tin.
      2. Ủy ban Kiểm tra Đảng ủy chủ trì, phối hợp với Ban Xây dựng Đảng kiểm tra việc thực hiện.
      3. Giao Phòng Văn hóa - Xã hội tuyên truyền Kế hoạch trên loa truyền thanh.
      4. Kinh phí thực hiện từ ngân sách.
      5. Đề nghị Ủy ban MTTQ Việt Nam xã và các đoàn thể vận động Nhân dân thực hiện.
      Trên đây là Kế hoạch cải cách hành chính, yêu cầu các đơn vị nghiêm túc thực hiện./.
      """
    let made = try Extraction().record(of: text).assignments.map { "\($0.body): \($0.duties.joined(separator: " / "))" }
    #expect(
      made == [
        "Công an xã: có trách nhiệm bảo đảm an toàn thông tin.",
        "Ủy ban Kiểm tra Đảng ủy: chủ trì, phối hợp với Ban Xây dựng Đảng kiểm tra việc thực hiện.",
        "Phòng Văn hóa - Xã hội: tuyên truyền Kế hoạch trên loa truyền thanh.",
        "Ủy ban MTTQ Việt Nam xã và các đoàn thể: vận động Nhân dân thực hiện.",
      ])
  }

  @Test func dutiesAreNoTasks() throws {
    let text = """
      KẾ HOẠCH
      Về việc thử

      V. TỔ CHỨC THỰC HIỆN
      1. Phòng Văn hóa - Xã hội
      - Là cơ quan thường trực, giúp Ủy ban nhân dân xã theo dõi.
      - Giao Công an xã chủ trì kiểm tra. Hoàn thành trước ngày 31/12/2025.
      2. Văn phòng HĐND và UBND phường, Trung tâm Phục vụ hành chính công, các trường học và các đơn vị liên quan.
      - Căn cứ Kế hoạch này, triển khai thực hiện.
      Trên đây là Kế hoạch của xã./.
      """
    let record = try Extraction().record(of: text)
    #expect(record.tasks.isEmpty)
    #expect(record.assignments.map(\.duties.count) == [2, 1])
    #expect(record.assignments.last?.body.hasPrefix("Văn phòng HĐND và UBND phường") == true)
  }
}
