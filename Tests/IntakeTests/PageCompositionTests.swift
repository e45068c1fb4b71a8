import PDFSyntax
import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

/// A page's image is taken as its bytes are only where every viewer shows just that.
@Suite struct PageCompositionTests {
  private static let image =
    "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8"

  /// Object 5 is the image, 6 a state that is half transparent.
  private func composition(_ content: String, more: String = "", image: String = "") throws -> PageComposition {
    let folder = try TemporaryFolder()
    let resources = "/XObject << /I 5 0 R >> /ExtGState << /S 6 0 R >>"
    let bytes = PDFBuilder.page(more: more, content: content, resources: resources) {
      $0.add(dictionary: "\(Self.image) \(image)", stream: [UInt8](repeating: 200, count: 64))
      $0.add("<< /ca 0.5 >>")
      $0.add("<< /Subtype /FreeText /Rect [9 9 99 29] /F 4 /Contents (7) >>")
      $0.add("<< /Subtype /Widget /Parent 9 0 R /Rect [9 9 99 99] /F 4 >>")
      $0.add("<< /FT /Sig /T (S) /Kids [8 0 R] >>")
      $0.add("<< /Subtype /Link /Rect [9 9 99 99] >>")
      $0.add("<< /Subtype /Stamp /Rect [9 9 99 99] /F 2 >>")
      $0.add("<< /Subtype /FreeText /Rect [9 9 299 89] /F 4 /Contents (Kính chuyển phòng) >>")
    }
    return try #require(PDFContents.read(try folder.write(bytes, to: "page.pdf")).pages.first)
  }

  @Test(arguments: [
    "q 595 0 0 842 0 0 cm /I Do Q", "595 0 0 842 0 0 cm\n/I Do", "q 0 0 595 842 re W n q 595 0 0 842 0 0 cm /I Do Q Q",
    "q 5 0 0 2 0 0 cm 119 0 0 421 0 0 cm /I Do Q", "/P BMC q 590 0 0 835 2 3 cm /I Do Q EMC",
    "q 595 0 0 842 0 0 cm /I Do Q BT 3 Tr /F 9 Tf (unseen) Tj ET",
  ])
  func anImageAloneIsTaken(_ content: String) throws {
    #expect(try composition(content).isImageAlone)
  }

  @Test(arguments: [
    "q 595 0 0 -842 0 842 cm /I Do Q", "q -595 0 0 842 595 0 cm /I Do Q", "q 0 842 -595 0 595 0 cm /I Do Q",
    "q 595 0 0 842 0 0 cm /I Do Q 0 g 9 9 99 20 re f", "q 595 0 0 842 0 0 cm /I Do /I Do Q",
    "q 300 0 0 400 0 0 cm /I Do Q", "q 800 0 0 1100 -90 -90 cm /I Do Q", "q /S gs 595 0 0 842 0 0 cm /I Do Q",
    "q 595 0 0 842 0 0 cm /I Do Q BT (119) Tj ET", "q 9 9 99 99 re W n 595 0 0 842 0 0 cm /I Do Q",
    "/OC /L BDC q 595 0 0 842 0 0 cm /I Do Q EMC", "q 595 0 0 842 0 0 cm /Missing Do Q", "",
    "q 595 0 0 842 0 0 cm /I Do Q q 20 0 0 20 9 9 cm BI /W 1 /H 1 /CS /G /BPC 8 ID x EI Q",
  ])
  func aPageThatShowsMoreOrOtherwiseIsDrawn(_ content: String) throws {
    #expect(try !composition(content).isImageAlone)
  }

  @Test(arguments: [
    ("/Decode [1 0]", false), ("/Decode [0 1]", true), ("/SMask 5 0 R", false), ("/Mask [0 9]", false),
    ("/ImageMask true", false),
  ])
  func anImageIsTakenAsItsBytesAre(_ entries: String, _ isTaken: Bool) throws {
    #expect(try composition("q 595 0 0 842 0 0 cm /I Do Q", image: entries).isImageAlone == isTaken)
  }

  @Test(
    arguments: [
      ("", .none), ("7 0 R", .all), ("8 0 R", .none), ("10 0 R", .none), ("11 0 R", .none), ("12 0 R", .none),
      ("7 0 R 10 0 R", .all),
      ("7 0 R 8 0 R", .some),
    ] as [(String, PageComposition.Annotations)])
  func whatWasTypedIsPrintAndASignatureIsNot(_ list: String, _ annotations: PageComposition.Annotations) throws {
    let page = try composition("q 595 0 0 842 0 0 cm /I Do Q", more: "/Annots [\(list)]")
    #expect(page.annotations == annotations && page.isImageAlone == (annotations == .none))
  }

  @Test func aTurnedPageIsDrawn() throws {
    #expect(try !composition("q 595 0 0 842 0 0 cm /I Do Q", more: "/Rotate 90").isImageAlone)
  }

  /// The copy that is drawn has the typed box and lacks the signature.
  @Test func aSignaturesOverlayIsLeftOut() throws {
    let folder = try TemporaryFolder()
    let bytes = PDFBuilder.page(more: "/Annots [5 0 R 6 0 R]") {
      $0.add("<< /Subtype /FreeText /Rect [9 9 99 29] /F 4 >>")
      $0.add("<< /Subtype /Widget /FT /Sig /Rect [9 9 99 99] /F 4 >>")
    }
    let copy = try #require(PDFContents.printed(try folder.write(bytes, to: "page.pdf"), page: 1))
    let file = try PDFDocument(reading: try folder.write(copy, to: "copy.pdf"))
    let page = try #require(file.pages().first)
    #expect((file[page, "/Annots"].map(file.items) ?? []).count == 1)
  }
}
