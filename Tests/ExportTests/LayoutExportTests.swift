import DocumentModel
import Foundation
import FoundationXML
import Testing

@testable import Export

@Suite struct LayoutExportTests {
  private let source = LayoutSource(fileName: "kế \"hoạch\" & <1>.pdf", sha256: "ab12", title: "27/KH-UBND <A&B>\u{01}")

  private func word(_ text: String, _ x: Int, _ y: Int, as original: String? = nil, _ others: [String] = []) -> Word {
    Word(
      text: text, original: original, box: PixelBox(x: x, y: y, width: 50, height: 20), confidence: 0.8764,
      alternatives: others.map { Word.Alternative($0, behind: 1) }, isDoubtful: true)
  }

  private var page: Page {
    let cell = TableCell(lines: [Line(words: [word("Sở", 100, 500)])], row: 0, column: 0)
    return Page(
      number: 3, origin: .scan, size: PixelSize(width: 1000, height: 800), dpi: 200, rotation: 90,
      blocks: [
        .line(Line(words: [word("Ủy", 100, 100, as: "Uy", ["Uy", "Uỷ"]), word("b<a\u{0B}>&\"'", 160, 100)])),
        .line(Line(words: [word("sát", 100, 122)])), .line(Line(words: [])), .line(Line(words: [word("xa", 100, 400)])),
        .table(Table(page: 3, rowCount: 1, columnCount: 2, cells: [cell, cell])),
      ])
  }

  /// An element, copied out of its document, which frees its nodes with itself.
  private struct Element {
    var name: String
    var path: String
    var attributes: [String: String]
    var text: String

    init(_ element: XMLElement, under path: String) {
      name = element.name ?? ""
      self.path = path + "/" + name
      attributes = Dictionary(
        (element.attributes ?? []).map { ($0.name ?? "", $0.stringValue ?? "") },
        uniquingKeysWith: { first, _ in first })
      text = element.stringValue ?? ""
    }
  }

  private func elements(_ bytes: [UInt8]) throws -> [Element] {
    let document = try XMLDocument(data: Data(bytes), options: .nodePreserveWhitespace)
    func all(_ element: XMLElement, under path: String) -> [Element] {
      let own = Element(element, under: path)
      return [own] + (element.children ?? []).compactMap { $0 as? XMLElement }.flatMap { all($0, under: own.path) }
    }
    return try withExtendedLifetime(document) { all(try #require(document.rootElement()), under: "") }
  }

  @Test func altoHoldsEveryWordItsPlaceAndItsReadings() throws {
    let all = try elements(ALTOExport.data([page], of: source))
    func named(_ name: String) -> [Element] { all.filter { $0.name == name } }
    let strings = named("String")
    try #require(strings.map { $0.attributes["CONTENT"] } == ["Ủy", "b<a>&\"'", "sát", "xa", "Sở", "Sở"])
    #expect(strings.allSatisfy { $0.attributes["WC"] == "0.876" })
    #expect(strings[1].attributes["HPOS"] == "160" && strings[1].attributes["WIDTH"] == "50")
    #expect(named("ALTERNATIVE").map(\.text) == ["Uy", "Uỷ"])
    #expect(named("SP").map { $0.attributes["WIDTH"] } == ["10"])
    let space = "/alto/Layout/Page/PrintSpace"
    #expect(all.count { $0.path == space + "/TextBlock/TextLine" } == 3)
    #expect(all.count { $0.path == space + "/TextBlock" } == 2)
    #expect(all.count { $0.path == space + "/ComposedBlock/TextBlock" } == 2)
    #expect(named("processingStepSettings").map(\.text) == ["page 3: turned 90° clockwise"])
    #expect(named("fileName").map(\.text) == [source.fileName])
    let ids = all.compactMap { $0.attributes["ID"] }
    #expect(Set(ids).count == ids.count && ids.count > strings.count)
  }

  @Test func hocrHoldsEveryWordAndItsPlace() throws {
    let all = try elements(HOCRExport.data([page], of: source))
    #expect(all.first { $0.name == "title" }?.text == "27/KH-UBND <A&B>")
    let words = all.filter { $0.attributes["class"] == "ocrx_word" }
    try #require(words.map(\.text) == ["Ủy", "b<a>&\"'", "sát", "xa", "Sở", "Sở"])
    #expect(words[1].attributes["title"] == "bbox 160 100 210 120; x_wconf 88")
    #expect(all.first { $0.attributes["class"] == "ocr_line" }?.text == "Ủy b<a>&\"'")
    let classes = Set(all.compactMap { $0.attributes["class"] })
    #expect(classes == ["ocr_page", "ocr_carea", "ocr_par", "ocr_line", "ocrx_word"])
    let title = all.first { $0.attributes["class"] == "ocr_page" }?.attributes["title"]
    #expect(title == "image \"kế _hoạch_ & <1>.pdf\"; bbox 0 0 1000 800; ppageno 2; scan_res 200 200; x_turn 90")
  }

  /// Boxes lie over the image in the file, whose lines were not level.
  @Test(
    arguments: [
      (0.0, PixelBox(x: 100, y: 100, width: 50, height: 20)), (2.0, PixelBox(x: 90, y: 112, width: 50, height: 22)),
    ] as [(Double, PixelBox)])
  func boxesLieOverTheImage(skew: Double, box: PixelBox) throws {
    var page = page
    page.skew = skew
    let areas = LayoutArea.areas(of: page)
    #expect(areas[0].lines[0].words[0].box == box)
  }

  @Test func aPageWithoutImageIsLeftOut() throws {
    let text = Page(textInputLines: ["a"])
    #expect(try elements(ALTOExport.data([text, page], of: source)).count { $0.name == "Page" } == 1)
    #expect(try !elements(HOCRExport.data([text], of: source)).contains { $0.name == "div" })
  }
}

extension Page {
  fileprivate init(textInputLines lines: [String]) {
    self.init(number: 1, origin: .text, blocks: lines.map { .line(Line(parsing: $0)) })
  }
}
