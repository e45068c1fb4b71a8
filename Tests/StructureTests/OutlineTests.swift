import Grammar
import Foundation
import SampleDocuments
import Structure
import Testing

/// The trees of the corpus, printed and held against golden files. `RECORD_GOLDEN=1` rewrites them; read the diff.
@Suite struct OutlineTests {
  @Test(arguments: Sample.all) func outlineIsGolden(_ sample: Sample) throws {
    let parser = DocumentParser(Phrases(try .load(from: Repository.dictionaries)))
    let outline = try parser.parse(sample.pages()).map { $0.outline() }.joined(separator: "\n")
    let path = Repository.root + "Tests/StructureTests/Golden/\(sample.name).outline"
    if ProcessInfo.processInfo.environment["RECORD_GOLDEN"] == "1" {
      try outline.write(toFile: path, atomically: true, encoding: .utf8)
    }
    #expect(try outline == String(contentsOfFile: path, encoding: .utf8))
  }
}
