import DocumentModel
import Foundation
import Intake
import SampleDocuments
import Testing

@testable import Pipeline

@Suite struct OutputFormatTests {
  @Test func everyFormatHasANameAndAFileOfItsOwn() throws {
    #expect(Set(OutputFormat.all.map(\.name)).count == OutputFormat.all.count)
    #expect(Set(OutputFormat.all.map(\.fileName)).count == OutputFormat.all.count)
    for format in OutputFormat.all { #expect(OutputFormat(named: format.name) == format) }
    let encoded = try JSONEncoder().encode([OutputFormat.json, .alto])
    #expect(String(decoding: encoded, as: UTF8.self) == #"["json","alto"]"#)
    #expect(try JSONDecoder().decode([OutputFormat].self, from: encoded) == [.json, .alto])
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(OutputFormat.self, from: Data(#""mets""#.utf8)) }
  }

  /// A format that lists the others sees their names, sizes and hashes, the record among them.
  @Test func aListingSeesWhatWasWrittenBefore() async throws {
    let list = OutputFormat("list", fileName: "list.txt", turn: .listing) { folder, name throws(Failure) in
      let lines = folder.files.map { "\($0.name) \($0.size ?? -1) \($0.sha256 ?? "-")" }
      try folder.write(Array(lines.joined(separator: "\n").utf8), to: name)
    }
    let folder = try TemporaryFolder()
    let written = try await write([list, .json, .csv, .txt], to: folder)
    #expect(written.files.map(\.name) == ["tasks.csv", "text.txt", "record.json", "list.txt"])
    let lines = try String(contentsOfFile: folder["out/a/list.txt"], encoding: .utf8).split(separator: "\n")
    #expect(lines.map { $0.prefix { $0 != " " } } == ["tasks.csv", "text.txt", "record.json"])
    let sum = try ContentHash.sha256(of: [folder["out/a/text.txt"]])
    #expect(lines[1] == "text.txt \(try Data(contentsOf: URL(fileURLWithPath: folder["out/a/text.txt"])).count) \(sum)")
  }

  /// A finding of a file of content stands in the record; a file that cannot be made fails the input.
  @Test func whatIsOddAboutAFileStandsInTheRecord() async throws {
    let odd = OutputFormat("odd", fileName: "odd.txt") { folder, _ throws(Failure) in
      folder.add(Finding(.note, .nothingToPlan))
    }
    let folder = try TemporaryFolder()
    let written = try await write([.json, odd, .alto], to: folder)
    #expect(written.notices.map(\.code) == ["needs-pages", "nothing-to-plan"])
    let record = try Data(contentsOf: URL(fileURLWithPath: folder["out/a/record.json"]))
    #expect(try JSONDecoder().decode(InputRecord.self, from: record).findings.count == 2)
    let bad = OutputFormat("bad", fileName: "bad.txt") { _, _ throws(Failure) in
      throw Failure(.cannotWriteOutput, .nothingToPlan)
    }
    await #expect(throws: Failure.self) { try await write([bad, .json], to: folder) }
  }

  private func write(_ formats: [OutputFormat], to folder: TemporaryFolder) async throws -> ResultFolder {
    let pages = [Page(textInput: "KẾ HOẠCH\nTriển khai số hóa")]
    let source = SourceSummary(path: "a.txt", sha256: "0", kind: .text, pages: 1, doubtfulWords: 0)
    let product = InputProcessor.Product(
      record: InputRecord(source: source, documents: []), transcript: Transcript(of: pages), trees: [], pages: pages,
      sources: [], keptPages: 0)
    let writer = OutputWriter(
      directory: folder["out"], formats: formats, settings: OutputSettings(language: .vi, mostPixels: 1))
    return try await writer.write(product, of: Input(path: "a.txt", kind: .text, name: "a"))
  }
}
