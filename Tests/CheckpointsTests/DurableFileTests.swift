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

  /// What a killed writer left goes; another file's, a living writer's, and what only looks alike, stay.
  @Test func leftoversOfTheDeadAreRemoved() throws {
    let folder = try TemporaryFolder()
    let living = ProcessInfo.processInfo.processIdentifier
    // The highest number that Linux gives to a process is four million.
    let names =
      ["a.xlsx.4194305.partial", "a.xlsx.\(living).partial", "a.xlsx.x.partial"] + ["b.xlsx.4194305.partial", "a.xlsx"]
    for name in names { try folder.write("x", to: name) }
    DurableFile.removeLeftovers(of: folder["a.xlsx"])
    #expect(try folder.files() == names.dropFirst().sorted())
  }
}
