import Foundation
import SampleDocuments

/// The built program, run as a process. It stands beside the test bundle.
struct Program {
  var status: Int32
  var output: Data
  var errors: String

  /// Runs it to its end, with an `environment` that differs in these, started by a `wrapper` that sets limits, say, with
  /// its arguments. `onStart` is called with its process number once it runs.
  init(
    _ arguments: [String], input: String = "", environment: [String: String] = [:], wrapper: [String] = [],
    onStart: (Int32) throws -> Void = { _ in }
  ) throws {
    let folder = try TemporaryFolder()
    for name in ["in", "out", "err"] { try folder.write(name == "in" ? input : "", to: name) }
    let process = Self.process(arguments, wrapper: wrapper)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: folder["in"]))
    process.standardOutput = try FileHandle(forWritingTo: URL(fileURLWithPath: folder["out"]))
    process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: folder["err"]))
    try process.run()
    try onStart(process.processIdentifier)
    process.waitUntilExit()
    status = process.terminationStatus
    output = try Data(contentsOf: URL(fileURLWithPath: folder["out"]))
    errors = try String(contentsOfFile: folder["err"], encoding: .utf8)
  }

  /// Not yet started.
  static func process(_ arguments: [String], wrapper: [String] = []) -> Process {
    let process = Process()
    process.executableURL = wrapper.isEmpty ? executable : URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = wrapper.isEmpty ? arguments : wrapper + [executable.path] + arguments
    return process
  }

  private static var executable: URL { URL(fileURLWithPath: BuiltProgram.path) }
}
