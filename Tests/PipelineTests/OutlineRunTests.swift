import DocumentModel
import Export
import Foundation
import SampleDocuments
import Testing

@testable import Pipeline

/// What `sohoa outline` prints, held against golden files that a person can read. `RECORD_GOLDEN=1` rewrites them.
@Suite struct OutlineRunTests {
  @Test(arguments: [
    ("002", "seeds/002_1d19b0ac38f6bf0d.txt"), ("dev06", "corpus/scans/dev06_joint_born.pdf"),
    ("004", "seeds/004_68b48b8b28540b44.txt"),
  ])
  func outlineIsGolden(_ name: String, _ input: String) async throws {
    let outlines = try await OutlineRun(models: Repository.dictionaries).outlines(of: Repository.root + input)
    let text = outlines.map { $0.text() }.joined(separator: "\n")
    let path = Repository.root + "Tests/PipelineTests/Golden/\(name).outline"
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try text.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try text == String(contentsOfFile: path, encoding: .utf8))
  }

  @Test func anInputThatIsNotThereIsSaid() async throws {
    let run = try OutlineRun(models: Repository.dictionaries)
    await #expect(throws: Failure.self) { _ = try await run.outlines(of: "no/such/file.pdf") }
  }
}
