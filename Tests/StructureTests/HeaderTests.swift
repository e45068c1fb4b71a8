import DocumentModel
import Grammar
import SampleDocuments
import Structure
import Testing

/// Heads of documents, of the State and of the Party, of today and of old, whole and damaged; a tab parts the halves of
/// a scanned band.
@Suite struct HeaderTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var expected: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "State, scanned",
      text: """
        ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        XÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc
        Số: 27/KH-UBND\tPhú Lương, ngày 18 tháng 7 năm 2025
        KẾ HOẠCH
        Đẩy mạnh chuyển đổi số trên địa bàn xã Phú
        Lương năm 2025
        Căn cứ Luật Tổ chức chính quyền địa phương;
        """,
      expected: """
        type: KH
        number: 27
        symbol: KH-UBND
        issuer: Ủy ban nhân dân xã Phú Lương
        place: Phú Lương
        date: 2025-07-18
        subject: Đẩy mạnh chuyển đổi số trên địa bàn xã Phú Lương năm 2025
        """),
    Case(
      name: "State, text without tabs, first line lost (000:1)",
      text: """
         XÃ HỢP MINH Độc lập – Tự do – Hạnh phúc
        Số: 05 /KH-UBND Hợp Minh, ngày 11tháng 7 năm 2025
        KẾ HOẠCH

        Triển khai thực hiện Kế hoạch số 02-KH/BCĐTW, ngày 19/6/2025 của
        BCĐTW về chuyển đổi số

        Thực hiện Nghị quyết số 57-NQ/TW;
        """,
      expected: """
        type: KH
        number: 05
        symbol: KH-UBND
        issuer: Ủy ban nhân dân xã Hợp Minh
        place: Hợp Minh
        date: 2025-07-11
        subject: Triển khai thực hiện Kế hoạch số 02-KH/BCĐTW, ngày 19/6/2025 của BCĐTW về chuyển đổi số
        """),
    Case(
      name: "State, misread by an English engine (004:1)",
      text: """
        UY BAN NHAN DAN CONG HOA XA HQI CHU NGHIA VIET NAM

        PHUONG DUONG KINH Dgc 1ap - Tw do - Hanh phc
        S6:68 /KH-UBND Duong Kinh,ngay 6 thang 10 ndam 2025
        KE HOACH

        Phat trien khoa hoc
        """,
      expected: """
        type: KH
        number: 68
        symbol: KH-UBND
        issuer: Ủy ban nhân dân phường Duong Kinh
        place: Duong Kinh
        date: 2025-10-06
        subject: Phat trien khoa hoc
        """),
    Case(
      name: "Party, number under the date's line",
      text: """
        ĐẢNG BỘ TỈNH QUANG PHÚ\tĐẢNG CỘNG SẢN VIỆT NAM
        ĐẢNG ỦY XÃ SÔNG MÂY
        *
        Số 12-KH/ĐU\tSông Mây, ngày 08 tháng 8 năm 2025
        KẾ HOẠCH
        chuyển đổi số trong các cơ quan Đảng
        -----
        Thực hiện Quyết định số 204-QĐ/TW;
        """,
      expected: """
        type: KH
        number: 12
        symbol: KH-ĐU
        issuer: Đảng ủy xã Sông Mây
        place: Sông Mây
        date: 2025-08-08
        subject: chuyển đổi số trong các cơ quan Đảng
        """),
    Case(
      name: "Party, text, date above the number (003:1)",
      text: """
         TỈNH ỦY THANH HÓA ĐẢNG CỘNG SẢN VIỆT NAM
        : Thanh Hóa, ngày 27 tháng 6 năm 2025

        Số 285-KH/TU

        KẾ HOẠCH
        thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025

        Thực hiện Kế hoạch
        """,
      expected: """
        type: KH
        number: 285
        symbol: KH-TU
        issuer: Tỉnh ủy Thanh Hóa
        place: Thanh Hóa
        date: 2025-06-27
        subject: thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025
        """),
    Case(
      name: "công văn: V/v, Kính gửi, no type",
      text: """
        UBND TỈNH HÀ TRUNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NỘI VỤ\tĐộc lập - Tự do - Hạnh phúc
        Số: 575/SNV-CCVC\tHà Trung, ngày 05 tháng 8 năm 2025
        V/v rà soát tài liệu
        lưu trữ
        Kính gửi:
        - Các sở, ban, ngành;
        - UBND các xã, phường.
        Thực hiện Công văn số 10/UBND-NC, Sở Nội vụ đề nghị:
        """,
      expected: """
        type: CV
        number: 575
        symbol: SNV-CCVC
        issuer: Sở Nội vụ
        place: Hà Trung
        date: 2025-08-05
        subject: rà soát tài liệu lưu trữ
        addressee: Các sở, ban, ngành; UBND các xã, phường
        """),
    Case(
      name: "number and day by hand, not read; draft; urgent",
      text: """
        ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        PHƯỜNG AN KHÁNH\tĐộc lập - Tự do - Hạnh phúc
        Số: /TTr-UBND\tAn Khánh, ngày ⟦?⟧ tháng 8 năm 2025
        DỰ THẢO
        HỎA TỐC
        TỜ TRÌNH
        Về việc thông qua Kế hoạch
        Kính gửi: Ban Thường vụ Đảng ủy phường.
        Căn cứ Luật Lưu trữ;
        """,
      expected: """
        mark: HỎA TỐC
        type: TTr
        symbol: TTr-UBND
        issuer: Ủy ban nhân dân phường An Khánh
        place: An Khánh
        subject: Về việc thông qua Kế hoạch
        addressee: Ban Thường vụ Đảng ủy phường
        """),
    Case(
      name: "decision of 1999, the body named again in the type's line",
      text: """
        UỶ BAN NHÂN DÂN\tCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH HÀ TRUNG\tĐộc lập - Tự do - Hạnh phúc
        Số: 1084/1999/QĐ-UB\tHà Trung, ngày 6-5-1999
        QUYẾT ĐỊNH CỦA UỶ BAN NHÂN DÂN TỈNH
        Về việc thành lập Ban chỉ đạo
        UỶ BAN NHÂN DÂN TỈNH HÀ TRUNG
        - Căn cứ Luật Tổ chức Hội đồng nhân dân;
        """,
      expected: """
        type: QĐ
        number: 1084/1999
        symbol: QĐ-UB
        issuer: Uỷ ban nhân dân tỉnh Hà Trung
        place: Hà Trung
        date: 1999-05-06
        subject: Về việc thành lập Ban chỉ đạo
        """),
    Case(
      name: "a department under its ministry, name over two lines",
      text: """
        UBND TỈNH HÀ TRUNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        SỞ NÔNG NGHIỆP\tĐộc lập - Tự do - Hạnh phúc
        VÀ MÔI TRƯỜNG
        Số: 31/BC-SNNMT\tHà Trung, ngày 12 tháng 9 năm 2025
        BÁO CÁO
        Kết quả công tác quý III năm 2025
        I. KẾT QUẢ
        """,
      expected: """
        type: BC
        number: 31
        symbol: BC-SNNMT
        issuer: Sở Nông nghiệp và Môi trường
        place: Hà Trung
        date: 2025-09-12
        subject: Kết quả công tác quý III năm 2025
        """),
    Case(
      name: "signature lines above the letterhead",
      text: """
        Người ký: Văn phòng Ủy ban nhân dân
        Email: vp@hatrung.gov.vn
        Thời gian ký: 05.08.2025 10:11:12 +07:00
        ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        TỈNH HÀ TRUNG\tĐộc lập - Tự do - Hạnh phúc
        Số: 236/CT-UBND\tHà Trung, ngày 05 tháng 8 năm 2025
        CHỈ THỊ
        Về việc tăng cường công tác lưu trữ
        Trong thời gian qua, công tác lưu trữ có chuyển biến.
        """,
      expected: """
        type: CT
        number: 236
        symbol: CT-UBND
        issuer: Ủy ban nhân dân tỉnh Hà Trung
        place: Hà Trung
        date: 2025-08-05
        subject: Về việc tăng cường công tác lưu trữ
        """),
    Case(
      name: "no letterhead (002:1): only the text tells who issues",
      text: """
        KẾ HOẠCH
        Triển khai thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban
        Chỉ đạo Trung ương về thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh,

        hiệu quả trên địa bàn xã Nghĩa Đàn

        Thực hiện Kế hoạch số 507/KH-UBND, ngày 27/6/2025 của UBND tỉnh;

        UBND xã Nghĩa Đàn ban hành Kế hoạch như sau:
        """,
      expected: """
        type: KH
        issuer: Ủy ban nhân dân xã Nghĩa Đàn
        subject: Triển khai thực hiện Kế hoạch số 02-KH/BCĐTW ngày 19/6/2025 của Ban Chỉ đạo Trung ương về thúc đẩy chuyển đổi số liên thông, đồng bộ, nhanh, hiệu quả trên địa bàn xã Nghĩa Đàn
        """),
    Case(
      name: "two bodies together",
      text: """
        CÔNG AN XÃ LONG THẠNH\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        ĐOÀN XÃ LONG THẠNH\tĐộc lập - Tự do - Hạnh phúc
        Số: 03/KHPH-CAX-ĐTN\tLong Thạnh, ngày 11 tháng 9 năm 2025
        KẾ HOẠCH PHỐI HỢP
        Ra quân hỗ trợ người dân
        Căn cứ Nghị định số 69/2024/NĐ-CP;
        """,
      expected: """
        type: KHPH
        number: 03
        symbol: KHPH-CAX-ĐTN
        issuer: Công an xã Long Thạnh; Đoàn xã Long Thạnh
        place: Long Thạnh
        date: 2025-09-11
        subject: Ra quân hỗ trợ người dân
        """),
    Case(
      name: "a plan that a decision promulgates: what it belongs to is no subject",
      text: """
        THỦ TƯỚNG CHÍNH PHỦ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
        \tĐộc lập - Tự do - Hạnh phúc
        KẾ HOẠCH
        TRIỂN KHAI THI HÀNH LUẬT LƯU TRỮ
        (Ban hành kèm theo Quyết định số 1234/QĐ-TTg ngày 11 tháng 6 năm 2025 của Thủ tướng Chính phủ)
        I. MỤC ĐÍCH
        """,
      expected: """
        type: KH
        issuer: Thủ tướng Chính phủ
        subject: TRIỂN KHAI THI HÀNH LUẬT LƯU TRỮ
        """),
  ]

  @Test(arguments: cases) func head(_ sample: Case) throws {
    let tree = try Trees.parse(sample.text)
    let fields = ["mark", "type", "number", "symbol", "issuer", "place", "date", "subject", "addressee"]
    let head = tree.outline().split(separator: "\n").filter { line in fields.contains { line.hasPrefix($0 + ": ") } }
    #expect(head.joined(separator: "\n") == sample.expected)
  }

  @Test func whatIsNotReadIsSaid() throws {
    let tree = try Trees.parse(Self.cases[6].text)
    #expect(tree.isDraft)
    #expect(Set(tree.findings.map(\.message.code)) == ["number-missing", "day-missing"])
    #expect(tree.header.evidence["date"]?.confidence == 0)
  }

  /// A value that was read says by which rule; one that is not printed says so.
  @Test(arguments: [
    (0, "number", "letterhead.number-line"), (0, "date", "letterhead.place-and-day"), (0, "type", "letterhead.type"),
    (0, "issuer", "letterhead.capitals"), (0, "subject", "subject.under-type"), (1, "issuer", "inferred"),
    (2, "type", "letterhead.type-without-marks"), (5, "subject", "subject.v-v"), (5, "type", "inferred"),
    (5, "addressee", "letterhead.addressee"), (7, "date", "letterhead.place-and-figures"),
  ])
  func sources(index: Int, field: String, source: String) throws {
    let tree = try Trees.parse(Self.cases[index].text)
    #expect(tree.header.evidence[field]?.source == source)
  }

  @Test func anInferredIssuerSaysSo() throws {
    let tree = try Trees.parse(Self.cases[10].text)
    #expect(tree.header.evidence["issuer"]?.source == "body")
    #expect(Set(tree.findings.map(\.message.code)) == ["header-missing", "issuer-inferred"])
  }
}

/// Trees of texts written in tests.
enum Trees {
  static let parser = Result { DocumentParser(Phrases(try .load(from: Repository.dictionaries))) }

  /// The one document of a text input.
  static func parse(_ text: String) throws -> DocumentTree {
    try #require(try all(in: [text]).first)
  }

  /// The documents of an input of several pages.
  static func all(in pages: [String]) throws -> [DocumentTree] { try parse(pages: Self.pages(pages)) }

  /// Pages with the lines of texts.
  static func pages(_ texts: [String]) -> [Page] {
    var number = 0
    return texts.enumerated().map { index, text -> Page in
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map { line -> Block in
        number += 1
        return .line(Line(parsing: String(line), page: index + 1, number: number))
      }
      return Page(number: index + 1, origin: texts.count > 1 ? .scan : .text, blocks: lines)
    }
  }

  static func parse(pages: [Page]) throws -> [DocumentTree] { try parser.get().parse(pages) }

  /// The outline of a text's body, under a head of its own.
  static func body(_ text: String) throws -> String {
    let tree = try parse("KẾ HOẠCH\nVề việc thử nghiệm\n\n" + text)
    return tree.outline().split(separator: "\n").filter { line in
      !["document", "type", "subject"].contains { line.hasPrefix($0 + ": ") }
        && line != "finding: warning header-missing"
    }.joined(separator: "\n")
  }
}
