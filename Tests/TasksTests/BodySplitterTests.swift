import DocumentModel
import Grammar
import Testing
import Vietnamese

@testable import Tasks

/// Lists of bodies, with the bodies they hold parted by `|`.
@Suite struct BodySplitterTests {
  @Test(arguments: [
    ("Phòng Văn hóa - Xã hội.", "Phòng Văn hóa - Xã hội"),
    ("Tờ Tin học; Số Nội vụ", "Tổ Tin học|Sở Nội vụ"),
    ("Trường các thôn, bản; Trường Tiểu học Hòa Bình", "Trưởng các thôn, bản|Trường Tiểu học Hòa Bình"),
    ("Hội Nông dân phương; Bản Khuổi Nà; Báo địa phương", "Hội Nông dân phường|Bản Khuổi Nà|Báo địa phương"),
    (
      "Phòng Văn hóa – Xã hội phường, Tổ công tác giúp việc về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và cải cách hành chính (theo Quyết định số 108/QĐ-BCĐ ngày 24/7/2025), Tổ công tác triển khai Đề án 06/CP",
      "Phòng Văn hóa – Xã hội phường|Tổ công tác giúp việc về phát triển khoa học, công nghệ, đổi mới sáng tạo, chuyển đổi số và cải cách hành chính (theo Quyết định số 108/QĐ-BCĐ ngày 24/7/2025)|Tổ công tác triển khai Đề án 06/CP"
    ),
    (
      "Trung tâm Phục vụ hành chính công phường; Tổ Ứng cứu Công nghệ và Nghiệp vụ hỗ trợ giải quyết thủ tục hành chính.",
      "Trung tâm Phục vụ hành chính công phường|Tổ Ứng cứu Công nghệ và Nghiệp vụ hỗ trợ giải quyết thủ tục hành chính"
    ),
    ("", ""),
  ])
  func bodies(_ text: String, _ expected: String) throws {
    let splitter = BodySplitter(try Extraction().phrases)
    #expect(splitter.split(Passage(Line(parsing: text))).joined(separator: "|") == expected)
  }

  /// A joint's example is a whole list: it is split as stated, and the rule decides one of its joints at least.
  @Test func everyRuleOfJointsDecidesItsExamples() throws {
    let splitter = BodySplitter(try Extraction().phrases)
    let book = splitter.rules.book
    book.expectNamesAndExamples()
    for rule in book.rules {
      for example in rule.examples {
        let text = LooseText(example.text)
        #expect(splitter.ranges(in: text).map { text[$0] }.joined(separator: "|") == example.answer, "\(rule.name)")
        #expect(splitter.decisions(in: text).contains { $0.finding.rule == rule.name }, "\(rule.name): \(example)")
      }
    }
  }
}
