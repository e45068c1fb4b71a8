internal import DocumentModel
internal import Foundation
internal import Pipeline

/// GNU parallel over the shards: one shard at a time a machine, each on all its cores.
struct ParallelCommand {
  let order: ShardOrder
  /// A file with an ssh host a line; nil for this machine alone.
  let hosts: String?

  private var joblog: String { order.folder.path + "/parallel.log" }

  /// Run again, `--resume-failed` does the shards that failed or were never begun.
  var arguments: [String] {
    var words = ["parallel", "--joblog", joblog, "--resume-failed", "--jobs", "1", "--line-buffer"]
    if let hosts { words += ["--sshloginfile", absolute(hosts)] }
    return words + order.run(shard: "{}", jobs: nil)
  }

  /// For a shell.
  var text: String {
    "seq 1 \(order.shards) | " + arguments.map { $0 == "{}" ? $0 : ShellWord.quoted($0) }.joined(separator: " ")
  }

  /// Lines in pieces, as a killed parallel leaves them, go: it refuses a log that has any. The shards whose lines they
  /// were are run again, and find that they are done.
  static func mended(_ log: [UInt8]) -> [UInt8] {
    let lines = log.split(separator: 0x0A)
    guard let heading = lines.first, heading.starts(with: Array("Seq\t".utf8)) else { return [] }
    let whole = lines.dropFirst().filter { line in
      let fields = line.split(separator: 0x09, omittingEmptySubsequences: false)
      return fields.count >= 9 && fields[0].allSatisfy { (0x30...0x39).contains($0) } && !fields[0].isEmpty
    }
    return ([heading] + whole).flatMap { Array($0) + [0x0A] }
  }

  private func mendLog() throws {
    guard let log = FileManager.default.contents(atPath: joblog) else { return }
    let mended = Self.mended([UInt8](log))
    if mended != [UInt8](log) { try Data(mended).write(to: URL(fileURLWithPath: joblog), options: .atomic) }
  }

  /// Returns parallel's status: 0, or how many shards failed.
  func run() throws(Failure) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let numbers = Pipe()
    process.standardInput = numbers
    do {
      try mendLog()
      try process.run()
      try numbers.fileHandleForWriting.write(
        contentsOf: Data((1...order.shards).map { "\($0)\n" }.joined().utf8))
      try numbers.fileHandleForWriting.close()
    } catch {
      throw Failure(.missingTool, .cannotSubmit(error.localizedDescription))
    }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
