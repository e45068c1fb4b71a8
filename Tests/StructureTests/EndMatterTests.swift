import DocumentModel
import Structure
import Testing

/// Signers and recipients.
@Suite struct EndMatterTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var text: String
    var signers: [String]
    var recipients: [String]
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "three storeys (002:331)",
      text: """
        Nơi nhận:
        - Sở KH&CN tỉnh Nghệ An;
        - TT ĐU - TT HĐND xã; (b/c);
        - Lưu: VT.


        TM. UỶ BAN NHÂN DÂN
        KT. CHỦ TỊCH
        PHÓ CHỦ TỊCH

        Lê Thị Thu Hằng
        """,
      signers: ["TM. UỶ BAN NHÂN DÂN KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Thu Hằng"],
      recipients: ["Sở KH&CN tỉnh Nghệ An", "TT ĐU - TT HĐND xã; (b/c)", "Lưu: VT"]),
    Case(
      name: "interleaved on the same lines, name at the very end (004:425)",
      text: """
        Nơi nhận: TM. ỦY BAN NHÂN DÂN
        - Sở Khoa học và Công nghệ; CHỦ TỊCH
        - TT Đảng ủy;

        - Lưu: VT, VHXH.

        Đặng Xuân Diện
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Đặng Xuân Diện"],
      recipients: ["Sở Khoa học và Công nghệ", "TT Đảng ủy", "Lưu: VT, VHXH"]),
    Case(
      name: "a misread mark, a title whose beginning a stamp hides, a name among strokes",
      text: """
        Nơi nhận:
        - Đ/c Chủ tịch. các PCT;
        - Sở Nội vụ (b/©);
        - Lưu; VI, TH.
        TMÙY BAN NHÂN DÂN
        Ủ TICH
        c —-Nguyễn Văn Tuấn
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Văn Tuấn"],
      recipients: ["Đ/c Chủ tịch. các PCT", "Sở Nội vụ (b/c)", "Lưu: VT, TH"]),
    Case(
      name: "the file copy's last word looks like a mark",
      text: """
        Nơi nhận: TM. ỦY BAN NHÂN DÂN
        - Chủ tịch, các PCT UBND xã; KT. CHỦ TỊCH
        - Lưu: VT, KT. PHÓ CHỦ TỊCH
        Dương Thị Tiến
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Dương Thị Tiến"],
      recipients: ["Chủ tịch, các PCT UBND xã", "Lưu: VT, KT"]),
    Case(
      name: "the deputy's first word is lost below whom he stands in for, and a point was read in a title",
      text: """
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        KT. CHỦ TỊCH
        CHỦ TỊCH.
        Nguyễn Văn Tuấn
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Nguyễn Văn Tuấn"],
      recipients: ["Như trên", "Lưu: VT"]),
    Case(
      name: "of a chief's title and a deputy's, the deputy signs",
      text: """
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        PHỚ CHỦ TỊCH
        Nguyễn Văn Tuấn
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN CHỦ TỊCH / PHÓ CHỦ TỊCH / Nguyễn Văn Tuấn"],
      recipients: ["Như trên", "Lưu: VT"]),
    Case(
      name: "a name without an office, which the stamp covers",
      text: """
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        (
        Trần Nguyễn Minh Thành
        """,
      signers: ["Trần Nguyễn Minh Thành"],
      recipients: ["Như trên", "Lưu: VT"]),
    Case(
      name: "the name behind the file copy",
      text: """
        Nơi nhận: HIỆU TRƯỞNG
        - Sở GDĐT (b/c);
        - Lưu: VT. Tạ Thị Bích Liên
        """,
      signers: ["HIỆU TRƯỞNG / Tạ Thị Bích Liên"],
      recipients: ["Sở GDĐT (b/c)", "Lưu: VT"]),
    Case(
      name: "side by side by spaces, the name on the file copy's line",
      text: """
        Nơi nhận:                                   CHỦ TỊCH
        - Chính phủ;
        - Lưu: VT, TH.                        Y Thanh Niê Kđăm
        """,
      signers: ["CHỦ TỊCH / Y Thanh Niê Kđăm"], recipients: ["Chính phủ", "Lưu: VT, TH"]),
    Case(
      name: "Party, lines over two, commas at the ends (003:465)",
      text: """
        Nơi nhận: T/M BAN THƯỜNG VỤ
        - Ban Chỉ đạo Trung ương về phát triển KHCN, BÍ THƯ
        ĐMST và chuyển đổi số (b/c),
        - Văn phòng Trung ương Đảng (b/c),
        - Lưu Văn phòng Tỉnh ủy.
        Nguyễn Doãn Anh
        """,
      signers: ["T/M BAN THƯỜNG VỤ / BÍ THƯ / Nguyễn Doãn Anh"],
      recipients: [
        "Ban Chỉ đạo Trung ương về phát triển KHCN, ĐMST và chuyển đổi số (b/c)", "Văn phòng Trung ương Đảng (b/c)",
        "Lưu Văn phòng Tỉnh ủy",
      ]),
    Case(
      name: "two signers, the chief last",
      text: """
        TM. BAN THƯỜNG VỤ ĐOÀN XÃ
        BÍ THƯ
        Huỳnh Ngọc Trâm
        CÔNG AN XÃ
        TRƯỞNG CÔNG AN XÃ
        Thiếu tá Phạm Công Danh
        Nơi nhận:
        - Các chi đoàn;
        - Lưu: CAX.
        """,
      signers: [
        "TM. BAN THƯỜNG VỤ ĐOÀN XÃ / BÍ THƯ / Huỳnh Ngọc Trâm",
        "CÔNG AN XÃ / TRƯỞNG CÔNG AN XÃ / Thiếu tá Phạm Công Danh",
      ],
      recipients: ["Các chi đoàn", "Lưu: CAX"]),
    Case(
      name: "no name yet",
      text: """
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH"], recipients: ["Như trên", "Lưu: VT"]),
    Case(
      name: "by order, deputy for the head",
      text: """
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        TL. CHỦ TỊCH
        KT. CHÁNH VĂN PHÒNG
        PHÓ CHÁNH VĂN PHÒNG
        Trần Văn Bình
        """,
      signers: ["TL. CHỦ TỊCH KT. CHÁNH VĂN PHÒNG / PHÓ CHÁNH VĂN PHÒNG / Trần Văn Bình"],
      recipients: ["Như trên", "Lưu: VT"]),
    Case(
      name: "a head signs in his own name",
      text: """
        Nơi nhận:
        - Như trên;
        - Lưu: VT.
        GIÁM ĐỐC
        Trần Văn Bình
        """,
      signers: ["GIÁM ĐỐC / Trần Văn Bình"], recipients: ["Như trên", "Lưu: VT"]),
    Case(
      name: "above the recipients, in one column, with dust at the authority",
      text: """
        -TM.ỦY-BAN NHÂN DÂN
        CHỦ TỊCH
        / 4 yJ\\/} s
        Nguyễn Đình Trung .
        Nơi nhận:
        - UBND tỉnh;
        Báo và Đài tỉnh:
        - Lưu: VT.
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Đình Trung"],
      recipients: ["UBND tỉnh", "Báo và Đài tỉnh", "Lưu: VT"]),
    Case(
      name: "two sign above the recipients, nobody's authority said",
      text: """
        CHỦ TỊCH
        Dương Thành Quang
        BAN CHỈ HUY QUÂN SỰ XÃ
        CHỈ HUY TRƯỞNG
        Trần Mạnh Tùng
        Nơi nhận:
        - Công đoàn cơ sở
        - Lưu: VT.
        """,
      signers: [
        "CHỦ TỊCH / Dương Thành Quang", "BAN CHỈ HUY QUÂN SỰ XÃ / CHỈ HUY TRƯỞNG / Trần Mạnh Tùng",
      ],
      recipients: ["Công đoàn cơ sở", "Lưu: VT"]),
    Case(
      name: "no recipients, the authority's first sign is dust",
      text: """
        “TM. ỦY BAN NHÂN DÂN
        CHỦ TỊCH
        ˆ— Nguyễn Thị Cường
        """,
      signers: ["TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Thị Cường"], recipients: []),
    Case(
      name: "a dash alone, and a file copy without its own",
      text: """
        Nơi nhận:
        - Các phòng, đơn vị;
        -
        - Sở chủ quản (b/c);
        Lưu: VT, VX (02b)
        GIÁM ĐỐC
        Đinh Thị Hà
        """,
      signers: ["GIÁM ĐỐC / Đinh Thị Hà"], recipients: ["Các phòng, đơn vị", "Sở chủ quản (b/c)", "Lưu: VT, VX (02b)"]),
    Case(
      name: "a name behind a recipient",
      text: """
        Nơi nhận: GIÁM ĐỐC
        - Như trên;
        - Công đoàn cơ sở; Đinh Thị Hà
        - Lưu: VT.
        """,
      signers: ["GIÁM ĐỐC / Đinh Thị Hà"], recipients: ["Như trên", "Công đoàn cơ sở", "Lưu: VT"]),
  ]

  @Test func sources() throws {
    let evidence = try Trees.parse("KẾ HOẠCH\nVề việc thử\n\nI. MỤC TIÊU\n\n" + Self.cases[0].text).header.evidence
    #expect(evidence["signer.authority"]?.source == "ending.authority")
    #expect(evidence["signer.title"]?.source == "ending.title")
    #expect(evidence["signer.name"]?.source == "ending.name")
    #expect(evidence["recipients"]?.source == "ending.recipients")
  }

  @Test(arguments: cases) func endMatter(_ sample: Case) throws {
    let tree = try Trees.parse("KẾ HOẠCH\nVề việc thử\n\nI. MỤC TIÊU\nNội dung./.\n\n" + sample.text)
    let lines = tree.outline().split(separator: "\n")
    #expect(lines.filter { $0.hasPrefix("signer: ") }.map { String($0.dropFirst(8)) } == sample.signers)
    #expect(tree.header.recipients == sample.recipients)
    #expect(tree.root.children.map(\.paragraphs.count) == [1])
  }
}
