import DocumentModel
import Testing
import Vietnamese

@testable import Restoration

/// Kinds of damage that an English model does to Vietnamese papers, each with examples of its own.
@Suite struct GarbledKindsTests {
  struct Sample: CustomTestStringConvertible, Sendable {
    var seen, meant: String
    var testDescription: String { seen }
  }

  private func expect(_ sample: Sample) throws {
    let restored = try Fixture.restored(sample.seen, .english)
    #expect(restored == sample.meant)
  }

  @Test(arguments: [
    Sample(seen: "Ha Noi,ngay 7 thang 8 nam 2025", meant: "Hà Nội, ngày 7 tháng 8 năm 2025"),
    Sample(seen: "III.TO CHUC THUC HIEN", meant: "III. TỔ CHỨC THỰC HIỆN"),
    Sample(seen: "3.Giao Van phong theo doi", meant: "3. Giao Văn phòng theo dõi"),
    Sample(seen: "thuc hién tai dia ‘phuong va co so", meant: "thực hiện tại địa phương và cơ sở"),
    Sample(seen: "S6:15 /KH-UBND", meant: "Số: 15 /KH-UBND"),
    // Times, addresses, codes and quotations are not cut.
    Sample(seen: "Vao luc 14:30 tai tru so", meant: "Vào lúc 14:30 tại trụ sở"),
    Sample(seen: "truy cap https://dichvucong.gov.vn hang ngay", meant: "truy cập https://dichvucong.gov.vn hàng ngày"),
    Sample(seen: "ty lé dat 98,5% trong nam", meant: "tỷ lệ đạt 98,5% trong năm"),
  ])
  func spacesThatWereLost(_ sample: Sample) throws { try expect(sample) }

  @Test func aDashBeforeAnItemStandsByItselfWhereOthersDo() throws {
    let apart = try Fixture.restored("- Ra soat ho so\n\n- Phan loai tai liéu\n\n-Bao cao két qua", .english)
    #expect(apart.hasSuffix("- Báo cáo kết quả"))
    let glued = try Fixture.restored("-Ra soat ho so\n\n-Phan loai tai liéu\n\n-Bao cao két qua", .english)
    #expect(glued.hasSuffix("-Báo cáo kết quả"))
  }

  @Test(arguments: [
    Sample(seen: "ung cuu su ¢d bao dam an toan", meant: "ứng cứu sự cố bảo đảm an toàn"),
    Sample(seen: "thuc hién Ké& hoach nam 2025", meant: "thực hiện Kế hoạch năm 2025"),
    Sample(seen: "giao To6 cong tac trién khai", meant: "giao Tổ công tác triển khai"),
    Sample(seen: "phdi hop vdi Phong Vian hoa - Xa hoi", meant: "phối hợp với Phòng Văn hóa - Xã hội"),
    Sample(seen: "dang nhap bang tai khoan VNelD dé su dung", meant: "đăng nhập bằng tài khoản VNeID để sử dụng"),
    Sample(seen: "nham dap g yéu cau cong viéc", meant: "nhằm đáp ứng yêu cầu công việc"),
    Sample(seen: "theo Quyét dinh s6 45/0D-UBND ngay 2/3/2025", meant: "theo Quyết định số 45/QĐ-UBND ngày 2/3/2025"),
    Sample(seen: "can ct Ké hoach s6 Ol-KH/BCD nam 2025", meant: "căn cứ Kế hoạch số 01-KH/BCĐ năm 2025"),
  ])
  func signsFiguresAndStrokesInWords(_ sample: Sample) throws { try expect(sample) }

  /// A figure may be a word, but never where figures are what is told.
  @Test(arguments: [
    "ngày 14 tháng 10 năm 2025", "gồm 14 người, 131 hồ sơ", "tăng 10 % so với năm 2024", "Điều 14. Khoản 1",
    "14 thủ tục",
    "số 131/KH-UBND", "từ 10 đến 14 giờ", "1, 4, 10, 11, 14, 131",
  ])
  func figuresStay(_ text: String) throws {
    let seen = folded(text), restored = try Fixture.restored(seen, .english)
    #expect(restored.filter(\.isNumber) == text.filter(\.isNumber))
  }

  @Test func aWordReadForAFigureIsDoubtful() throws {
    let lines = Fixture.lines("Co quan thuong truc cap tinh 14 Van phong Uy ban nhan dan")
    let words = try Fixture.restorer(.english).restore(lines)[0].words
    for word in words where word.original == "14" && word.text != "14" { #expect(word.isDoubtful) }
  }

  @Test(arguments: [
    Sample(seen: "- Luu VT. \\ W &} -", meant: "- Lưu VT."), Sample(seen: "~ Chu tich UBND", meant: "Chủ tịch UBND"),
    Sample(seen: "nguoi lai xe ] ] A", meant: "người lái xe"), Sample(seen: "Dong y [ ]", meant: "Đồng ý [ ]"),
    // A table's column and a formula are no dust.
    Sample(seen: "a = b", meant: "a = b"), Sample(seen: "| Noi dung | Kinh phi |", meant: "| Nội dung | Kinh phí |"),
  ])
  func dustAtTheEndsOfLines(_ sample: Sample) throws { try expect(sample) }

  /// The paper of a ward says so; the same letters are `phương` in one of a province.
  @Test func theLevelOfTheBodyIsThePapersOwn() throws {
    let body = { (level: String) in
      """
      UBND \(level) ban hanh ké hoach. Uy ban nhan dan \(level) giao cac don vi. Chu tich UBND \(level) chi dao.

      Phong Van hoa - Xa hoi phuong. Thuc hién tai dia phuong.
      """
    }
    let ward = try Fixture.restored(body("phuong"), .english)
    #expect(ward.contains("Xã hội phường.") && ward.hasSuffix("tại địa phương."))
    let province = try Fixture.restored(body("tinh"), .english)
    #expect(province.hasSuffix("tại địa phương."))
  }

  /// A name of the letterhead is the gazetteer's, in head and text, and only with capitals.
  @Test(arguments: [Noise.english, .stripped]) func namesOfTheLetterhead(_ noise: Noise) throws {
    let seen = "UY BAN NHAN DAN\nXA NGOK BAY\n\nNgok Bay, ngay 5 thang 8 nam 2025\n\nThuc hien tai xa Ngok Bay."
    let restored = try Fixture.restored(seen, noise).split(separator: "\n")
    #expect(restored[1] == "XÃ NGỌK BAY" && restored[2].hasPrefix("Ngọk Bay,"))
    #expect(restored.last?.contains("Ngọk Bay") == true)
    let places = PlaceNames([["Hòa Bình"], ["Ngọk Bay"]])
    #expect(places.inLetterhead(of: Fixture.lines("XA HOA BINH\n\nNgok Bay, ngay 2")) == ["Hòa Bình", "Ngọk Bay"])
    let matcher = TermMatcher([], places: ["Hòa Bình"])
    #expect(matcher.matches(in: Line(parsing: "Hoa Binh yeu hoa binh")) == [0: "Hòa", 1: "Bình"])
  }
}
