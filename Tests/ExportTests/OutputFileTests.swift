import DocumentModel
import Export
import Foundation
import SampleDocuments
import Testing

@Suite struct OutputFileTests {
  @Test func replacesWholeAndLeavesNothingWhereItCannot() throws {
    let folder = try TemporaryFolder()
    try OutputFile.write(Array("one".utf8), to: folder["a"])
    try OutputFile.write(Array("two".utf8), to: folder["a"])
    #expect(try String(contentsOfFile: folder["a"], encoding: .utf8) == "two")
    try folder.write("x", to: "b/inside")
    #expect(throws: Failure.self) { try OutputFile.write([1], to: folder["b"]) }
    #expect(try folder.files() == ["a", "b/inside"])
  }
}
