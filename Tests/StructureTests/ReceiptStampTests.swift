import DocumentModel
import Testing

/// The stamp that a paper gets when it arrives: read by itself, and never taken for the paper's own number or day.
@Suite struct ReceiptStampTests {
  private static let head = """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc
    Số: 7/KH-UBND\tPhú Lương, ngày 1 tháng 8 năm 2025
    """
  private static let rest = "\nKẾ HOẠCH\nSố hóa tài liệu lưu trữ\n\nCăn cứ Luật;\nNội dung."

  private static let stamped: [(String, String?)] = [
    ("CÔNG VĂN ĐẾN\nSố: 1245\nNgày: 05/8/2025\nChuyển: Văn phòng\n" + head, "1245"),
    ("VĂN BẢN ĐẾN\nSố đến: 1245\nNgày đến: 05-8-2025\n" + head, "1245"),
    ("ĐẾN Số: 1245 Ngày: 05/8/2025 Chuyển: VP\n" + head, "1245"),
    (head + "\nCÔNG VĂN ĐẾN\nSố: 1245\nNgày 05 tháng 8 năm 2025", "1245"),
    (
      """
      ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      XÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc
      ĐẾN\tPhú Lương, ngày 1 tháng 8 năm 2025
      Số: 1245
      Ngày: 05/8/2025
      Số: 7/KH-UBND
      """, "1245"
    ),
    ("CÔNG VAN DEN\nSố: 1245\nNgày: 05/8/2025\n" + head, "1245"),
    ("CÔNC VĂN ĐẾN\nSố 1245\nNgày 05/8/2025\n" + head, "1245"),
    ("ĐẾN\nSố: ......\nNgày: 05/8/2025\nChuyển: ......\nSố và ký hiệu HS: 12\n" + head, nil),
  ]

  @Test(arguments: stamped)
  func theStampIsReadByItself(_ lines: String, number: String?) throws {
    let header = try Trees.parse(lines + Self.rest).header
    #expect(header.number == "7" && header.symbol == "KH-UBND" && header.date?.description == "2025-08-01")
    #expect(header.issuer == "Ủy ban nhân dân xã Phú Lương" && header.type == "KH")
    #expect(header.subject == "Số hóa tài liệu lưu trữ")
    #expect(header.received?.number == number && header.received?.date?.description == "2025-08-05")
  }

  /// A stamp gives the paper no number and no day.
  @Test func whatThePaperDoesNotShowStaysOpen() throws {
    let header = try Trees.parse(
      """
      CÔNG VĂN ĐẾN
      Số: 1245
      Ngày: 05/8/2025
      UBND XÃ PHÚ LƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số:    /KH-UBND\tPhú Lương, ngày    tháng 8 năm 2025
      """ + Self.rest
    ).header
    #expect(header.number == nil && header.date == nil && header.dateParts == DateParts(year: 2025, month: 8))
    #expect(header.proposed.isEmpty && header.symbol == "KH-UBND")
  }

  /// The words of arrival were not read: the figures have no place, the paper's own day has.
  @Test func aDayWithAPlaceGoesBeforeFiguresWithoutOne() throws {
    let header = try Trees.parse("ĐN\nNgày 05/8/2025\n" + Self.head + Self.rest).header
    #expect(header.date?.description == "2025-08-01" && header.received == nil)
  }

  @Test(arguments: ["ĐỀN THỜ HÙNG VƯƠNG", "ĐẾN NĂM 2030", "CÔNG VĂN"]) func otherCapitalsAreNoStamp(_ line: String)
    throws
  {
    #expect(try Trees.parse(line + "\n" + Self.head + Self.rest).header.received == nil)
  }

  @Test func aDayAfterTheArrivalIsTold() throws {
    let tree = try Trees.parse("CÔNG VĂN ĐẾN\nSố: 1245\nNgày: 30/7/2025\n" + Self.head + Self.rest)
    #expect(tree.header.date?.description == "2025-08-01")
    #expect(tree.findings.map(\.message.code) == ["received-before-issued"])
  }

  /// What a pen is read to say after the arrival cannot be; within it, it may.
  @Test(arguments: [
    ("04", 0.7, ["4"], nil), ("14", 0.7, [], nil), ("04", 0.99, [], "2025-08-04"), ("14", 0.99, [], nil),
  ])
  func theArrivalBoundsTheDay(day: String, sure: Double, proposed: [String], date: String?) throws {
    let text =
      """
      UBND XÃ PHÚ LƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Số: 7/KH-UBND\tPhú Lương, ngày <^ tháng 8 năm 2025
      CÔNG VĂN ĐẾN
      Ngày: 05/8/2025
      """ + Self.rest
    var page = try #require(Trees.pages([text]).first)
    let box = PixelBox(x: 1, y: 1, width: 9, height: 9)
    page.penReadings = [
      PenReading(field: .day, line: 2, box: box, values: [PenValue(day, confidence: Confidence(sure))])
    ]
    let header = try #require(try Trees.parse(pages: [page]).first).header
    #expect(header.date?.description == date && header.dateParts.month == 8)
    #expect(header.proposed["dateParts.day", default: []].map(\.value) == proposed)
  }
}
