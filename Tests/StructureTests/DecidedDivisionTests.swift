import DocumentModel
import Testing

@testable import Structure

/// A person says where documents begin; letterheads say it elsewhere.
@Suite struct DecidedDivisionTests {
  private static let head = """
    ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    XÃ ĐÔNG HÒA\tĐộc lập - Tự do - Hạnh phúc
    Số: 7/KH-UBND\tĐông Hòa, ngày 3 tháng 9 năm 2025
    KẾ HOẠCH
    Về việc thu hoạch vụ mùa
    Ủy ban nhân dân xã giao các thôn thực hiện như sau.
    Các thôn báo cáo trước ngày 30.
    """
  private static let text = "Thôn một gặt trước.\nThôn hai gặt sau.\nThôn ba phơi lúa.\nThôn bốn đóng bao."

  struct Case: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var pages: [String]
    var decided: [Int: Bool]
    var documents = DocumentsOfFile.auto
    /// First and last pages of the documents.
    var parts: String
  }

  private static let cases: [Case] = [
    Case("nobody decided", [head, text, head, text], [:], "1-2 3-4"),
    Case("a page without a letterhead begins one", [head, text, head, text], [2: true], "1-1 2-2 3-4"),
    Case("a letterhead begins none", [head, text, head, text], [3: false], "1-4"),
    Case("both", [head, text, head, text], [3: false, 4: true], "1-3 4-4"),
    Case("where one begins anyway", [head, text, head, text], [3: true], "1-2 3-4"),
    Case("the first page begins one in any case", [head, text], [1: false, 2: false], "1-2"),
    Case("a blank page begins one", [head, "", text], [2: true], "1-1 2-3"),
    Case("a blank page at the end begins one", [head, text, ""], [3: true], "1-2 3-3"),
    Case("behind a blank first page", ["", head, text], [2: true], "1-1 2-3"),
    Case("two blank pages", [head, "", "", text], [2: true, 3: true], "1-1 2-2 3-4"),
    Case("of a file that holds one", [head, text, head], [2: true], "1-1 2-3", .one),
    Case("a page that is not there", [head, text], [9: false], "1-2"),
  ]

  @Test(arguments: cases) func documentsBeginWhereItWasSaid(_ each: Case) throws {
    let trees = try Trees.parser.get().parse(
      Trees.pages(each.pages), documents: each.documents, decided: each.decided)
    #expect(trees.map { "\($0.firstPage)-\($0.lastPage)" }.joined(separator: " ") == each.parts)
  }

  @Test func whatIsJoinedIsReadAsADocument() throws {
    let trees = try Trees.parser.get().parse(Trees.pages([Self.head, Self.text, Self.head]), decided: [3: false])
    #expect(trees.map(\.header.number) == ["7"])
    let text = trees.flatMap(\.root.allParagraphs).map(\.text).joined(separator: " ")
    #expect(text.contains("Thôn ba phơi lúa"))
  }
}

extension DecidedDivisionTests.Case {
  fileprivate init(
    _ name: String, _ pages: [String], _ decided: [Int: Bool], _ parts: String, _ documents: DocumentsOfFile = .auto
  ) {
    self.init(testDescription: name, pages: pages, decided: decided, documents: documents, parts: parts)
  }
}
