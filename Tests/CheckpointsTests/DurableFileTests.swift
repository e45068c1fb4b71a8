import DocumentModel
import Checkpoints
import Foundation
import SampleDocuments
import Testing

@Suite struct DurableFileTests {
  @Test func replacesWholeAndLeavesNothingWhereItCannot() throws {
    let folder = try TemporaryFolder()
    try DurableFile.write(Array("one".utf8), to: folder["a"])
    try DurableFile.write(Array("two".utf8), to: folder["a"])
    #expect(try String(contentsOfFile: folder["a"], encoding: .utf8) == "two")
    try folder.write("x", to: "b/inside")
    #expect(throws: Failure.self) { try DurableFile.write([1], to: folder["b"]) }
    #expect(try folder.files() == ["a", "b/inside"])
  }
}
