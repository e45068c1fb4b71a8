import DocumentModel
import Foundation
import SampleDocuments
import Testing

@Suite struct LexiconCheckTests {
  private struct Fault: Decodable {
    var file: String
    var line: Int?
    var message: Message
  }

  @Test func theShippedTablesPass() throws {
    let program = try Program(["lexicon", "check", "--dictionary", Repository.dictionaries, "--json"])
    #expect(program.status == 0)
    #expect(try JSONDecoder().decode([Fault].self, from: program.output).isEmpty)
  }

  @Test(arguments: ["vi", "en"]) func faultsAreListedAndGiveAnExitCode(_ language: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("sohoa-tables-\(UUID().uuidString)").path
    try FileManager.default.copyItem(atPath: Repository.dictionaries, toPath: folder)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let verbs = try String(contentsOfFile: folder + "/verbs.tsv", encoding: .utf8)
    try (verbs + "tổ chức\n").write(toFile: folder + "/verbs.tsv", atomically: true, encoding: .utf8)
    let program = try Program(["lexicon", "check", "--dictionary", folder, "--language", language])
    #expect(program.status == 65)
    let lines = String(decoding: program.output, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 1)
    #expect(lines.first?.hasPrefix("verbs.tsv:\(verbs.count(where: \.isNewline) + 1): ") ?? false, "\(lines)")
  }
}
