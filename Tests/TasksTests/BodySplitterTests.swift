import DocumentModel
import Testing

@testable import Tasks

/// Lists of bodies, with the bodies they hold parted by `|`.
@Suite struct BodySplitterTests {
  @Test(arguments: [
    ("Phòng Văn hóa - Xã hội.", "Phòng Văn hóa - Xã hội"),
    ("Tờ Tin học; Số Nội vụ", "Tổ Tin học|Sở Nội vụ"),
    ("Trường các thôn, bản; Trường Tiểu học Hòa Bình", "Trưởng các thôn, bản|Trường Tiểu học Hòa Bình"),
    ("Hội Nông dân phương; Bản Khuổi Nà; Báo địa phương", "Hội Nông dân phường|Bản Khuổi Nà|Báo địa phương"),
    ("Các phòng thuộc UBND xã và các đơn vị có liên quan.", "Các phòng thuộc UBND xã|các đơn vị có liên quan"),
    ("Công an xã, Đoàn Thanh niên xã và các thôn, bản", "Công an xã|Đoàn Thanh niên xã|các thôn, bản"),
    ("Phòng Kinh tế, Hạ tầng và Đô thị; Công an phường", "Phòng Kinh tế, Hạ tầng và Đô thị|Công an phường"),
    ("Sở Văn hóa, Thể thao và Du lịch và Sở Nội vụ", "Sở Văn hóa, Thể thao và Du lịch|Sở Nội vụ"),
    ("Sở Nông nghiệp và Môi trường, Sở Tài chính", "Sở Nông nghiệp và Môi trường|Sở Tài chính"),
    ("Văn phòng HĐND và UBND xã", "Văn phòng HĐND và UBND xã"),
    ("Văn phòng HĐND - UBND; Phòng Kinh tế", "Văn phòng HĐND - UBND|Phòng Kinh tế"),
    (
      "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường và các đơn vị có liên quan",
      "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường|các đơn vị có liên quan"
    ),
    ("Báo và Đài Phát thanh - Truyền hình tỉnh", "Báo và Đài Phát thanh - Truyền hình tỉnh"),
    ("Các sở, ban, ngành; UBND các xã, phường", "Các sở, ban, ngành|UBND các xã, phường"),
    ("Các sở, ban, ngành và UBND các xã, phường", "Các sở, ban, ngành|UBND các xã, phường"),
    ("Các cơ quan, đơn vị, địa phương liên quan", "Các cơ quan, đơn vị, địa phương liên quan"),
    ("Viettel; VNPT khu vực; Trưởng các thôn, bản.", "Viettel|VNPT khu vực|Trưởng các thôn, bản"),
    ("Trạm Y tế, trưởng các thôn, bản", "Trạm Y tế|trưởng các thôn, bản"),
    (
      "Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ thống thông tin.",
      "Các đơn vị chủ trì quản lý, vận hành các nền tảng số, hệ thống thông tin"
    ),
    (
      "Phòng Văn hóa – Xã hội phường, Tổ công tác giúp việc về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và cải cách hành chính (theo Quyết định số 108/QĐ-BCĐ ngày 24/7/2025), Tổ công tác triển khai Đề án 06/CP",
      "Phòng Văn hóa – Xã hội phường|Tổ công tác giúp việc về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và cải cách hành chính (theo Quyết định số 108/QĐ-BCĐ ngày 24/7/2025)|Tổ công tác triển khai Đề án 06/CP"
    ),
    (
      "Trung tâm Phục vụ hành chính công phường; Tổ Ứng cứu Công nghệ và Nghiệp vụ hỗ trợ giải quyết thủ tục hành chính.",
      "Trung tâm Phục vụ hành chính công phường|Tổ Ứng cứu Công nghệ và Nghiệp vụ hỗ trợ giải quyết thủ tục hành chính"
    ),
    ("- Sở Tài chính - Sở Nội vụ - Công an tỉnh", "Sở Tài chính|Sở Nội vụ|Công an tỉnh"),
    ("Mặt trận Tổ quốc tỉnh và các tổ chức chính trị - xã hội", "Mặt trận Tổ quốc tỉnh|các tổ chức chính trị - xã hội"),
    ("", ""),
  ])
  func bodies(_ text: String, _ expected: String) throws {
    let splitter = BodySplitter(try Extraction().phrases)
    #expect(splitter.split(Passage(Line(parsing: text))).joined(separator: "|") == expected)
  }
}
