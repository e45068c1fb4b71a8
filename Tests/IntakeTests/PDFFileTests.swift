import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Intake

@Suite struct PDFFileTests {
  private static let scan = "corpus/scans/dev01_kh_xa_bullets.pdf"
  private static let born = "corpus/scans/dev06_joint_born.pdf"
  private static let qpdf = ["/usr/bin/qpdf", "/usr/local/bin/qpdf"].first(where: FileManager.default.isExecutableFile)

  private func failure(of path: String) async -> String? {
    do throws(Failure) {
      _ = try await PDFFile.open(path)
      return nil
    } catch {
      #expect(error.code == .badInput)
      return error.message.code
    }
  }

  @Test(arguments: [(scan, 5, true), ("corpus/scans/dev02_dossier_ttr_kh.pdf", 5, true), (born, 2, false)])
  func tellsScansFromBornDigital(_ path: String, _ pages: Int, _ isScan: Bool) async throws {
    let file = try await PDFFile.open(Repository.root + path)
    #expect(file.pages.count == pages)
    #expect(
      file.pages.allSatisfy { $0.isScan == isScan && (150...400).contains($0.drawingDPI(mostPixels: 100_000_000)) })
  }

  @Test func aBornDigitalPageKeepsItsWords() async throws {
    let opened = try await InputReader(mostPixels: 100_000_000).open(
      Input(path: Repository.root + Self.born, kind: .pdf, name: "x"))
    #expect(opened.kind == .bornDigital && opened.pages.map(\.number) == [1, 2])
    let words = try #require(opened.pages.first).textLayer.flatMap(\.words)
    #expect(words.count > 100 && words.allSatisfy { $0.box != nil })
    let bytes = try await opened.pages[0].image().bytes
    #expect(bytes.starts(with: Array("P6".utf8)) || bytes.starts(with: Array("P5".utf8)))
  }

  @Test(arguments: [10, 50, 99], [scan, born]) func aCutFileSaysSo(_ percent: Int, _ source: String) async throws {
    let folder = try TemporaryFolder()
    let whole = try Repository.bytes(of: source)
    let path = try folder.write(whole.prefix(whole.count * percent / 100), to: "cut.pdf")
    #expect(await failure(of: path) == "damaged-pdf")
  }

  @Test(arguments: [
    "%PDF-1.4\n%%EOF", "%PDF-1.4\ngarbage garbage\n%%EOF\n",
    "%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 1 0 R >>\nendobj",
  ])
  func garbageSaysSo(_ text: String) async throws {
    let folder = try TemporaryFolder()
    #expect(await failure(of: try folder.write(text, to: "garbage.pdf")) == "damaged-pdf")
  }

  /// A name that begins with a dash, or holds what a shell would run, is a name.
  @Test(arguments: ["-r.pdf", "a b; touch x.pdf", "$(id).pdf", "Kế hoạch (1)'\".pdf"])
  func awkwardNamesAreNames(_ name: String) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Repository.bytes(of: Self.born), to: name)
    #expect(try await PDFFile.open(path).pages.count == 2)
  }

  @Test func junkBeforeTheHeaderIsRead() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(Array("junk\n".utf8) + Repository.bytes(of: Self.born), to: "junk.pdf")
    #expect(try await PDFFile.open(path).pages.count == 2)
  }

  @Test(.enabled(if: qpdf != nil, "qpdf makes the file"), arguments: [true, false])
  func onlyAUserPasswordKeepsUsOut(_ isLocked: Bool) async throws {
    let folder = try TemporaryFolder()
    let tool = Process()
    tool.executableURL = URL(fileURLWithPath: try #require(Self.qpdf))
    tool.arguments =
      ["--encrypt", isLocked ? "user" : "", "owner", "256", "--", Repository.root + Self.born, folder["locked.pdf"]]
    try tool.run()
    tool.waitUntilExit()
    #expect(await failure(of: folder["locked.pdf"]) == (isLocked ? "encrypted-pdf" : nil))
  }
}
