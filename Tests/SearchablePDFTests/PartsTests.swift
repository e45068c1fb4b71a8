import DocumentModel
import SampleDocuments
import PDFSyntax
import Testing

@testable import SearchablePDF

@Suite struct ContentOperationsTests {
  @Test(arguments: [
    ("q 1 0 0 1 0 0 cm Q", ["q", "cm", "Q"]), ("(a \\) (b) ET) Tj", ["Tj"]), ("[(a]) -3 <41>] TJ T*", ["TJ", "T*"]),
    ("/A << /B (>>) /C << >> >> BDC EMC", ["BDC", "EMC"]), ("% Tj\nf*", ["f*"]),
    ("BI /W 1 ID \u{0}EIx(\nEI Q", ["BI", "Q"]), ("true false null d0 (x) '", ["d0", "'"]), ("(never closed", []),
  ])
  func operatorsAreTakenApart(content: String, names: [String]) {
    #expect(ContentOperations(Array(content.utf8)).map(\.name) == names)
  }

  @Test func noBytesMakeItRunForEver() {
    for first in UInt8.min...UInt8.max {
      for second in Array("()<>[]{}/%BIq \\".utf8) {
        #expect(ContentOperations([first, second, first, 0x20, second]).map(\.range.upperBound).allSatisfy { $0 <= 5 })
      }
    }
  }
}

@Suite struct FontTests {
  @Test func everyCharacterHasOneGlyphAndNoneIsTheMissingOne() {
    var font = GlyphlessFont()
    let (first, count) = font.encoded("ệệa\u{07}")
    #expect(first == "000100010002" && count == 3)
    #expect(font.encoded("a").hexadecimal == "0002")
    let map = String(decoding: font.toUnicode, as: UTF8.self)
    #expect(map.contains("<0001> <1EC7>\n<0002> <0061>\n"))
  }

  @Test func aCharacterBeyondTheFirstPlaneTakesTwoUnits() {
    var font = GlyphlessFont()
    _ = font.encoded("𝄞")
    #expect(String(decoding: font.toUnicode, as: UTF8.self).contains("<0001> <D834DD1E>"))
  }

  @Test(arguments: [1, 2, 131, 5000]) func theFontFileSumsUp(glyphs: Int) {
    let bytes = TrueTypeFile(glyphCount: glyphs).bytes
    #expect(bytes.count % 4 == 0)
    let sum = stride(from: 0, to: bytes.count, by: 4).reduce(UInt32(0)) { sum, start in
      sum &+ bytes[start..<start + 4].reduce(0) { $0 << 8 | UInt32($1) }
    }
    #expect(sum == 0xB1B0_AFBA)
  }

  @Test(arguments: [(0.5, "0.5"), (-0.25, "-0.25"), (3, "3"), (0.000001, "0.000001"), (-0.0000001, "0"), (1e300, "0")])
  func numbersHaveNoExponent(value: Double, text: String) { #expect(TextLayer.decimal(value, 6) == text) }
}

@Suite struct ArchivalTests {
  @Test(arguments: [
    ("D:20250711091205+07'00'", "2025-07-11T09:12:05+07:00"), ("D:20250711091205Z", "2025-07-11T09:12:05Z"),
    ("D:20250711091205", "2025-07-11T09:12:05Z"), ("D:2025", nil), ("hôm qua", nil),
  ])
  func datesAreThoseOfXMP(text: String, date: String?) { #expect(DocumentMetadata.isoDate(text) == date) }

  @Test func theProfileIsAsLongAsItSays() {
    let bytes = SRGBProfile.bytes
    #expect(bytes[0..<4].reduce(0) { $0 << 8 | Int($1) } == bytes.count)
    #expect(bytes[36..<40].elementsEqual("acsp".utf8))
  }
}

@Suite struct PageScanTests {
  /// A TIFF of one strip of fax codes.
  private func tiff(_ strip: [UInt8], photometric: Int, fillOrder: Int) -> [UInt8] {
    let fields = [
      (256, 1654), (257, 316), (259, 4), (262, photometric), (266, fillOrder), (273, 8), (278, 316), (279, strip.count),
    ]
    func little(_ number: Int, _ count: Int) -> [UInt8] { (0..<count).map { UInt8(number >> (8 * $0) & 0xFF) } }
    let directory = fields.flatMap { little($0.0, 2) + little(4, 2) + little(1, 4) + little($0.1, 4) }
    return [0x49, 0x49, 42, 0] + little(8 + strip.count, 4) + strip + little(fields.count, 2) + directory + little(0, 4)
  }

  @Test(arguments: [(0, "false"), (1, "true")]) func aFaxPageIsItsCodes(photometric: Int, black: String) throws {
    let codes: [UInt8] = [0x26, 0xA0, 0x01, 0x80, 0x08]
    let scan = try #require(PageScan(tiff(codes, photometric: photometric, fillOrder: 1), frame: 0))
    #expect(scan.width == 1654 && scan.height == 316 && scan.strips.map(\.bytes) == [codes])
    #expect(scan.strips[0].entries.contains("/BlackIs1 \(black)"))
    let backwards = PageScan(tiff(codes, photometric: photometric, fillOrder: 2), frame: 0)
    #expect(backwards?.strips.map(\.bytes) == [[0x64, 0x05, 0x80, 0x01, 0x10]])
    #expect(PageScan(tiff(codes, photometric: 3, fillOrder: 1), frame: 0) == nil)
  }

  /// Strips would show seams; a page that does not exist has none.
  @Test(arguments: [0, 5, 6, -1]) func otherFaxPagesAreLeftToADecoder(_ frame: Int) throws {
    #expect(PageScan(try Repository.bytes(of: "corpus/scans/dev03_kh_tinh_landscape.tif"), frame: frame) == nil)
  }

  @Test func aJPEGIsTheFile() throws {
    let bytes = try Repository.bytes(of: "corpus/scans/dev04_party_norules/page-01.jpg")
    let scan = try #require(PageScan(bytes, frame: 0))
    #expect(scan.strips.map(\.bytes) == [bytes] && scan.width == 2481 && scan.height == 3508)
  }

  @Test func aPNGKeepsItsPalette() throws {
    let scan = try #require(PageScan(Repository.bytes(of: "corpus/scans/dev05_hist_1991.png"), frame: 0))
    #expect(scan.width == 1241 && scan.strips[0].entries.contains("/Indexed"))
  }

  @Test(arguments: ["corpus/scans/dev03_kh_tinh_landscape.tif", "corpus/scans/dev05_hist_1991.png"])
  func whatIsCutShortIsLeftToADecoder(_ path: String) throws {
    let bytes = try Repository.bytes(of: path)
    for count in [0, 1, 3, 8, 30, 100, 1000] { _ = PageScan(Array(bytes.prefix(count)), frame: 0) }
    #expect(PageScan(Array(bytes.prefix(1000)), frame: 0) == nil)
  }
}
