import DocumentModel
import Grammar
import SampleDocuments
import Testing

@testable import Structure

/// Where a file is split into documents, and where it is not.
@Suite struct SplitTests {
  private static let first = """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ PHÚ LƯƠNG\tĐộc lập - Tự do - Hạnh phúc
    Số: 1/TTr-UBND\tPhú Lương, ngày 1 tháng 8 năm 2025
    TỜ TRÌNH
    Về việc thông qua đề án
    Kính gửi: Hội đồng nhân dân xã
    Ủy ban nhân dân xã trình như sau.
    Kính trình Hội đồng nhân dân xem xét.
    """
  private static let name = "UBND XÃ PHÚ LƯƠNG\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n\tĐộc lập - Tự do - Hạnh phúc\n"
  private static let body = "\nCăn cứ Luật;\nNội dung một.\nNội dung hai.\nNội dung ba."

  struct Kind: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var second: String
    /// Whether the second page begins a document.
    var begins: Bool
  }

  private static let blanks = "\nHọ tên: ........\nChức vụ: ........\nĐịa chỉ: ........"

  private static let kinds: [Kind] = [
    Kind("number and day", "Số: 2/KH-UBND\tPhú Lương, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH", begins: true),
    Kind("blank number and day", "Số:    /KH-UBND\tPhú Lương, ngày    tháng 8 năm 2025\nKẾ HOẠCH", begins: true),
    Kind("dotted number and day", "Số: …./KH-UBND\tPhú Lương, ngày … tháng … năm 2025\nKẾ HOẠCH", begins: true),
    Kind("number by pen, misread", "Số: O^/bc-c(\tPhú Lương, ngày & tháng .. năm 20]0\nBÁO CÁO", begins: true),
    Kind("number only", "Số: 12/QĐ-UBND\nQUYẾT ĐỊNH", begins: true),
    Kind("day only, no number", "\tPhú Lương, ngày 2 tháng 8 năm 2025\nBÁO CÁO", begins: true),
    Kind("number glued to its word", "SỐ74/KH-CC\nKẾ HOẠCH", begins: true),
    Kind("by pen, nothing seen of it", "Số:\tPhú Lương, ngày    tháng    năm 20\nBÁO CÁO", begins: true),
    Kind("blank form", "Số: ………\t………, ngày … tháng … năm …\nBIÊN BẢN LẤY MẪU", begins: false),
    Kind(
      "form with the code of its type", "Số: ....../BBLM\t……, ngày ... tháng ... năm 20...\nBIÊN BẢN", begins: false),
    Kind("a form's fields", "ĐƠN ĐỀ NGHỊ\nHọ và tên: Nguyễn An\nSố điện thoại: 0912\nSố nhà: 5", begins: false),
    Kind("a form's numbers", "ĐƠN ĐỀ NGHỊ\nHọ và tên: Nguyễn An\nSố CCCD: 001\nSố: 5 đường Lê Lợi", begins: false),
    Kind(
      "a day in the text", "ĐƠN ĐỀ NGHỊ\nCăn cứ Luật Đất đai được Quốc hội thông qua ngày 18 tháng 01 năm 2024;",
      begins: false),
    Kind(
      "dotted blanks below",
      "Số: …/BB-UBND\tPhú Lương, ngày … tháng … năm 2025\nBIÊN BẢN" + blanks, begins: true),
    Kind(
      "dotted blanks below a year alone",
      "\t……, ngày … tháng … năm 2025\nBIÊN BẢN" + blanks, begins: false),
  ]

  @Test(arguments: kinds) func aDocumentBegins(_ kind: Kind) throws {
    let trees = try Trees.all(in: [Self.first, Self.name + kind.second + Self.body])
    #expect(trees.count == (kind.begins ? 2 : 1))
  }

  /// The same letterhead under a form's label is that of a form, unless it was filled in.
  @Test(arguments: [
    ("Mẫu số 01", "Số: …/BC-UBND\tPhú Lương, ngày … tháng … năm 2025\nBÁO CÁO", false),
    ("PHỤ LỤC II\nMẪU BÁO CÁO", "Số:    /BC-UBND\tPhú Lương, ngày    tháng 8 năm 2025\nBÁO CÁO", false),
    ("Phụ lục 1", "Số: 14/BC-UBND\tPhú Lương, ngày 4 tháng 8 năm 2025\nBÁO CÁO", true),
    ("CÔNG VĂN ĐẾN", "Số: …/BC-UBND\tPhú Lương, ngày … tháng … năm 2025\nBÁO CÁO", true),
  ]) func underALabel(label: String, head: String, begins: Bool) throws {
    let trees = try Trees.all(in: [Self.first, label + "\n" + Self.name + head + Self.body])
    #expect(trees.count == (begins ? 2 : 1))
  }

  private static let foot = name + "Số: 2/KH-UBND\tPhú Lương, ngày 2 tháng 8 năm 2025\nKẾ HOẠCH\nVề việc hai"

  @Test func theHeadOfTheNextSheetAtTheFootIsNoDocument() throws {
    let one = try Trees.all(in: [Self.first + "\n" + Self.foot])
    #expect(one.count == 1 && one[0].header.type == "TTr")
    #expect(!one[0].outline().contains("KẾ HOẠCH") && one[0].findings.map(\.message.code) == ["head-at-foot"])
    // The next sheet itself follows: it is one document, and begins on its own page.
    let two = try Trees.all(in: [Self.first + "\n" + Self.foot, Self.foot + Self.body])
    #expect(two.map { [$0.firstPage, $0.lastPage] } == [[1, 1], [2, 2]])
    #expect(two.map(\.header.number) == ["1", "2"])
  }

  /// A scanned sheet goes on with its own text, whatever its foot shows.
  @Test func theFootOfAScanInTheMiddleOfADocument() throws {
    func page(_ number: Int, _ text: String) -> Page {
      let lines = text.split(separator: "\n").enumerated().map { index, string in
        var line = Line(parsing: String(string), page: number, number: 100 * number + index)
        line.words = line.words.enumerated().map { at, word in
          var word = word
          word.box = PixelBox(x: 100 + 80 * at, y: 100 + 50 * index, width: 70, height: 30)
          return word
        }
        return Block.line(line)
      }
      return Page(number: number, origin: .scan, blocks: lines)
    }
    let trees = try Trees.parse(pages: [page(1, Self.first + "\n" + Self.foot), page(2, "Nội dung tiếp theo.\nHết.")])
    #expect(trees.count == 1 && trees[0].lastPage == 2)
    #expect(trees[0].outline().contains("Nội dung tiếp theo.") && !trees[0].outline().contains("Về việc hai"))
  }

  @Test func aFileCanBeToldToBeOneDocument() throws {
    let pages = Trees.pages([Self.first, Self.name + "Số: 2/KH-UBND\nKẾ HOẠCH" + Self.body])
    #expect(try Trees.parser.get().parse(pages).count == 2)
    let one = try Trees.parser.get().parse(pages, documents: .one)
    #expect(one.map { [$0.firstPage, $0.lastPage] } == [[1, 2]] && one[0].header.number == "1")
    #expect(one[0].outline().contains("Nội dung ba."))
    #expect(try Trees.parser.get().parse([], documents: .one).isEmpty)
  }

  @Test func aShortLetterBelowAnotherIsADocument() throws {
    let letter = Self.name + "Số: 2/UBND\tPhú Lương, ngày 2 tháng 8 năm 2025\nKính gửi: Sở Nội vụ\nĐã nhận đủ tài liệu."
    #expect(try Trees.all(in: [Self.first + "\n" + letter]).count == 2)
  }
}

extension SplitTests.Kind {
  fileprivate init(_ name: String, _ second: String, begins: Bool) {
    self.init(testDescription: name, second: second, begins: begins)
  }
}
