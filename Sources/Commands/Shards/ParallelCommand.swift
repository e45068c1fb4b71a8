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

  /// Returns parallel's status: 0, or how many shards failed.
  func run() throws(Failure) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = arguments
    let numbers = Pipe()
    process.standardInput = numbers
    do {
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
