import DocumentModel
import SampleDocuments
import Testing

@testable import Intake

@Suite struct TextTests {
  @Test(
    arguments: [
      (Array("Số 1".utf8), "Số 1", 0), ([0xEF, 0xBB, 0xBF, 0x61], "a", 0),
      ([0xFF, 0xFE, 0x53, 0x00, 0xD1, 0x1E], "Số", 0),
      ([0xFE, 0xFF, 0x00, 0x53, 0x1E, 0xD1], "Số", 0), ([0x61, 0xFF, 0x62, 0xC3], "a\u{FFFD}b\u{FFFD}", 2), ([], "", 0),
      ([0xFF, 0xFE], "", 0), ([0xFF, 0xFE, 0x61, 0x00, 0x62], "a\u{FFFD}", 1),
      ([0xFE, 0xFF, 0xD8, 0x3D, 0x00, 0x61], "\u{FFFD}a", 1),
    ] as [([UInt8], String, Int)])
  func bytesBecomeText(_ bytes: [UInt8], _ text: String, _ replacements: Int) {
    let decoded = DecodedText(bytes)
    #expect(decoded.text == text)
    #expect(decoded.replacements == replacements)
  }

  @Test func noLineIsEverLost() {
    var generator = SeededGenerator(seed: 12)
    for _ in 0..<300 {
      let alphabet: [UInt8] = [0x0A, 0x61, 0xC3, 0xE1, 0xBA, 0xBF, 0xFF]
      let bytes = (0..<60).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
      guard bytes.first != 0xFF else { continue }
      #expect(DecodedText(bytes).text.utf8.count { $0 == 0x0A } == bytes.count { $0 == 0x0A })
    }
  }

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
