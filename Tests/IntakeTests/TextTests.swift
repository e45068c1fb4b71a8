import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

@Suite struct TextTests {
  @Test func anOCRTextIsItsLines() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write("một\r\nhai\n\n\u{0C}ba\n", to: "a.txt")
    let opened = try await InputReader().open(Input(path: path, kind: .text, name: "a"))
    #expect(opened.text.map(\.text) == ["một\r", "hai", "", "\u{0C}ba", ""])
    #expect(opened.text.map(\.number) == [1, 2, 3, 4, 5])
    #expect(opened.text.map(\.page) == [1, 1, 1, 2, 2])
    #expect(opened.kind == .text && opened.findings.isEmpty && opened.pages.isEmpty)
  }

  @Test func bytesThatAreNoTextAreAFinding() async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write([0x61, 0xFF, 0x0A], to: "a.txt")
    let opened = try await InputReader().open(Input(path: path, kind: .text, name: "a"))
    #expect(opened.findings.map(\.message.code) == ["invalid-utf8"])
    #expect(opened.text.map(\.text) == ["a\u{FFFD}", ""])
  }

  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      String(repeating: "a", count: 1_000_000), "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func hashesAreSHA256(_ text: String, _ hash: String) throws {
    let folder = try TemporaryFolder()
    #expect(try ContentHash.sha256(of: [folder.write(text, to: "a")]) == hash)
  }

  @Test func severalFilesHashInTheirOrder() throws {
    let folder = try TemporaryFolder()
    let (a, b) = (try folder.write("a", to: "a"), try folder.write("b", to: "b"))
    #expect(try ContentHash.sha256(of: [a, b]) != ContentHash.sha256(of: [b, a]))
    #expect(try ContentHash.sha256(of: [a, b]) == ContentHash.sha256(of: [a, b]))
  }

  @Test func aFileThatIsGoneIsAFailure() throws {
    let folder = try TemporaryFolder()
    #expect(throws: Failure.self) { try ContentHash.sha256(of: [folder["gone"]]) }
    #expect(throws: Failure.self) { try ReadOnlyFile.contents(of: folder["gone"]) }
    #expect(throws: Failure.self) { try ReadOnlyFile.start(of: folder["gone"]) }
  }
}
