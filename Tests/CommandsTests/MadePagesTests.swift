import Foundation
import SampleDocuments
import Testing

/// The pages that turning and reading are measured on are made by script; two of each set are, where Python has what it takes.
@Suite struct MadePagesTests {
  struct MadePage: Decodable, Equatable {
    let file, kind, variant, text: String
    let dpi, expected: Int
  }

  /// A Python with the packages of corpus/make/requirements.txt: $PYTHON, the repository's own environment, or the machine's.
  private static let python: String? = {
    let chosen = ProcessInfo.processInfo.environment["PYTHON"].map { [$0] } ?? []
    return (chosen + [Repository.root + "venv/bin/python", "python3"]).first {
      run([$0, "-c", "import numpy, PIL, weasyprint"]) == 0
    }
  }()

  private static func run(_ command: [String]) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return -1 }
    process.waitUntilExit()
    return process.terminationStatus
  }

  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func made(_ name: String, _ options: String...) throws -> [MadePage] {
    let command = [Self.python ?? "python3", Repository.root + "corpus/make/pages", folder[name], "--pages", "2"]
    try #require(Self.run(command + options) == 0)
    let truth = try Data(contentsOf: URL(fileURLWithPath: folder[name + "/truth.json"]))
    return try JSONDecoder().decode([MadePage].self, from: truth)
  }

  @Test(.enabled(if: python != nil, "needs Python with what corpus/make/requirements.txt lists"))
  func theSameSeedMakesTheSamePages() throws {
    let pages = try made("a", "--seed", "5")
    #expect(pages.count == 2 && pages.allSatisfy { $0.expected == 0 && $0.text.split(separator: " ").count > 10 })
    #expect(pages.allSatisfy { FileManager.default.fileExists(atPath: folder["a/" + $0.file]) })
    #expect(try made("b", "--seed", "5") == pages)
  }

  @Test(.enabled(if: python != nil, "needs Python with what corpus/make/requirements.txt lists"))
  func aPageThatLiesTheOtherWaySaysHowItIsTurnedBack() throws {
    let pages = try made("a", "--set", "ordinary", "--turns", "90", "--variants", "clean")
    #expect(pages.map(\.expected) == [270, 270] && pages.allSatisfy { $0.variant == "clean" })
  }
}
