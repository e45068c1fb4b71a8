import DocumentModel
import Grammar
import SampleDocuments
import Testing

@testable import Structure

/// Lines without the furniture of their pages, and where documents begin among them.
@Suite struct FlowTests {
  private static let phrases = Result { Phrases(try .load(from: Repository.dictionaries)) }

  private func furniture(_ pages: [[String]], origin: Page.Origin = .scan) throws -> PageFurniture {
    let pages = pages.enumerated().map { index, lines in
      Page(
        number: index + 1, origin: origin,
        blocks: lines.map { .line(Line(parsing: $0, page: index + 1, number: 1)) })
    }
    return PageFurniture(pages, PageWords(try Self.phrases.get()))
  }

  private func texts(_ furniture: PageFurniture) -> [String] { furniture.items.compactMap { $0.line?.string } }

  @Test(arguments: ["3", "- 3 -", "3/5", "Trang 3", "Trang 3/5", "12.", "Trang 123"])
  func numbersOfPages(_ number: String) throws {
    #expect(try texts(furniture([["Nội dung.", number]])) == ["Nội dung."])
    #expect(try texts(furniture([[number, "Nội dung."]])) == ["Nội dung."])
    // Between two lines it is text.
    #expect(try texts(furniture([["Nội dung.", number, "Hết."]])).count == 3)
  }

  @Test(arguments: ["2025", "Phần 3", "3%", "1.240.000", "3-5"])
  func otherNumbersStay(_ number: String) throws {
    #expect(try texts(furniture([["Nội dung.", number]])) == ["Nội dung.", number])
  }

  @Test func aPagesNumberBeforeTheRestOfASentence() throws {
    #expect(try texts(furniture([["phân công", "3 của lãnh đạo các cấp"]])) == ["phân công", "của lãnh đạo các cấp"])
    #expect(try texts(furniture([["phân công.", "3 của lãnh đạo các cấp"]])).last == "3 của lãnh đạo các cấp")
    #expect(try texts(furniture([["phân công", "3 phòng của xã"]])).last == "3 phòng của xã")
  }

  @Test func footnotesNeedTheirMark() throws {
    let note = "1 Văn bản được gửi ngày 09/7/2025."
    let marked = try furniture([["Căn cứ hướng dẫn của Sở1,", "Ủy ban ban hành:", note]])
    #expect(texts(marked) == ["Căn cứ hướng dẫn của Sở,", "Ủy ban ban hành:"])
    #expect(marked.footnotes.map(\.text) == [note])
    let unmarked = try furniture([["Căn cứ hướng dẫn của Sở,", "Ủy ban ban hành:", note]])
    #expect(texts(unmarked).last == note && unmarked.footnotes.isEmpty)
  }

  private static let head = ["ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "XÃ PHÚ LƯƠNG\tĐộc lập - Tự do"]
  private static let number = "Số: 1/TTr-UBND\tPhú Lương, ngày 1 tháng 8 năm 2025"
  private static let body = (1...6).map { "Nội dung thứ \($0)." }

  private static let splitter = phrases.map { phrases in
    let words = LetterheadWords(phrases)
    return DocumentSplitter(words, LetterheadParser(phrases, words, SectionLabelReader(phrases)).pieces)
  }

  /// How many lines each document of the pages has.
  private func parts(_ pages: [[String]]) throws -> [Int] {
    try Self.splitter.get().split(try furniture(pages).items).map(\.items.count)
  }

  @Test func aLetterheadWithItsNumberBeginsADocument() throws {
    let document = Self.head + [Self.number] + Self.body
    #expect(try parts([document, document]) == [9, 9])
    // Stamps above the second letterhead belong to it.
    #expect(try parts([document, ["CÔNG VĂN ĐẾN", "Ngày nhận"] + document]) == [9, 11])
    // A letterhead in the middle of a page takes the bodies above the national name along.
    #expect(try parts([document + ["UBND TỈNH"] + document]) == [9, 10])
  }

  @Test func aNationalNameAloneBeginsNone() throws {
    let document = Self.head + [Self.number] + Self.body
    #expect(try parts([document, Self.head + ["ĐƠN ĐỀ NGHỊ"] + Self.body]) == [18])
    #expect(try parts([Self.head + Self.head + [Self.number]]) == [5])
    #expect(try parts([]) == [])
  }
}
