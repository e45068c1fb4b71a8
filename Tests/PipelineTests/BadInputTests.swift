import DocumentModel
import Foundation
import Imaging
import Intake
import PageReading
import SampleDocuments
import Testing

@testable import Pipeline

@Suite struct BadInputTests {
  /// A clear error or the right pages, of each file by itself.
  @Test(arguments: BadFile.all) func endsWithAnErrorOrItsPages(_ file: BadFile) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(file.bytes(), to: file.name)
    let seen = try #require(try await Inspector(jobs: 1).inspect([path]).inputs.first)
    let codes = ([seen.failure?.message].compactMap { $0 } + seen.findings.map(\.message)).map(\.code)
    switch file.outcome {
    case .refused(let code):
      #expect(codes == [code] && seen.pages.isEmpty)
      #expect(seen.failure?.exitCode == Failure.Code.badInput.rawValue)
    case .pages(let count): #expect(seen.failure == nil && seen.pages.count == count, "\(codes)")
    case .reported: #expect(!codes.isEmpty)
    }
    for message in [seen.failure?.message].compactMap({ $0 }) + seen.findings.map(\.message) {
      #expect(message.vi.contains(file.name) && message.en.contains(file.name), "says where: \(message.vi)")
    }
  }

  /// Whatever the samples are stored as, black comes out black and in its place.
  @Test(arguments: BadFile.marked) func isDecodedRightly(_ file: BadFile) async throws {
    let folder = try TemporaryFolder()
    let path = try folder.write(file.bytes(), to: file.name)
    let input = try #require(InputFinder().inputs(at: [path]).inputs.first)
    let source = try #require(try await InputReader().open(input).pages.first)
    let encoded = try await source.image()
    let image = try PageImage.decode(encoded.bytes, frame: encoded.frame, dpi: encoded.dpi, name: file.name)
    let size = image.size
    let across = size.width / 8, down = size.height / 10
    func ink(_ column: Int, _ row: Int) throws -> Double {
      let box = PixelBox(x: column * across + 4, y: row * down + 4, width: across - 8, height: down - 8)
      return try image.shareOfInk(within: box)
    }
    #expect(try ink(1, 1) > 0.95 && ink(2, 2) > 0.95)
    #expect(try ink(0, 0) < 0.05 && ink(5, 5) < 0.05 && ink(7, 9) < 0.05 && ink(3, 3) < 0.05)
    #expect(abs(Double(size.width) / Double(size.height) - file.proportion) < 0.02)
  }

  /// One run of all that fail, and of odd pages that do not, with good documents before, among and after them.
  @Test func neverHarmsTheOtherDocuments() async throws {
    let folder = try TemporaryFolder()
    let odd = ["mile-wide.pdf", "form-in-itself.pdf", "box-of-nothing.pdf", "one-bad-of-two.tif"]
    let bad = BadFile.all.filter { if case .refused = $0.outcome { true } else { odd.contains($0.name) } }
    for file in bad { try folder.write(file.bytes(), to: "in/" + file.name) }
    let text = "KẾ HOẠCH\nTriển khai số hóa\n\nI. MỤC ĐÍCH\n"
    for name in ["a-good.txt", "m-good.txt", "z-good.txt"] { try folder.write(text, to: "in/" + name) }
    try folder.write(Repository.bytes(of: "corpus/scans/dev06_joint_born.pdf"), to: "in/good.pdf")
    func hashes() throws -> [String] {
      try folder.files().filter { $0.hasPrefix("in/") }.map { try ContentHash.sha256(of: [folder[$0]]) }
    }
    let before = try hashes()
    let run = try BatchRun(
      RunSettings(
        output: folder["out"], jobs: 2, formats: [.json, .txt], language: .vi, models: Repository.dictionaries,
        reading: ReadingSettings(pageTimeout: 20)))
    let report = try await run.process([folder["in"]])
    let inputs = report.inputs
    #expect(report.exitCode == Failure.Code.badInput.rawValue)
    #expect(inputs.count { $0.path.contains("good") && $0.failure == nil } == 4)
    for name in ["a-good", "m-good", "z-good"] {
      #expect(try String(contentsOfFile: folder["out/\(name)/text.txt"], encoding: .utf8) == text)
    }
    for file in bad {
      guard case .refused = file.outcome else { continue }
      let input = try #require(inputs.first { $0.path.hasSuffix("/" + file.name) })
      #expect(input.failure?.exitCode == Failure.Code.badInput.rawValue, "\(file.name)")
    }
    #expect(try hashes() == before, "originals stay as they are")
  }
}
