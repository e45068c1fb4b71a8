import DocumentModel
import PDFSyntax
import Foundation
import SampleDocuments
import Testing

@testable import SearchablePDF

/// Content streams put together from what streams are made of, whole and damaged. `SOHOA_FUZZ=10000 swift test --filter
/// MutatedContent` tries as many as it says.
@Suite struct MutatedContentTests {
  static let count = ProcessInfo.processInfo.environment["SOHOA_FUZZ"].flatMap(UInt64.init) ?? 500

  static let pieces = [
    "q", "Q", "BT", "ET", "3 Tr", "7 Tr", "0 Tr", "5 Tr", "/F 20 Tf", "/F -3 Tf", "/Gone 9 Tf", "(cu) Tj",
    "(mot hai) '",
    "1 2 (ba) \"", "[(a) -200 (b)] TJ", "<4142> Tj", "<4> Tj", "50 700 Td", "0 -24 TD", "T*", "24 TL", "120 Tz", "5 Ts",
    "1 0 0 1 60 500 Tm", "0 1 -1 0 9 9 Tm", "0 0 0 0 0 0 cm", "2 0 0 .5 0 0 cm", "1e400 0 0 1 0 0 cm",
    "9999999999999999999999 0 Td", "/I Do", "/Old Do", "600 0 0 800 0 0 cm /I Do", "/None gs", "0 g", "/P scn",
    "40 690 90 30 re", "f", "f*", "W n", "S", "30 w", "10 10 m", "90 10 l", "1 2 3 4 5 6 c", "h", "b*", "/OC /L BDC",
    "/Span << /ActualText (x) >> BDC", "EMC", "BI /W 1 /H 1 ID \u{0}EI x EI", "(", ")", "[", "]", "<<", ">>", "%", "/",
    "\\", "\u{0}", "9", "-", ".", "{", "}", "<", ">", "sh", "d0", "true", "-9223372036854775808 Tc", "1 Tw",
  ]

  private func content(_ seed: UInt64) -> [UInt8] {
    var random = SeededGenerator(seed: seed)
    func below(_ limit: Int) -> Int { Int(random.next() % UInt64(limit)) }
    var bytes: [UInt8] = []
    for _ in 0..<below(40) {
      bytes += Array((Self.pieces[below(Self.pieces.count)] + (below(20) == 0 ? "" : "\n")).utf8)
    }
    if below(3) == 0 { for index in bytes.indices where below(30) == 0 { bytes[index] = UInt8(below(256)) } }
    return bytes
  }

  /// Nothing traps; what was cleaned names only fonts that it keeps, is not cleaned of more the next time, and leaves as many
  /// states open.
  @Test func noContentStreamBreaksTheCleaner() throws {
    let folder = try TemporaryFolder()
    let document = try PDFDocument(reading: folder.write(DrawnPage.bytes("/F /Old /I"), to: "page.pdf"))
    let page = try document.pages()[0]
    for seed in 0..<Self.count {
      document[page, "/Contents"] = document.stream(content(seed))
      let first = PageContent(of: page, in: document)
      guard let cleaned = first.cleaned[page] else { continue }
      let named = ContentOperations(cleaned.bytes).filter { $0.name == "Tf" }.compactMap { operation in
        operation.operands.first { $0.first == UInt8(ascii: "/") }.map { String(decoding: $0, as: UTF8.self) }
      }
      #expect(cleaned.fonts.isSuperset(of: named), "seed \(seed)")
      document[page, "/Contents"] = document.stream(cleaned.bytes)
      let second = PageContent(of: page, in: document)
      #expect(second.openStates == first.openStates, "seed \(seed)")
      #expect(second.images == first.images && second.visibleTexts == first.visibleTexts, "seed \(seed)")
    }
  }
}
