import DocumentModel
import SampleDocuments
import Testing

@testable import Structure

/// Heads as papers have them that nobody made: figures by pen, titles of no listed type, names that lost their marks.
@Suite struct RealHeadTests {
  private func header(_ text: String) throws -> DocumentHeader { try Trees.parse(text).header }

  /// A name may end with a word that titles begin with; the number and the day stand below names and above titles.
  @Test func aNameMayEndLikeATitle() throws {
    let header = try header(
      """
      PHÒNG VĂN HÓA - XÃ HỘI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TRẠM Y TẾ PHƯỜNG BÌNH\tĐộc lập - Tự do - Hạnh phúc
      BẢNG
      Số: 06/KH-TYT\tBình Bảng, ngày 14 tháng 7 năm 2025
      KẾ HOẠCH
      Tiêm chủng mở rộng
      """)
    #expect(header.issuer == "Trạm Y tế phường Bình Bảng" && header.typeName == nil && header.number == "06")
  }

  @Test(arguments: [
    ("Số: O^/bc-c(", nil), ("Số: O^/BC-C(", nil), ("S6: //.<~", nil), ("SỐ: ZJ/QĐ -TY", "QĐ-TY"),
    ("Số:\t/QĐ-TY", "QĐ-TY"),
    ("Số:// <./QĐ-TY", "QĐ-TY"), ("Số: /^/QĐĐ-TY", "QĐ-TY"), ("Số: ../ỌĐ-TY", "QĐ-TY"),
  ])
  func aLineOfTheNumberIsNoName(line: String, symbol: String?) throws {
    let tree = try Trees.parse(
      """
      SỞ NÔNG NGHIỆP
      TRẠM THÚ Y
      \(line)
      Mỹ Khê, ngày 04 tháng 6 năm 2012
      QUYẾT ĐỊNH
      Về việc nâng lương thường xuyên
      Căn cứ Luật Viên chức;
      """)
    #expect(tree.header.issuer == "Trạm Thú y" && tree.header.symbol == symbol && tree.header.number == nil)
    #expect(tree.header.type == "QĐ")
    #expect(tree.findings.first { $0.message.code == "number-missing" }?.provenance?.line == 3)
  }

  @Test func aSubjectInCapitalsGoesOnAndAnAddresseeEndsAtTheText() throws {
    let header = try header(
      """
      SỞ NÔNG NGHIỆP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 24/TTr-SNN\tĐộc lập - Tự do - Hạnh phúc
      Mỹ Khê, ngày 04 tháng 6 năm 2012
      TỜ TRÌNH
      VỀ VIỆC MUA THUỐC CHO ĐÀN
      GIA SÚC CỦA TỈNH
      Kính gửi:
      - Ủy ban nhân dân tỉnh;
      - Sở Tài chính.
      - Căn cứ Luật Thú y;
      - Căn cứ Kế hoạch số 3/KH-UBND;
      """)
    #expect(header.subject == "VỀ VIỆC MUA THUỐC CHO ĐÀN GIA SÚC CỦA TỈNH")
    #expect(header.addressee == "Ủy ban nhân dân tỉnh; Sở Tài chính")
  }

  /// The day's line is one of several that name the place.
  @Test func aPlaceIsWrittenAsMostOfItsMentionsAre() throws {
    let header = try header(
      """
      ỦY BAN NHÂN DÂN XÃ SƠN LƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 24/KH-UBND\tĐộc lập - Tự do - Hạnh phúc
      Sơn Lưởng, ngày 04 tháng 6 năm 2025
      KẾ HOẠCH
      Nâng cao chất lượng dân số tại xã Sơn Lương
      """)
    #expect(header.place == "Sơn Lương" && header.evidence["place"]?.source == Evidence.inferred)
  }

  @Test func aPlaceThatIsNamedOtherwiseElsewhereStays() throws {
    let header = try header(
      """
      ỦY BAN NHÂN DÂN TỈNH QUẢNG NGÃI\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 24/KH-UBND\tĐộc lập - Tự do - Hạnh phúc
      Hà Nội, ngày 04 tháng 6 năm 2025
      KẾ HOẠCH
      Nâng cao chất lượng dân số
      """)
    #expect(header.place == "Hà Nội" && header.evidence["place"]?.source != Evidence.inferred)
  }

  /// A symbol's last part abbreviates the body above it: one letter may be put right by that, two are another body.
  @Test(arguments: [
    ("STNMI", "STNMT", "inferred"), ("STNMT", "STNMT", nil), ("STNAI", "STNAI", nil), ("SXD", "SXD", nil),
  ])
  func aLetterOfASymbolIsPutRightByTheBodysName(read: String, wanted: String, source: String?) throws {
    let header = try header(
      """
      SỞ TÀI NGUYÊN VÀ MÔI TRƯỜNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 24/QĐ-\(read)\tĐộc lập - Tự do - Hạnh phúc
      Mỹ Khê, ngày 04 tháng 6 năm 2012
      QUYẾT ĐỊNH
      Về việc nâng lương thường xuyên
      Căn cứ Luật Viên chức;
      """)
    #expect(header.symbol == "QĐ-\(wanted)")
    #expect(header.evidence["symbol"]?.source == source || source == nil)
  }

  @Test(arguments: [
    ("PHIẾU ĐĂNG KÝ\nThi đua năm 2012", "PHIẾU ĐĂNG KÝ", "Thi đua năm 2012"),
    ("ĐƠN XIN CHUYỂN CÔNG TÁC", "ĐƠN XIN CHUYỂN CÔNG TÁC", nil),
    ("BẢNG KÊ TÀI SẢN\nCỐ ĐỊNH NĂM 2012", "BẢNG KÊ TÀI SẢN CỐ ĐỊNH NĂM 2012", nil),
    ("BẢN CAM KẾT\n(V/v giữ vệ sinh chung)", "BẢN CAM KẾT", "giữ vệ sinh chung"),
  ])
  func aTitleOfNoListedTypeIsKept(lines: String, title: String, subject: String?) throws {
    let header = try header(
      """
      SỞ NÔNG NGHIỆP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TRẠM THÚ Y\tĐộc lập - Tự do - Hạnh phúc
      Mỹ Khê, ngày 04 tháng 6 năm 2012
      \(lines)

      Kính gửi: Sở Nông nghiệp
      Căn cứ Quyết định số 5/QĐ-UBND ngày 05 tháng 8 năm 2009;
      """)
    #expect(header.typeName == title && header.type == nil && header.issuer == "Trạm Thú y")
    #expect(header.subject == subject)
  }

  @Test(arguments: [
    "(V/v rà soát kho)", "V/v:rà soát kho", "[V/v - rà soát kho]", "Về việc rà soát kho", "( V/v : rà soát kho )",
  ])
  func aSubjectUnderTheNumber(line: String) throws {
    let header = try header(
      """
      SỞ NÔNG NGHIỆP\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 17/CV-SNN\tMỹ Khê, ngày 04 tháng 6 năm 2012
      \(line)
      Kính gửi: Các trạm
      """)
    #expect(header.subject == "rà soát kho" && header.type == "CV" && header.addressee == "Các trạm")
  }

  @Test func whatIsReadOfADayStandsInItsParts() throws {
    let header = try header(
      """
      UBND XÃ MỸ KHÊ\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 17/KH-UBND\tMỹ Khê, ngày <^- tháng 6 năm 2012
      KẾ HOẠCH
      """)
    #expect(header.date == nil && header.dateParts == DateParts(year: 2012, month: 6))
    #expect(header.dateParts.iso == "2012-06" && header.evidence["dateParts.month"] != nil)
    #expect(header.evidence["dateParts.day"] == nil)
  }

  /// The text of a paper tells how names are written that its letterhead has in capitals.
  @Test(arguments: [
    ("TRƯỜNG ĐẠI HỌC HÀ TRUNG", "Trường Đại học Hà Trung", "Trường Đại học Hà Trung thông báo như sau."),
    ("UBND TINH HA TRUNG", "Ủy ban nhân dân tỉnh Hà Trung", "Ủy ban nhân dân tỉnh Hà Trung thông báo."),
    ("UBND TINH HÀ TRUNG", "Ủy ban nhân dân tỉnh Hà Trung", "Thông báo như sau."),
    ("CHI CỤC ATVSTP", "Chi cục ATVSTP", "Chi cục thông báo."), ("SỞ Y TẾ HÀ TRUNG", "Sở Y tế Hà Trung", "Thông báo."),
    ("UBND HUYỆN KRÔNG NÔ", "Ủy ban nhân dân huyện Krông Nô", "Thông báo."),
  ])
  func anIssuerIsWrittenAsItsPaperDoes(printed: String, written: String, text: String) throws {
    let header = try header("\(printed)\nSố: 17/TB-HT\nTHÔNG BÁO\nVề việc nghỉ lễ\n\n\(text)")
    #expect(header.issuer == written)
  }

  @Test func titlesOfSignersAboveTheRecipients() throws {
    let signer = try header(
      """
      THÔNG BÁO
      Về việc nghỉ lễ

      Thông báo để các đơn vị biết.
      HIỆU TRƯỞNG
      Nơi nhận:
      - Như trên;
      - Lưu: VT.
      """
    ).signer
    #expect(signer.title == "HIỆU TRƯỞNG")
  }

  @Test func recipientsWhoseHeadingWasCovered() throws {
    let header = try header(
      """
      THÔNG BÁO
      Về việc nghỉ lễ

      Thông báo để các đơn vị biết.
      W.i na
      - Như Điều 3;
      - Sở Nội vụ;
      - Lưu: VT.
      """)
    #expect(header.recipients == ["Như Điều 3", "Sở Nội vụ", "Lưu: VT"])
  }

  /// Below the body's second line the number is still to come: `THƯỞNG` is nearly `THÔNG` …, and no type.
  @Test func aLineNearlyATypeAboveTheNumberIsOfTheName() throws {
    let header = try header(
      """
      SỞ Y TẾ SƠN THÁI CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TRẠM Y TẾ XÃ HOA Độc lập - Tự do - Hạnh phúc
      THƯỞNG
      Số 143/BC-TYT Sơn Thái, ngày 02 tháng 07 năm 2025
      BÁO CÁO
      Kết quả khám chữa bệnh năm 2025
      """)
    #expect(header.type == "BC" && header.number == "143")
    #expect(header.issuer == "Trạm Y tế xã Hoa Thưởng")
  }

  /// The rule between two bodies is read as a dash, a dash inside a name is one, and `xã` of `xã hội` is no level.
  @Test func theBodiesOfAJointPaperAreParted() throws {
    let header = try header(
      """
      PHÒNG VĂN HÓA - XÃ HỘI -\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      BAN CHỈ HUY QUÂN SỰ XÃ TÂN AN\tĐộc lập - Tự do - Hạnh phúc
      Số: 12/KHPH-VHXH-BCHQS\tTân An, ngày 17 tháng 5 năm 2026
      KẾ HOẠCH PHỐI HỢP
      Tuyển quân năm 2026 theo chỉ đạo của cấp trên
      Căn cứ Luật Nghĩa vụ quân sự số 78/2015/QH13;
      """)
    #expect(header.issuer == "Phòng Văn hóa - Xã hội; Ban Chỉ huy Quân sự xã Tân An")
    #expect(header.subject == "Tuyển quân năm 2026 theo chỉ đạo của cấp trên")
  }

  /// A speck stands before the type, and every line of the preamble holds a day.
  @Test func thePreambleIsNoHead() throws {
    let tree = try Trees.parse(
      """
      UBND XÃ AN HÒA\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 227/KH-UBND\tAn Hòa, ngày 01 tháng 11 năm 2025
      : KẾ HOẠCH
      Về việc giải phóng mặt bằng
      Căn cứ Nghị định số 102/2024/NĐ-CP ngày 30/07/2024 của Chính
      phủ; căn cứ Nghị quyết số 231-NQ/TU, ngày 06/02/2025 của Tỉnh ủy;
      I. MỤC ĐÍCH
      """)
    #expect(
      tree.header.subject == "Về việc giải phóng mặt bằng" && tree.header.evidence["type"]?.source == "letterhead.type")
    #expect(tree.root.paragraphs.contains { $0.text.hasPrefix("Căn cứ Nghị định") && $0.text.contains("231-NQ/TU") })
  }

  @Test func oneWordAloneBeginsNoName() throws {
    let header = try header(
      """
      SỞ GIÁO DỤC VÀ ĐÀO TẠO\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      TRƯỜNG THPT HƯNG\tĐộc lập - Tự do - Hạnh phúc
      PHONG
      Số: 01/KH-THPTHP\tHưng Phong, ngày 17 tháng 5 năm 2026
      KẾ HOẠCH
      """)
    #expect(header.issuer == "Trường THPT Hưng Phong")
  }

  @Test func whatAStampLeavesBesideASubjectIsNoneOfIt() throws {
    let header = try header(
      """
      UBND XÃ IA HRUNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 12/KH-UBND\tla Hrung, ngày 17 tháng 5 năm 2026
      KẾ HOẠCH
      x- Ề ¡ Xây dựng đời sống văn hóa Chuyển:
      Căn cứ Luật Di sản văn hóa;
      """)
    #expect(header.subject == "Xây dựng đời sống văn hóa" && header.place == "Ia Hrung")
  }

  /// A letter of the code and the spaces of the name are lost; the heading and the tables tell both.
  @Test func theHeadingTellsTheCodeAndTheTableTheSpaces() throws {
    let header = try header(
      """
      ỦY BANNHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      XÃ MỸ ĐIỀN\tĐộc lập - Tự do - Hạnh phúc
      Số 222/PC-UBND\tMỹ Điền, ngày 24 tháng 5 năm 1987
      BÁO CÁO
      Kết quả xây dựng đời sống văn hóa
      """)
    #expect(header.type == "BC" && header.symbol == "BC-UBND" && header.number == "222")
    #expect(header.issuer == "Ủy ban nhân dân xã Mỹ Điền")
  }
}
