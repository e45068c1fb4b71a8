internal import DocumentModel
internal import Foundation
internal import Subprocess

/// Poppler's programs, run as separate processes: they cannot take us down with them, and their licence stays theirs.
struct PopplerTool: Sendable {
  var name: String
  /// Bytes that it may print; more is refused.
  var outputLimit = 256 << 20

  /// Seconds of processor time before the program is ended: a page tree that runs in a circle would never end.
  var mostSeconds = 20

  /// Bytes of memory, and of a file that the program writes: a page that claims to be a mile wide would take everything.
  static let mostMemory = 1 << 30, mostFile = 1 << 30

  /// SIGHUP, SIGINT, SIGQUIT, SIGKILL, SIGTERM: none of our limits sends them, so the machine ended the program, or a person.
  private static let signalsOfOthers: Set<Int32> = [1, 2, 3, 9, 15]

  struct Output {
    var bytes: [UInt8]
    var errors: String
    var succeeded: Bool
    /// Whether a limit or a crash ended it.
    var wasEnded: Bool
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Runs the program with these arguments, never through a shell, within the limits that `prlimit` sets. An exit code
  /// other than zero is a result and no failure.
  ///
  /// - Throws: `missingTool` where the program or `prlimit` is not installed; `tryLater` where the machine
  ///   ended it, gives it too little, or could not run it; `badInput` where it printed more than `outputLimit`.
  func run(_ arguments: [String], on path: String) async throws(Failure) -> Output {
    let limits = Limits(seconds: mostSeconds)
    do {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: Arguments(limits.options + ["--", name] + arguments),
        environment: .inherit.updating(["LC_ALL": "C", "TZ": "UTC"]),
        output: .bytes(limit: outputLimit), error: .bytes(limit: 1 << 20))
      let errors = String(decoding: result.standardError, as: UTF8.self)
      if errors.hasPrefix("prlimit: failed to execute") {
        throw Failure(.missingTool, .missingTool(name, package: "poppler-utils"))
      }
      if errors.hasPrefix("prlimit: ") { throw Failure(.tryLater, .noTool(name, path, errors)) }
      let status = result.terminationStatus
      if case .signaled(let signal) = status, Self.signalsOfOthers.contains(signal) {
        throw Failure(.tryLater, .toolKilled(name, path))
      }
      if !status.isSuccess, limits.areTight { throw Failure(.tryLater, .toolKilled(name, path)) }
      let wasEnded = if case .exited = status { false } else { true }
      return Output(
        bytes: result.standardOutput, errors: errors, succeeded: status.isSuccess, wasEnded: wasEnded)
    } catch let failure as Failure {
      throw failure
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw Failure(.missingTool, .missingTool("prlimit", package: "util-linux"))
    } catch let error as SubprocessError where error.code == .outputLimitExceeded {
      throw Failure(.badInput, .toolFailed(name, path, String(describing: error)))
    } catch {
      // It could not be started, or not be listened to: too many open files, processes, too little memory.
      throw Failure(.tryLater, .noTool(name, path, String(describing: error)))
    }
  }
}

/// What a tool may take. Where less is left to this program itself, it gets that: asking for more is refused.
private struct Limits {
  private(set) var options = ["--core=0"]
  /// Whether it gets less than it may take; what fails then says nothing about the input.
  private(set) var areTight = false

  init(seconds: Int) {
    add("cpu", RLIMIT_CPU, seconds, hard: seconds + 2)
    add("as", RLIMIT_AS, PopplerTool.mostMemory, hard: PopplerTool.mostMemory)
    add("fsize", RLIMIT_FSIZE, PopplerTool.mostFile, hard: PopplerTool.mostFile)
  }

  private mutating func add(_ name: String, _ resource: __rlimit_resource, _ soft: Int, hard: Int) {
    var own = rlimit()
    let isKnown = getrlimit(__rlimit_resource_t(resource.rawValue), &own) == 0
    let most = isKnown ? Int(clamping: own.rlim_max) : Int.max
    if most < hard { areTight = true }
    options.append("--\(name)=\(min(soft, most)):\(min(hard, most))")
  }
}
