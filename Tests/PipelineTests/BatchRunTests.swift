import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Pipeline

/// Inputs to files, the way that users go.
@Suite struct BatchRunTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func run(_ selection: BatchSelection = .unfinished) throws -> BatchRun {
    try BatchRun(
      RunSettings(
        output: folder["out"], jobs: 2, formats: Set(OutputFormat.all), language: .vi,
        models: Repository.dictionaries), selection: selection)
  }

  private let text = "KẾ HOẠCH\r\nTriển khai số hóa\n\nI. MỤC ĐÍCH\n\u{0C}trang hai\n"

  @Test func badInputsAreReportedAndTheOthersProcessed() async throws {
    let good = try folder.write(text, to: "in/good.txt")
    let empty = try folder.write("", to: "in/empty.txt")
    let page = try folder.write("<!DOCTYPE html><p>", to: "in/page.pdf")
    let pdf = try Repository.bytes(of: "corpus/scans/dev01_kh_xa_bullets.pdf")
    let cut = try folder.write(pdf.prefix(pdf.count / 2), to: "in/cut.pdf")
    let report = try await run().process([empty, folder["in/missing.pdf"], cut, page, good])
    let codes = Dictionary(
      uniqueKeysWithValues: report.inputs.map { (URL(fileURLWithPath: $0.path).lastPathComponent, $0.failure) })
    #expect(codes["good.txt"]??.exitCode == nil)
    #expect(codes["empty.txt"]??.message.code == "empty-file" && codes["empty.txt"]??.exitCode == 65)
    #expect(codes["missing.pdf"]??.message.code == "no-such-file" && codes["missing.pdf"]??.exitCode == 66)
    #expect(codes["cut.pdf"]??.message.code == "damaged-pdf" && codes["cut.pdf"]??.exitCode == 65)
    #expect(codes["page.pdf"]??.message.code == "unsupported-kind")
    #expect(report.exitCode == 65 && report.failed.count == 4)
    // What was bad leaves nothing behind, what was good is whole.
    #expect(
      try folder.results().filter { $0.hasPrefix("out/") }
        == ["pages.packed", "record.json", "tasks.csv", "tasks.xlsx", "text.txt"].map { "out/good/" + $0 })
  }

  /// A page that could not be read is named with its file; so is a file of a kind that is not read.
  @Test func whatIsNotInTheResultIsNamed() async throws {
    let file = try #require(BadFile.all.first { $0.name == "one-bad-of-two.tif" })
    try folder.write(file.bytes(), to: "in/" + file.name)
    try folder.write("KẾ HOẠCH\n", to: "in/letter.rtf")
    let report = try await run().process([folder["in"]])
    let omitted = report.inputs.flatMap { $0.omitted ?? [] }
    #expect(omitted.map(\.page) == [2] && omitted.map(\.message.code) == ["cannot-decode-image"])
    #expect(report.omitted.map(\.path) == [folder["in/letter.rtf"]])
  }

  @Test func aFileInPlaceOfTheOutputFolderIsRefused() async throws {
    let path = try folder.write(text, to: "in/a.txt")
    try folder.write("x", to: "out")
    let failure = await #expect(throws: Failure.self) { _ = try await run().process([path]) }
    #expect(failure?.message.code == "output-is-a-file" && failure?.code == .cannotWriteOutput)
  }

  @Test func aTextInputHasNoPagesToShowAndSaysSo() async throws {
    let path = try folder.write(text, to: "in/a.txt")
    let report = try await run().process([path])
    #expect(report.inputs.flatMap(\.notices).map(\.code) == ["needs-pages"] && report.exitCode == 0)
    let record = try Data(contentsOf: URL(fileURLWithPath: folder["out/a/record.json"]))
    #expect(try JSONDecoder().decode(InputRecord.self, from: record).findings.map(\.message.code) == ["needs-pages"])
  }

  @Test func aScanComesOutInEveryFormat() async throws {
    let path = Repository.root + "corpus/scans/dev05_hist_1991.png"
    let report = try await run().process([path])
    #expect(report.exitCode == 0 && report.inputs.flatMap(\.notices).isEmpty)
    let names = OutputFormat.all.map { "out/dev05_hist_1991/" + $0.fileName }.sorted()
    #expect(try folder.results() == names)
    // One page is kept as the whole at once, and not as a page first.
    let kept = try folder.files().filter { $0.contains("/recognition-") }
    #expect(kept.count == 1 && !kept[0].hasSuffix(".1"))
    let words = try String(contentsOfFile: folder["out/dev05_hist_1991/text.txt"], encoding: .utf8)
      .split(whereSeparator: \.isWhitespace)
    let hocr = try String(contentsOfFile: folder["out/dev05_hist_1991/hocr.html"], encoding: .utf8)
    #expect(hocr.matches(of: /class="ocrx_word"/).count == words.count && words.count > 300)
    #expect(
      try Data(contentsOf: URL(fileURLWithPath: folder["out/dev05_hist_1991/searchable.pdf"])).starts(
        with: Data("%PDF-1.7".utf8)))
  }

  @Test func onlyMissingInputsAreExitCode66() async throws {
    #expect(try await run().process([folder["a.pdf"], folder["b.pdf"]]).exitCode == 66)
  }

  @Test func aTextInputComesOutLineForLineAndASecondRunIsTheSame() async throws {
    let path = try folder.write(text, to: "in/a.txt")
    #expect(try await run().process([path]).exitCode == 0)
    let first = try String(contentsOfFile: folder["out/a/text.txt"], encoding: .utf8)
    #expect(first.utf8.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0A })
    let record = try Data(contentsOf: URL(fileURLWithPath: folder["out/a/record.json"]))
    #expect(try JSONDecoder().decode(InputRecord.self, from: record).source.kind == .text)
    #expect(try await run(.all).process([path]).exitCode == 0)
    #expect(try Data(contentsOf: URL(fileURLWithPath: folder["out/a/record.json"])) == record)
    #expect(try String(contentsOfFile: path, encoding: .utf8) == text, "the original is as it was")
  }

  @Test func aTextInAnOldEncodingIsReadAndSaid() async throws {
    let bytes = "KÕ HO¹CH\nTriÓn khai nhiÖm vô sè hãa tµi liÖu\n".unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    let path = try folder.write(bytes, to: "in/a.txt")
    #expect(try await run().process([path]).exitCode == 0)
    let text = try String(contentsOfFile: folder["out/a/text.txt"], encoding: .utf8)
    #expect(text == "KẾ HOẠCH\nTriển khai nhiệm vụ số hóa tài liệu\n")
    let record = try Data(contentsOf: URL(fileURLWithPath: folder["out/a/record.json"]))
    let findings = try JSONDecoder().decode(InputRecord.self, from: record).findings
    #expect(findings.contains { $0.message.code == "legacy-encoding" })
  }

  @Test func anOutputThatCannotBeWrittenIsAFailure() async throws {
    let path = try folder.write(text, to: "in/a.txt")
    try folder.write("in the way", to: "out/a")
    let report = try await run().process([path])
    #expect(report.failed.map(\.failure?.message.code) == ["cannot-write"] && report.exitCode == 73)
    #expect(try folder.results() == ["in/a.txt", "out/a"])
  }
}
