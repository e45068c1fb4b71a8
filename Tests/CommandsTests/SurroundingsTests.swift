import DocumentModel
import Foundation
import SampleDocuments
import Testing

/// What is around the program is not as it should be.
@Suite(.serialized) struct SurroundingsTests {
  private let folder: TemporaryFolder
  private var archive: String { folder["kho.sqlite"] }

  init() throws { folder = try TemporaryFolder() }

  private func run(_ arguments: [String], shell: String) throws -> Program {
    try Program(arguments, wrapper: ["sh", "-c", shell, "sh"])
  }

  @Test func aFullDiskUnderStandardOutputIsSaid() throws {
    #expect(try Program(["archive", "init", archive]).status == 0)
    for words in [["tasks"], ["archive", "status", archive], ["export", "tasks", "--format", "csv"], ["report"]] {
      for shell in ["exec \"$@\" >/dev/full", "exec \"$@\" >&-"] {
        let options = words[0] == "archive" ? [] : ["--archive", archive]
        let program = try run(words + options + ["--language", "en"], shell: shell)
        #expect(program.status == 73 && program.errors.hasPrefix("Error: Cannot write to standard output"), "\(words)")
        #expect(program.errors.split(separator: "\n").count == 1)
      }
    }
    #expect(try Program(["archive", "check", archive]).status == 0)
  }

  @Test func aReaderWhoHasHadEnoughIsNoFault() throws {
    let program = try run(["report", "--help"], shell: "{ \"$@\"; echo $? >&2; } | true")
    #expect(["0\n", "141\n"].contains(program.errors))
  }

  @Test func manyProgramsOpenANewArchiveTogether() throws {
    let ten = (1...10).map { "\($0)\n" }.joined()
    let program = try Program(
      ["archive", "init", archive], input: ten, wrapper: ["xargs", "-P", "10", "-I", "{}"])
    #expect(program.status == 0, "\(program.errors)")
    #expect(try Program(["archive", "check", archive]).status == 0)
    #expect(!FileManager.default.fileExists(atPath: archive + "-wal"))
  }

  /// A run that was given too little of something says nothing of its inputs; the next one reads them.
  @Test(arguments: ["--nofile=16", "--as=900000000"])
  func wantOfResourcesIsNoFaultOfTheInput(_ limit: String) throws {
    let arguments = [
      "process", Repository.root + "corpus/scans/dev06_joint_born.pdf", "-o", folder["out"], "--models",
      Repository.dictionaries,
    ]
    let poor = try Program(arguments, wrapper: ["prlimit", limit])
    #expect(poor.status == 75 || poor.status == 73, "\(poor.errors)")
    let rich = try Program(arguments)
    #expect(rich.status == 0, "\(rich.errors)")
  }

  @Test func aBackupIsMadeAndPutBack() throws {
    let backup = folder["backup.sqlite"], options = ["--archive", archive]
    #expect(try Program(["archive", "init", archive]).status == 0)
    #expect(try Program(["archive", "backup", backup] + options).status == 0)
    #expect(try Program(["archive", "backup", backup] + options).status == 73)
    let restored = try Program(["archive", "restore", backup] + options)
    #expect(restored.status == 0 && String(decoding: restored.output, as: UTF8.self).contains("replaced-1"))
    #expect(try Program(["archive", "check", archive]).status == 0)
  }
}
