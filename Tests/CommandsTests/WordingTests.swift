import DocumentModel
import Foundation
import SampleDocuments
import Testing

@testable import Commands

@Suite struct WordingTests {
  /// A command as the program tells of it.
  private struct Told: Decodable {
    var commandName: String
    var abstract, discussion: String?
    var shouldDisplay: Bool?
    var subcommands: [Told]?
  }

  private struct Dump: Decodable { var command: Told }

  private func commands(_ language: String) throws -> [(name: String, text: String)] {
    let output = try Program(["--experimental-dump-help", "--language", language]).output
    func all(_ command: Told, under path: [String]) -> [(name: String, text: String)] {
      guard command.shouldDisplay ?? true, command.commandName != "help" else { return [] }
      let path = path + [command.commandName]
      let text = (command.abstract ?? "") + "\n" + (command.discussion ?? "")
      return [(path.joined(separator: " "), text)] + (command.subcommands ?? []).flatMap { all($0, under: path) }
    }
    return all(try JSONDecoder().decode(Dump.self, from: output).command, under: [])
  }

  @Test(arguments: ["vi", "en"]) func everyCommandShowsAnExampleOfItself(_ language: String) throws {
    let commands = try commands(language)
    #expect(commands.count > 30)
    for command in commands { #expect(command.text.contains("  \(command.name)"), "\(command.name)") }
  }

  @Test(arguments: [[], ["process"], ["tasks", "list"], ["archive"], ["batch", "submit"]])
  func vietnameseHelpHasNoWordOfTheParser(_ command: [String]) throws {
    let text = String(decoding: try Program(["help"] + command, environment: ["COLUMNS": "60"]).output, as: UTF8.self)
    #expect(text.contains("CÁCH DÙNG: sohoa"))
    for word in ["OVERVIEW", "USAGE", "OPTIONS", "ARGUMENTS", "SUBCOMMANDS", "default:", "values:", "Show ", "See '"] {
      #expect(!text.contains(word), "\(word)")
    }
  }

  @Test(arguments: [
    (["proces", "a.pdf"], "process"), (["help", "nonsense"], "nonsense"), (["tasks", "--overdu"], "--overdue"),
    (["tasks", "--due-before", "31/13/2025"], "ngày/tháng/năm"),
    (["tasks", "--from", "2025-12-31", "--to", "1/1/2025"], "--to"),
    (["process"], "--output"), (["search"], "<từ>"), (["tasks", "--open", "--status", "done"], "--status"),
    (["tasks", "--due-from", "2/1/2025", "--due-before", "1/1/2025"], "--due-from"),
  ])
  func aMistakeIsNamedInVietnamese(_ arguments: [String], _ named: String) throws {
    let program = try Program(arguments)
    #expect(program.status == 64 && program.output.isEmpty)
    #expect(program.errors.hasPrefix("Lỗi: ") && program.errors.contains(named), "\(program.errors)")
    #expect(!program.errors.contains("Usage") && !program.errors.contains("Unknown"))
  }

  @Test func englishIsAskedForBeforeOrAfterTheCommandOrOnceForAll() throws {
    let mistake = ["tasks", "--overdu"]
    for (arguments, environment) in [
      (mistake + ["--language", "en"], [:]), (["--language", "en"] + mistake, [:]),
      (mistake + ["--language=en"], [:]), (mistake, ["SOHOA_LANGUAGE": "en"]),
    ] {
      #expect(try Program(arguments, environment: environment).errors.hasPrefix("Error: Unknown option '--overdu'"))
    }
  }

  @Test func whatMachinesReadStaysAsItIs() throws {
    let script = String(decoding: try Program(["--generate-completion-script", "bash"]).output, as: UTF8.self)
    #expect(script.hasPrefix("#!") && !script.contains("mặc định:"))
  }

  /// What is said of every text of a folder is said three times, then counted.
  @Test func noticesOfAKindAreNotRepeatedWithoutEnd() {
    let many = (1...9).map { Message("a", vi: "a\($0)", en: "a\($0)") } + [Message("b", vi: "b", en: "b")]
    #expect(BatchSummary.told(many).map(\.code) == ["a", "a", "a", "more-of-the-kind", "b"])
    #expect(BatchSummary.told(Array(many.prefix(3))).count == 3)
    #expect(BatchSummary.told(many).map(\.vi)[3].contains("6"))
  }

  @Test func whatAFolderHoldsAndIsNotReadIsNamed() throws {
    let folder = try TemporaryFolder()
    for name in ["in/a.txt", "in/b.docx", "in/c.zip", "in/notes.md"] { try folder.write("KẾ HOẠCH\n", to: name) }
    let program = try Program(
      ["process", folder["in"], "--output", folder["out"], "--models", Repository.dictionaries])
    #expect(program.status == 0)
    #expect(program.errors.contains("b.docx") && program.errors.contains("c.zip"))
    #expect(!program.errors.contains("notes.md"))
    #expect(try Program(["inspect", folder["in"]]).errors.contains("b.docx"))
  }

  /// English has two forms of a word that is counted.
  @Test func oneIsNotTwo() throws {
    let folder = try TemporaryFolder()
    let list = "Phông,Mã hồ sơ,Tiêu đề,Thời hạn bảo quản\nP,1,A,Vĩnh viễn\n"
    for (rows, expected) in [(list, "of 1 dossier and 0 documents"), (list + "P,2,B,Vĩnh viễn\n", "of 2 dossiers and")]
    {
      let file = try folder.write(rows, to: "a.csv")
      let program = try Program([
        "inventory", "import", file, "--dry-run", "--language", "en", "--models", Repository.dictionaries,
      ])
      #expect(String(decoding: program.output, as: UTF8.self).contains(expected))
    }
    try folder.write("KẾ HOẠCH\n", to: "in/a.txt")
    let watch = try Program([
      "watch", folder["in"], "-o", folder["out"], "--once", "--interval", "0.1", "--models", Repository.dictionaries,
      "--language", "en",
    ])
    #expect(String(decoding: watch.output, as: UTF8.self).contains("(1 page, 0 tasks)"))
  }

  @Test func anArchiveIsNamedEitherWay() throws {
    let folder = try TemporaryFolder()
    #expect(try Program(["archive", "init", "--archive", folder["a.sqlite"]]).status == 0)
    #expect(try Program(["archive", "status", folder["a.sqlite"]]).status == 0)
    #expect(try Program(["archive", "check"], environment: ["SOHOA_ARCHIVE": folder["a.sqlite"]]).status == 0)
  }
}

@Suite struct TextTableTests {
  private func table(_ rows: [[String]]) -> TextTable {
    var table = TextTable([("Tên", .left), ("Ngày", .left), ("Số", .right)])
    rows.forEach { table.add($0) }
    return table
  }

  @Test func wideLettersAndEmojiTakeTwoColumns() {
    let lines = table([["📄 tờ trình", "1", "2"], ["to trinh 123", "1", "2"]]).lines(room: nil)
    #expect(lines[2].terminalColumns == lines[3].terminalColumns)
  }

  /// Dates and numbers stay whole; words give way.
  @Test(arguments: [30, 40, 60]) func aNarrowTerminalCutsWordsOnly(_ room: Int) {
    let lines = table([[String(repeating: "Kế hoạch ", count: 9), "30/06/2025", "1234"]]).lines(room: room)
    #expect(lines.allSatisfy { $0.terminalColumns <= room })
    #expect(lines[2].hasSuffix("…  30/06/2025  1234"))
  }

  @Test func whatGoesToAFileIsNotCut() {
    let name = String(repeating: "x", count: 300)
    #expect(table([[name, "", ""]]).lines(room: nil)[2].contains(name))
  }
}
