import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

@Suite struct PDFPageImageTests {
  private static let scan = Repository.root + "corpus/scans/dev01_kh_xa_bullets.pdf"

  @Test func aScanIsTakenAsItIs() async throws {
    let page = PDFPageImage(path: Self.scan, page: 1, dpi: 200, isScan: true)
    let taken = try await page.extracted(), kind = FileKind(startingWith: try taken.bytes)
    #expect(kind == .jpeg || kind == .tiff)
    #expect(taken.dpi == 200 && taken.frame == 0)
    let drawn = try await page.drawn().bytes
    #expect(drawn.starts(with: Array("P6".utf8)))
  }

  /// Where the image cannot be taken the page is drawn.
  @Test func aPageWithoutAnImageIsDrawn() async throws {
    let born = Repository.root + "corpus/scans/dev06_joint_born.pdf"
    let bytes = try await PDFPageImage(path: born, page: 1, dpi: 72, isScan: false).extracted().bytes
    #expect(bytes.starts(with: Array("P6".utf8)))
  }

  @Test func aPageThatIsNotThereIsAFailure() async throws {
    let page = PDFPageImage(path: Self.scan, page: 99, dpi: 72, isScan: false)
    await #expect(throws: Failure.self) { _ = try await page.drawn() }
  }

  /// An empty page is none of a damaged picture unless the tool complained about a scan.
  @Test func anEmptyPageMayBeEmpty() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(PDFBuilder.page(), to: "empty.pdf")
    let bytes = try await PDFPageImage(path: path, page: 1, dpi: 72, isScan: true).drawn().bytes
    #expect(bytes.count > 1000)
  }
}
