import Foundation
import SampleDocuments
import Testing

/// Telemetry: none. Whole jobs, with no network and with every call of it written down.
@Suite struct NetworkTests {
  private static let scan = Repository.root + "corpus/scans/dev05_hist_1991.png"
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("KẾ HOẠCH\nTriển khai số hóa\n\nI. MỤC ĐÍCH\n", to: "in.txt")
  }

  /// In a network of its own, without so much as a loopback.
  @Test(.enabled(if: Around.unshare.works), arguments: Self.jobs)
  func jobsAreDoneWithoutANetwork(_ job: [[String]]) throws {
    for words in job {
      #expect(try Around.unshare.status(of: words.map { filled($0) }) == 0, "\(words)")
    }
  }

  /// No socket of any kind is asked for, by the program, its workers or the programs that it starts.
  @Test(.enabled(if: Around.strace.works), arguments: Self.jobs)
  func noSocketIsOpened(_ job: [[String]]) throws {
    for words in job {
      let log = folder["calls"]
      #expect(try Around.strace.status(of: words.map { filled($0) }, log: log) == 0)
      let calls = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n")
      #expect(calls.filter { $0.contains("(") && !$0.contains("+++") && !$0.contains("---") } == [], "\(words)")
    }
  }

  /// `F` is a new folder.
  static let jobs: [[[String]]] = [
    [["process", "F/in.txt", scan, "--output", "F/out", "--archive", "F/kho.sqlite", "--format", "json,pdf,xlsx"]],
    [
      ["batch", "plan", "F/in.txt", "--shards", "1", "--output", "F/shared"],
      ["batch", "run", "F/shared", "--shard", "1"],
      ["batch", "merge", "F/shared", "--archive", "F/kho.sqlite"],
    ],
    [["restore", "F/in.txt"], ["inspect", scan], ["outline", "F/in.txt"]],
  ]

  private func filled(_ word: String) -> String {
    word.hasPrefix("F/") ? folder[String(word.dropFirst(2))] : word
  }
}

/// Programs that another is run in.
private enum Around: String {
  case unshare, strace

  /// Whether it is there and may do what it is for, which a container may forbid.
  var works: Bool { (try? run(["/bin/true"], log: "/dev/null")) == 0 }

  func status(of words: [String], log: String = "/dev/null") throws -> Int32 {
    let program = Program.process([]).executableURL?.path ?? "sohoa"
    return try run([program] + words, log: log)
  }

  private func run(_ words: [String], log: String) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments =
      switch self {
      case .unshare: ["unshare", "--map-root-user", "--net"] + words
      case .strace:
        ["strace", "-f", "--seccomp-bpf", "-qqq", "-e", "trace=network", "-e", "signal=none", "-o", log] + words
      }
    process.environment = ProcessInfo.processInfo.environment.merging(["SOHOA_MODELS": Repository.dictionaries]) { $1 }
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    return process.terminationStatus
  }
}
