import DocumentModel
import Imaging
import SampleDocuments
import Testing

@testable import PageReading
@testable import Recognition
@testable import Tesseract

@Suite struct LineRereaderTests {
  private func page() throws -> PageImage {
    let bytes = try Repository.bytes(of: "corpus/scans/dev03_kh_tinh_landscape.tif")
    let page = try PageImage.decode(bytes, frame: 0, dpi: nil, name: "dev03").cleaned()
    return try page.cropped(to: PixelBox(x: 0, y: 200, width: 1654, height: 500))
  }

  private func read(_ page: borrowing PageImage, _ engine: inout TesseractEngine) throws -> [Line] {
    engine.begin(page)
    return try engine.lines(in: nil, as: .page)
  }

  /// A line that was misread, and is not sure of itself, is read again from the page.
  @Test func aDoubtfulLineIsReadAgain() throws {
    let page = try page()
    var engine = try TesseractEngine()
    let lines = try read(page, &engine)
    let long = lines.indices.filter { lines[$0].words.count > 5 }
    let index = try #require(long.max { lines[$0].confidence < lines[$1].confidence })
    var spoilt = lines
    for word in spoilt[index].words.indices {
      spoilt[index].words[word].text = "zzzz"
      spoilt[index].words[word].confidence = 0.1
    }
    let rereader = LineRereader { line in line.text.contains("zzzz") ? 20 : 1 }
    let improved = try rereader.improved(spoilt, on: page, with: &engine)
    #expect(improved.count == lines.count)
    let shared = Set(improved[index].words.map(\.text)).intersection(lines[index].words.map(\.text))
    #expect(shared.count * 2 > lines[index].words.count, "\(improved[index].text)")
    // Boxes are the page's again.
    let before = try #require(lines[index].box), after = try #require(improved[index].box)
    #expect(abs(before.x - after.x) < 20 && abs(before.y - after.y) < 20 && abs(before.right - after.right) < 20)
    for other in lines.indices where other != index && lines[other].confidence >= LineRereader.sure {
      #expect(improved[other] == lines[other])
    }
  }

  /// Neither a sure line nor one that no other reading betters is touched; a line without a place cannot be read again.
  @Test func theRestStaysAsItIs() throws {
    let page = try page()
    var engine = try TesseractEngine()
    let box = PixelBox(x: 200, y: 20, width: 900, height: 60)
    let sure = Line(words: [Word(text: "chắc", spaceBefore: "", box: box, confidence: 0.99)], page: 1)
    var placeless = Line(words: [Word(text: "không chỗ", spaceBefore: "", confidence: 0.1)], page: 1)
    placeless.page = 1
    let best = Line(words: [Word(text: "nhất", spaceBefore: "", box: box, confidence: 0.8)], page: 1)
    let rereader = LineRereader { line in line.text == "nhất" ? 0 : 100 }
    for line in [sure, placeless, best] {
      #expect(try rereader.improved([line], on: page, with: &engine) == [line])
    }
    #expect(try rereader.improved([], on: page, with: &engine).isEmpty)
  }
}
