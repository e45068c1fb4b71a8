import Foundation
import SampleDocuments

/// The built program, run as a process. It stands beside the test bundle.
struct Program {
  var status: Int32
  var output: Data
  var errors: String

  init(_ arguments: [String], input: String = "") throws {
    let folder = try TemporaryFolder()
    for name in ["in", "out", "err"] { try folder.write(name == "in" ? input : "", to: name) }
    let process = Self.process(arguments)
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder["in"]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder["out"]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder["err"]))
    try process.run()
    process.waitUntilExit()
    status = process.terminationStatus
    output = try Data(contentsOf: URL(fileURLWithPath: folder["out"]))
    errors = try String(contentsOfFile: folder["err"], encoding: .utf8)
  }

  /// Not yet started.
  static func process(_ arguments: [String]) -> Process {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appendingPathComponent("sohoa")
    process.arguments = arguments
    return process
  }
}
