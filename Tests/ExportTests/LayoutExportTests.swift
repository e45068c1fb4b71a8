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
      alternatives: others)
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

  private func elements(_ bytes: [UInt8], _ path: String) throws -> [XMLElement] {
    let names = path.split(separator: "/").map(String.init)
    var found = [try XMLDocument(data: Data(bytes)).rootElement()].compactMap { $0 }
    for name in names {
      found = found.flatMap { parent in
        (parent.children ?? []).compactMap { $0 as? XMLElement }.filter { name == "*" || $0.name == name }
      }
    }
    return found
  }

  private func all(_ bytes: [UInt8], named name: String) throws -> [XMLElement] {
    var waiting = [try XMLDocument(data: Data(bytes)).rootElement()].compactMap { $0 }, found: [XMLElement] = []
    while let element = waiting.popLast() {
      if element.name == name { found.append(element) }
      waiting += (element.children ?? []).compactMap { $0 as? XMLElement }.reversed()
    }
    return found
  }

  private func values(_ elements: [XMLElement], _ attribute: String) -> [String?] {
    elements.map { $0.attribute(forName: attribute)?.stringValue }
  }

  @Test func altoHoldsEveryWordItsPlaceAndItsReadings() throws {
    let alto = ALTOExport.data([page], of: source)
    let strings = try all(alto, named: "String")
    #expect(values(strings, "CONTENT") == ["Ủy", "b<a>&\"'", "sát", "xa", "Sở", "Sở"])
    #expect(values(strings, "WC").allSatisfy { $0 == "0.876" })
    #expect(values([strings[1]], "HPOS") == ["160"] && values([strings[1]], "WIDTH") == ["50"])
    #expect(try all(alto, named: "ALTERNATIVE").map(\.stringValue) == ["Uy", "Uỷ"])
    #expect(values(try all(alto, named: "SP"), "WIDTH") == ["10"])
    #expect(try elements(alto, "Layout/Page/PrintSpace/*").map(\.name) == ["TextBlock", "TextBlock", "ComposedBlock"])
    #expect(try elements(alto, "Layout/Page/PrintSpace/TextBlock/TextLine").count == 3)
    #expect(try elements(alto, "Layout/Page/PrintSpace/ComposedBlock/TextBlock").count == 2)
    #expect(try all(alto, named: "processingStepSettings").map(\.stringValue) == ["page 3: turned 90° clockwise"])
    #expect(try all(alto, named: "fileName").map(\.stringValue) == [source.fileName])
    let ids = try ["TextBlock", "TextLine", "String", "Page"].flatMap { values(try all(alto, named: $0), "ID") }
    #expect(Set(ids).count == ids.count)
  }

  @Test func hocrHoldsEveryWordAndItsPlace() throws {
    let hocr = HOCRExport.data([page], of: source)
    #expect(try all(hocr, named: "title").map(\.stringValue) == ["27/KH-UBND <A&B>"])
    let spans = try all(hocr, named: "span")
    let words = spans.filter { $0.attribute(forName: "class")?.stringValue == "ocrx_word" }
    #expect(words.map(\.stringValue) == ["Ủy", "b<a>&\"'", "sát", "xa", "Sở", "Sở"])
    #expect(values([words[1]], "title") == ["bbox 160 100 210 120; x_wconf 88"])
    #expect(spans.first?.stringValue == "Ủy b<a>&\"'")
    let classes = try ["div", "p", "span"].flatMap { values(try all(hocr, named: $0), "class") }
    #expect(Set(classes) == ["ocr_page", "ocr_carea", "ocr_par", "ocr_line", "ocrx_word"])
    let title = try #require(values(try all(hocr, named: "div"), "title").first ?? nil)
    #expect(title == "image \"kế _hoạch_ & <1>.pdf\"; bbox 0 0 1000 800; ppageno 2; scan_res 200 200; x_turn 90")
  }

  /// Boxes lie over the image in the file, whose lines were not level.
  @Test(
    arguments: [
      (0.0, PixelBox(x: 100, y: 100, width: 50, height: 20)), (2.0, PixelBox(x: 90, y: 114, width: 51, height: 22)),
    ] as [(Double, PixelBox)])
  func boxesLieOverTheImage(skew: Double, box: PixelBox) throws {
    var page = page
    page.skew = skew
    let areas = LayoutArea.areas(of: page)
    #expect(areas[0].lines[0].words[0].box == box)
  }

  @Test func aPageWithoutImageIsLeftOut() throws {
    let text = Page(textInputLines: ["a"])
    #expect(try all(ALTOExport.data([text, page], of: source), named: "Page").count == 1)
    #expect(try all(HOCRExport.data([text], of: source), named: "div").isEmpty)
  }
}

extension Page {
  fileprivate init(textInputLines lines: [String]) {
    self.init(number: 1, origin: .text, blocks: lines.map { .line(Line(parsing: $0)) })
  }
}
