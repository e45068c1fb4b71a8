import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import SearchablePDF

/// Leaves PDFs of every kind in `.build/searchable-pdfs`, each with the words that it must have: `scripts/check-pdfs` reads
/// them back with readers other than Poppler.
@Suite struct ReaderSamplesTests {
  static let folder = Repository.root + ".build/searchable-pdfs/"
  static let lines = [
    "ỦY BAN NHÂN DÂN XÃ MINH HÒA", "Căn cứ ý kiến tháng 5 năm 2026 ở huyện", "1. Rà soát hồ sơ số 7 và số 12/KH-UBND",
    "a) Giao Phòng Văn hóa chủ trì", "b) Hoàn thành trước ngày 30/6/2026 tại xã",
  ]

  private func keep(_ bytes: [UInt8], _ words: [String], as name: String) throws {
    try FileManager.default.createDirectory(atPath: Self.folder, withIntermediateDirectories: true)
    try Data(bytes).write(to: URL(fileURLWithPath: Self.folder + name + ".pdf"))
    try Data(words.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: Self.folder + name + ".txt"))
    #expect(try FoundWord.all(in: Self.folder + name + ".pdf").map(\.text).sorted() == words.sorted())
    #expect(try errors(of: "qpdf", ["--check", Self.folder + name + ".pdf"]).isEmpty)
  }

  /// 24 lines of 12-point print over a sheet of A4 at 100 dpi.
  private func sheet(rotation: Int, skew: Double) -> (page: Page, words: [String]) {
    var words: [String] = []
    let lines = (0..<24).map { row -> Block in
      var x = 100
      let texts = Self.lines[row % Self.lines.count].split(separator: " ").map(String.init)
      words += texts
      return .line(
        Line(
          words: texts.map { text in
            let box = PixelBox(x: x, y: 120 + 28 * row, width: 9 * text.count, height: 17)
            x = box.right + 7
            return Word(text: text, box: box)
          }))
    }
    var page = Page(
      number: 1, origin: .scan, size: PixelSize(width: 827, height: 1169), dpi: 100, rotation: rotation, blocks: lines)
    page.skew = skew
    return (page, words)
  }

  @Test(arguments: [0, 90, 180, 270], [0, 2.5, -3]) func scans(rotation: Int, skew: Double) throws {
    let (page, words) = sheet(rotation: rotation, skew: skew)
    let (width, height) = rotation % 180 == 0 ? (827, 1169) : (1169, 827)
    let strip = ImageStrip(
      rows: height, bytes: [UInt8](repeating: 220, count: width * height),
      entries: "/ColorSpace /DeviceGray /BitsPerComponent 8")
    let made = try SearchablePDF.making(
      [PageScan(width: width, height: height, strips: [strip])], pages: [page], title: "Thử")
    try keep(made.bytes, words, as: "scan-\(rotation)-\(skew)")
  }

  @Test(arguments: UnseenWordsTests.examples) func copies(_ example: UnseenWordsTests.Example) throws {
    let folder = try TemporaryFolder()
    let original = try folder.write(DrawnPage.bytes(example.content), to: "original.pdf")
    let page = DrawnPage.page([("mới", 300, 400), ("5", 400, 400)])
    let made = try SearchablePDF.copying(original, pages: [page], title: "a")
    try keep(
      made.bytes, example.words + ["5"], as: "copy-" + example.testDescription.replacing(" ", with: "-"))
  }
}
