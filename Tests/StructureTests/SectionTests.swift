import DocumentModel
import Testing

/// Numbers of sections, whole and damaged, and what is no number of a section.
@Suite struct SectionTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "parts, Roman, decimal, letters",
      text: """
        PHẦN I. QUAN ĐIỂM
        1. Mục đích
        Nội dung một.
        PHẦN II. MỤC TIÊU.
        I. MỤC TIÊU CHUNG
        1. Về thể chế
        1.1. Kế hoạch
        a) Xây dựng: Ban hành quy chế.
        b) Phân công cán bộ phụ trách.
        """,
      expected: """
        [PHẦN I] QUAN ĐIỂM
          [1] Mục đích
            Nội dung một.
        [PHẦN II] MỤC TIÊU
          [I] MỤC TIÊU CHUNG
            [1] Về thể chế
              [1.1] Kế hoạch
                [a] Xây dựng
                  Ban hành quy chế.
                [b]
                  Phân công cán bộ phụ trách.
        """),
    Case(
      name: "sentences behind Roman numbers",
      text: """
        C. Phân công nhiệm vụ
        I. Giao Sở Nội vụ chủ trì lập phương án. Xong trước ngày 30/6/2026.
        II. Giao Sở Tư pháp chủ trì rà soát văn bản. Thời hạn: 15/8/2026.
        III. Kinh phí.
        Ngân sách tỉnh.
        """,
      expected: """
        [C] Phân công nhiệm vụ
          [I]
            Giao Sở Nội vụ chủ trì lập phương án. Xong trước ngày 30/6/2026.
          [II]
            Giao Sở Tư pháp chủ trì rà soát văn bản. Thời hạn: 15/8/2026.
          [III] Kinh phí
            Ngân sách tỉnh.
        """),
    Case(
      name: "labels that a foreign model garbles, rules and strokes behind a title",
      text: """
        I. MỤC ĐÍCH
        Nội dung.
        Iv. YÊU CẦU . |
        Nội dung.
        Il]. ĐỀ NGHỊ —
        Nội dung.
        """,
      expected: """
        [I] MỤC ĐÍCH
          Nội dung.
        [II] YÊU CẦU
          Nội dung.
        [III] ĐỀ NGHỊ
          Nội dung.
        finding: note label-repaired
        finding: note label-repaired
        """),
    Case(
      name: "a bold capital read twice",
      text: """
        A. MỤC TIÊU
        Nội dung.
        B. NỘI DUNG
        Nội dung.
        Cc. TỔ CHỨC THỰC HIỆN
        Nội dung.
        """,
      expected: """
        [A] MỤC TIÊU
          Nội dung.
        [B] NỘI DUNG
          Nội dung.
        [C] TỔ CHỨC THỰC HIỆN
          Nội dung.
        finding: note label-repaired
        """),
    Case(
      name: "Roman digits misread (001:34, 001:62, 001:130)",
      text: """
        I. QUY TRÌNH
        Nội dung.
        11. BỐ CỤC
        Nội dung.
        I11. ĐỀ NGHỊ
        Nội dung.
        1V. KINH PHÍ
        Nội dung.
        """,
      expected: """
        [I] QUY TRÌNH
          Nội dung.
        [II] BỐ CỤC
          Nội dung.
        [III] ĐỀ NGHỊ
          Nội dung.
        [IV] KINH PHÍ
          Nội dung.
        finding: note label-repaired
        finding: note label-repaired
        finding: note label-repaired
        """),
    Case(
      name: "II read as H, then III read as H and as II",
      text: """
        I. QUY TRÌNH
        Nội dung.
        H. BỐ CỤC
        Nội dung.
        H. ĐỀ NGHỊ
        Nội dung.
        IV. KINH PHÍ
        Nội dung.
        """,
      expected: """
        [I] QUY TRÌNH
          Nội dung.
        [II] BỐ CỤC
          Nội dung.
        [III] ĐỀ NGHỊ
          Nội dung.
        [IV] KINH PHÍ
          Nội dung.
        finding: note label-repaired
        finding: note label-repaired
        """),
    Case(
      name: "letters misread: ¢ is c, the second d is đ (000:363, 000:368), f is used (000:379)",
      text: """
        1. Về tổ chức
        a) Việc một.
        b) Việc hai.
        ¢) Việc ba.
        d) Việc bốn.
        d) Việc năm.
        e) Việc sáu.
        f) Việc bảy.
        """,
      expected: """
        [1] Về tổ chức
          [a]
            Việc một.
          [b]
            Việc hai.
          [c]
            Việc ba.
          [d]
            Việc bốn.
          [đ]
            Việc năm.
          [e]
            Việc sáu.
          [f]
            Việc bảy.
        finding: note label-repaired
        finding: note label-repaired
        """),
    Case(
      name: "a gap is kept and told (000:354)",
      text: """
        4. Về bồi dưỡng
        4.4. Hỗ trợ người dân
        Triển khai phương án.
        4.6. Về tổ chức
        Thành lập tổ.
        """,
      expected: """
        [4] Về bồi dưỡng
          [4.4] Hỗ trợ người dân
            Triển khai phương án.
          [4.6] Về tổ chức
            Thành lập tổ.
        finding: warning numbering-gap
        """),
    Case(
      name: "glued headings (004:338, 004:344), specks before a number",
      text: """
        IV. KINH PHÍ
        Bố trí ngân sách.
        V.TỔ CHỨC THỰC HIỆN
        1. Công an xã
        - Kiểm tra.
        ~ 2.Ban Chỉ đạo xã
        - Lãnh đạo.
        """,
      expected: """
        [IV] KINH PHÍ
          Bố trí ngân sách.
        [V] TỔ CHỨC THỰC HIỆN
          [1] Công an xã
            - Kiểm tra.
          [2] Ban Chỉ đạo xã
            - Lãnh đạo.
        """),
    Case(
      name: "a title over two lines, and one run together with its text (000:206)",
      text: """
        1. Xây dựng các kịch bản, phương án hướng dẫn, hỗ trợ người dân yếu thế
        trong giải quyết thủ tục hành chính
        Tổ chức xây dựng các kịch bản, phương án hướng dẫn, hỗ trợ người dân yếu
        thế.
        2. Số hóa tài liệu lưu trữ Tiến hành số hóa tài liệu lưu trữ (hồ sơ giấy cũ)
        của xã.
        """,
      expected: """
        [1] Xây dựng các kịch bản, phương án hướng dẫn, hỗ trợ người dân yếu thế trong giải quyết thủ tục hành chính
          Tổ chức xây dựng các kịch bản, phương án hướng dẫn, hỗ trợ người dân yếu thế.
        [2] Số hóa tài liệu lưu trữ
          Tiến hành số hóa tài liệu lưu trữ (hồ sơ giấy cũ) của xã.
        """),
    Case(
      name: "numbers that head nothing",
      text: """
        I. MỤC TIÊU
        Cập nhật cơ sở dữ liệu đảng viên và các phần mềm dùng chung phiên bản
        4.0, bảo đảm khớp với dữ liệu dân cư; hướng dẫn người dân nộp hồ sơ ít nhất
        1.500 lượt; kinh phí dự kiến từ nguồn sự nghiệp của đơn vị trong năm là
        1.240.000.000 đồng, hoàn thành theo Quyết định số 06/QĐ-TTg ngày
        30.6.2025 và Quyết định
        16/6/2025.
        """,
      expected: """
        [I] MỤC TIÊU
          Cập nhật cơ sở dữ liệu đảng viên và các phần mềm dùng chung phiên bản 4.0, bảo đảm khớp với dữ liệu dân cư; hướng dẫn người dân nộp hồ sơ ít nhất 1.500 lượt; kinh phí dự kiến từ nguồn sự nghiệp của đơn vị trong năm là 1.240.000.000 đồng, hoàn thành theo Quyết định số 06/QĐ-TTg ngày 30.6.2025 và Quyết định 16/6/2025.
        """),
    Case(
      name: "a name with a dash over two lines",
      text: """
        1. Phân công
        Giao việc thống kê, phân loại tài liệu của ba xã cũ cho Phòng Văn hóa
        - Xã hội và Trung tâm Phục vụ hành chính công.
        - Hoàn thành trong năm.
        """,
      expected: """
        [1] Phân công
          Giao việc thống kê, phân loại tài liệu của ba xã cũ cho Phòng Văn hóa - Xã hội và Trung tâm Phục vụ hành chính công.
          - Hoàn thành trong năm.
        """),
    Case(
      name: "a symbol cut by a line's end (000:55)",
      text: """
        1. Mục tiêu
        Triển khai các nhiệm vụ trong Kế hoạch số 02-
        KH/BCĐTW và Kế hoạch số 341/
        KH-UBND.
        """,
      expected: """
        [1] Mục tiêu
          Triển khai các nhiệm vụ trong Kế hoạch số 02-KH/BCĐTW và Kế hoạch số 341/KH-UBND.
        """),
    Case(
      name: "articles",
      text: """
        Điều 1. Phạm vi điều chỉnh
        1. Quy chế này quy định việc quản lý.
        2. Áp dụng đối với các phòng.
        Điều 2: Nay thành lập Ban chỉ đạo.
        """,
      expected: """
        [Điều 1] Phạm vi điều chỉnh
          [1]
            Quy chế này quy định việc quản lý.
          [2]
            Áp dụng đối với các phòng.
        [Điều 2]
          Nay thành lập Ban chỉ đạo.
        """),
  ]

  /// The rule that read a label; a number that only its place gives says so.
  @Test func sources() throws {
    let text = "I. QUY TRÌNH\nMột.\n11. BỐ CỤC\nHai.\n1. Về chữ\na) Xây dựng quy chế.\nII. ĐỀ NGHỊ\nBa."
    let root = try Trees.parse("KẾ HOẠCH\nVề việc thử\n\n" + text).root
    #expect(root.children.map(\.label?.text) == ["I", "II", "III"])
    #expect(root.children.map(\.evidence?.source) == ["label.roman", "label.roman-misread", "label-repaired"])
    let inner = try #require(root.children[1].children.first)
    #expect(inner.evidence?.source == "label.decimal" && inner.children.first?.evidence?.source == "label.letter")
  }

  @Test(arguments: cases) func outline(_ sample: Case) throws {
    #expect(try Trees.body(sample.text) == sample.expected)
  }
}
