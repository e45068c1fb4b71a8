import DocumentModel
import Testing

/// Which documents of a file are enclosed with another one, and by what that is told.
@Suite struct EnclosureTests {
  private static func letter(_ body: String) -> String {
    """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc
    Số: 12/TTr-UBND\tPhú Lương, ngày 1 tháng 8 năm 2025
    TỜ TRÌNH
    Về việc đề nghị phê duyệt
    Kính gửi: Hội đồng nhân dân xã

    \(body)

    Kính trình Hội đồng nhân dân xã xem xét./.
    """
  }

  private static func paper(_ symbol: String, _ title: String, _ subject: String, _ body: String = "Căn cứ Luật;")
    -> String
  {
    """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc
    \(symbol)\tPhú Lương, ngày 2 tháng 8 năm 2025
    \(title)
    \(subject)

    \(body)
    Nội dung thứ nhất của văn bản này.
    Nội dung thứ hai của văn bản này.
    """
  }

  private static let plan = paper("Số: 15/KH-UBND", "KẾ HOẠCH", "Số hóa tài liệu lưu trữ năm 2025")
  private static let approval = "Phê duyệt Kế hoạch số hóa tài liệu lưu trữ năm 2025"
  private static let draft = paper("Số:     /QĐ-UBND", "QUYẾT ĐỊNH", approval)

  struct Kind: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var cover: String
    var second: String
    var isEnclosed: Bool

    init(_ name: String, _ cover: String, _ second: String, _ isEnclosed: Bool) {
      (testDescription, self.cover, self.second, self.isEnclosed) = (name, letter(cover), second, isEnclosed)
    }
  }

  private static let kinds: [Kind] = [
    Kind("by number and symbol", "Ủy ban nhân dân xã trình (kèm theo Kế hoạch số 15/KH-UBND).", plan, true),
    Kind("in a list", "Gửi kèm theo Tờ trình này:\n- Báo cáo kết quả năm 2024;\n- Kế hoạch số 15/KH-UBND.", plan, true),
    Kind("by type and subject", "Gửi kèm theo: Kế hoạch số hóa tài liệu lưu trữ năm 2025.", plan, true),
    Kind("without marks", "Gui kem theo: Ke hoach so hoa tai lieu luu tru nam 2025.", plan, true),
    Kind("a draft", "Ủy ban nhân dân xã trình dự thảo Quyết định \(approval.lowercased()).", draft, true),
    Kind(
      "drafts in a list",
      "Hồ sơ đính kèm gồm:\n1. Báo cáo thẩm định.\n2. Dự thảo Quyết định \(approval.lowercased()).",
      draft, true),
    Kind("another number", "Trình xem xét (kèm theo Kế hoạch số 16/KH-UBND).", plan, false),
    Kind("cited as a reason", "Căn cứ Kế hoạch số 15/KH-UBND, Ủy ban trình, kèm theo Báo cáo.", plan, false),
    Kind("by type alone", "Gửi kèm theo Kế hoạch.", plan, false),
    Kind("another subject", "Gửi kèm theo: Kế hoạch phòng chống thiên tai và tìm kiếm cứu nạn.", plan, false),
    Kind("nothing said", "Ủy ban nhân dân xã trình như sau.", plan, false),
    Kind(
      "it says so itself", "Ủy ban nhân dân xã trình như sau.",
      paper(
        "Số: 15/KH-UBND", "KẾ HOẠCH", "Số hóa tài liệu",
        "(Ban hành kèm theo Tờ trình số 12/TTr-UBND ngày 01/8/2025)"),
      true),
    Kind(
      "it names another one", "Ủy ban nhân dân xã trình như sau.",
      paper(
        "Số: 15/KH-UBND", "KẾ HOẠCH", "Số hóa tài liệu",
        "(Ban hành kèm theo Tờ trình số 13/TTr-UBND ngày 01/8/2025)"),
      false),
  ]

  @Test(arguments: kinds) func isEnclosed(_ kind: Kind) throws {
    let trees = try Trees.all(in: [kind.cover, kind.second])
    try #require(trees.count == 2)
    #expect(trees[1].enclosureOf == (kind.isEnclosed ? 0 : nil) && trees[0].enclosureOf == nil)
    let evidence = trees[1].header.evidence["enclosureOf"]
    #expect((evidence != nil) == kind.isEnclosed && evidence?.confidence.value ?? 0.9 > 0.5)
  }

  /// `(Gửi kèm dự thảo Kế hoạch)` names no subject: what the letter is about does.
  @Test(arguments: [
    ("thông qua Kế hoạch số hóa tài liệu lưu trữ", "(Gửi kèm dự thảo Kế hoạch)", true),
    ("thông qua Kế hoạch số hóa tài liệu lưu trữ", "Ủy ban nhân dân xã trình như sau.", false),
    ("thông qua Quyết định thành lập ban", "(Gửi kèm dự thảo Kế hoạch)", false),
    ("thông qua Kế hoạch phòng chống bão lụt", "(Gửi kèm dự thảo Kế hoạch)", false),
  ]) func whatTheLetterIsAbout(about: String, body: String, isEnclosed: Bool) throws {
    let cover = Self.letter(body).replacing("đề nghị phê duyệt", with: about)
    let draft = Self.paper("Số:    /KH-UBND", "DỰ THẢO\nKẾ HOẠCH", "Số hóa tài liệu lưu trữ trên địa bàn xã")
    #expect(try Trees.all(in: [cover, draft]).map(\.enclosureOf) == [nil, isEnclosed ? 0 : nil])
  }

  /// The letter that lists it, not the one before it.
  @Test func theLetterThatListsIt() throws {
    let cover = Self.letter("Gửi kèm theo:\n- Công văn số 3/UBND-VP;\n- Kế hoạch số 15/KH-UBND.")
    let other = Self.paper("Số: 3/BC-UBND", "BÁO CÁO", "Kết quả công tác văn thư năm 2024")
    let trees = try Trees.all(in: [cover, other, Self.plan])
    #expect(trees.map(\.enclosureOf) == [nil, nil, 0])
    #expect(trees[2].header.evidence["enclosureOf"]?.source == "cover")
    #expect(trees[2].header.evidence["enclosureOf"]?.provenance.page == 1)
  }
}
