import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

/// What a page's own content tells of its words: whether they show, lie on top, and are in fonts that name their letters.
@Suite struct PageTextTests {
  /// Fonts: `/A` names its letters, `/B` does not, `/T` does so in its own file, and `/G` counts its glyphs there.
  private static func page(_ content: String) -> [UInt8] {
    let fonts = "/Font << /A 5 0 R /B 6 0 R /T 7 0 R /G 10 0 R >>"
    let program = "/Encoding 256 array dup 65 /%@ put dup 66 /%@ put readonly def currentfile eexec"
    return PDFBuilder.page(content: content, resources: fonts + " /XObject << /I 13 0 R >>") {
      $0.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
      $0.add("<< /Type /Font /Subtype /Type0 /BaseFont /Sign /Encoding /Identity-H >>")
      for (number, names) in [(8, ["A", "B"]), (11, ["g65", "g66"])] {
        $0.add("<< /Type /Font /Subtype /Type1 /BaseFont /Own /FontDescriptor \(number) 0 R >>")
        $0.add("<< /Type /FontDescriptor /FontName /Own /FontFile \(number + 1) 0 R >>")
        let text = names.reduce(program) { $0.replacing("%@", with: $1, maxReplacements: 1) }
        $0.add(dictionary: "", stream: Array(text.utf8))
      }
      $0.add(
        dictionary: "/Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray /BitsPerComponent 8",
        stream: [200])
    }
  }

  private func composition(_ content: String) throws -> PageComposition {
    let folder = try TemporaryFolder()
    return try #require(PDFContents.read(try folder.write(Self.page(content), to: "page.pdf")).pages.first)
  }

  private static let sentence = "/A 9 Tf (\(String(repeating: "Ke hoach so hoa tai lieu ", count: 8))) Tj"

  @Test(arguments: [
    ("q BT 3 Tr /A 9 Tf (unseen) Tj ET Q BT (seen) Tj ET", 1, 1), ("q /I Do Q BT /A 9 Tf (over) Tj ET", 1, 1),
    ("BT /A 9 Tf (under) Tj ET q /I Do Q", 1, 0), ("BT 3 Tr (a) Tj ET q /I Do Q", 0, 0),
  ])
  func wordsShowWhereNothingHidesThem(_ content: String, _ shown: Int, _ onTop: Int) throws {
    let page = try composition(content)
    #expect(page.visibleTexts == shown && page.textsOnTop == onTop)
  }

  @Test(arguments: [
    ("BT \(sentence) ET", true), ("BT \(sentence) /B 9 Tf <0003> Tj (a\\051) Tj ET", true),
    // A word, or as many signs as letters, may say anything.
    ("BT \(sentence) /B 9 Tf <00030004> Tj ET", false), ("BT \(sentence) /B 9 Tf [(ab) -20 (c)] TJ ET", false),
    ("BT \(String(repeating: "/A 9 Tf (a) Tj /B 9 Tf <0003> Tj ", count: 9)) ET", false),
    ("BT \(sentence) /T 9 Tf (AB) Tj AB Tj ET", true), ("BT \(sentence) /G 9 Tf (ABBA) Tj ET", false),
  ])
  func bulletsMayBeInAFontThatNamesNothing(_ content: String, _ isKnown: Bool) throws {
    #expect(try composition(content).fontsNameTheirLetters == isKnown)
  }

  @Test(arguments: [
    ("BT \(sentence) ET", true), ("BT \(sentence) ET 9 9 m 99 9 l S", false),
    ("BT \(sentence) ET 9 9 99 1 re f", false),
    ("q /I Do Q BT \(sentence) ET", false), ("", false),
  ])
  func aPageOfWordsAloneIsNotDrawn(_ content: String, _ isUnseen: Bool) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Self.page(content), to: "page.pdf")
    let opened = try await InputReader().open(Input(path: path, kind: .pdf, name: "page"))
    let unseen = opened.pages.first?.unseen
    #expect((unseen != nil) == isUnseen)
    // As large as `pdftoppm` draws A4 at 200 dpi.
    if let unseen { #expect(unseen.size == PixelSize(width: 1653, height: 2339) && unseen.dpi == 200) }
  }
}
