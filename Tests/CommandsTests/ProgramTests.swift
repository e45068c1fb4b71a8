import Foundation
import SampleDocuments
import Testing

@Suite struct ProgramTests {
  private let models = ["--models", Repository.dictionaries]

  @Test(arguments: [["--help"], ["process", "--help"], ["process", "--help", "--language", "en"]])
  func helpShowsHowItIsUsed(_ arguments: [String]) throws {
    let program = try Program(arguments)
    #expect(program.status == 0 && String(decoding: program.output, as: UTF8.self).contains("sohoa"))
    let hasExamples = String(decoding: program.output, as: UTF8.self).contains("sohoa process ")
    #expect(hasExamples || arguments.count == 1)
  }

  @Test(arguments: [["--jobs", "0"], ["--format", "xml"], ["--no-such-option"]])
  func badArgumentsAreExitCode64(_ arguments: [String]) throws {
    #expect(try Program(["process", "a.pdf", "--output", "x"] + arguments).status == 64)
  }

  @Test func aMissingFileIsOneLineAndExitCode66() throws {
    let folder = try TemporaryFolder()
    let program = try Program(["process", folder["missing.pdf"], "-o", folder["out"]] + models)
    #expect(program.status == 66)
    #expect(program.errors.split(separator: "\n").count == 1)
    #expect(try folder.files().isEmpty)
  }

  @Test(arguments: [["inspect", "--help"], ["inspect", "--help", "--language", "en"]])
  func inspectShowsExamples(_ arguments: [String]) throws {
    let text = String(decoding: try Program(arguments).output, as: UTF8.self)
    #expect(text.contains("sohoa inspect ") && text.contains("--sheet"))
  }

  /// A table for people, one line of complaint for each bad file, the worst exit code.
  @Test func inspectGoesOnAfterABadFile() throws {
    let folder = try TemporaryFolder()
    let empty = try folder.write("", to: "a.pdf")
    let good = Repository.root + "corpus/scans/dev05_hist_1991.png"
    let program = try Program(["inspect", empty, good, "--language", "en"])
    let table = String(decoding: program.output, as: UTF8.self)
    #expect(program.status == 65 && program.errors.split(separator: "\n").count == 1)
    #expect(table.contains("210×297") && table.contains("low resolution"))
  }

  @Test(arguments: [["--sheet", "x.pdf"], ["--jobs", "0"], ["--max-pixels", "0"]])
  func badArgumentsOfInspectAreExitCode64(_ arguments: [String]) throws {
    #expect(try Program(["inspect", "a.pdf"] + arguments).status == 64)
  }

  @Test func jsonIsAllThatStandsOnStandardOutput() throws {
    let folder = try TemporaryFolder()
    let good = try folder.write("KẾ HOẠCH\n", to: "a.txt")
    let arguments = ["process", good, folder["missing.pdf"], "-o", folder["out"], "--json"]
    let program = try Program(arguments + models)
    let summary = try #require(try JSONSerialization.jsonObject(with: program.output) as? [String: Any])
    #expect((summary["inputs"] as? [Any])?.count == 2 && program.status == 66)
  }

  @Test func whatIsNoTextIsNotRestored() throws {
    let program = try Program(["restore", Repository.root + "corpus/scans/dev01_kh_xa_bullets.pdf"] + models)
    #expect(program.status == 65 && program.output.isEmpty && program.errors.contains("sohoa process"))
  }

  /// No library's English stands in what is said in Vietnamese.
  @Test func whyTheSystemRefusesIsSaidInTheLanguageAskedFor() throws {
    let folder = try TemporaryFolder()
    let file = try folder.write("KẾ HOẠCH\n", to: "a.txt")
    let vietnamese = try Program(["process", file, "--output", file] + models)
    #expect(vietnamese.status == 73 && !vietnamese.errors.contains("NSCocoa"))
    #expect(vietnamese.errors.contains("tệp, không phải thư mục") || vietnamese.errors.contains("không cho ghi"))
  }

  @Test(arguments: ["", "a", "ke hoach\n", "mot\r\n\nhai\n\n", "\u{0C}\n\t\n"])
  func restoreKeepsTheLines(_ text: String) throws {
    let program = try Program(["restore", "-"] + models, input: text)
    #expect(program.status == 0)
    #expect(program.output.count { $0 == 0x0A } == text.utf8.count { $0 == 0x0A })
  }
}
