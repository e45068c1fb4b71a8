internal import DocumentModel
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
  ///   ended it; `badInput` where it printed more than `outputLimit` or could not be run.
  func run(_ arguments: [String], on path: String) async throws(Failure) -> Output {
    let limits = [
      "--cpu=\(mostSeconds):\(mostSeconds + 2)", "--as=\(Self.mostMemory)", "--fsize=\(Self.mostFile)", "--core=0",
      "--", name,
    ]
    do {
      let result = try await Subprocess.run(
        .name("prlimit"), arguments: Arguments(limits + arguments),
        environment: .inherit.updating(["LC_ALL": "C", "TZ": "UTC"]),
        output: .bytes(limit: outputLimit), error: .bytes(limit: 1 << 20))
      let errors = String(decoding: result.standardError, as: UTF8.self)
      if errors.hasPrefix("prlimit: failed to execute") {
        throw Failure(.missingTool, .missingTool(name, package: "poppler-utils"))
      }
      let status = result.terminationStatus
      if case .signaled(let signal) = status, Self.signalsOfOthers.contains(signal) {
        throw Failure(.tryLater, .toolKilled(name, path))
      }
      let wasEnded = if case .exited = status { false } else { true }
      return Output(
        bytes: result.standardOutput, errors: errors, succeeded: status.isSuccess, wasEnded: wasEnded)
    } catch let failure as Failure {
      throw failure
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw Failure(.missingTool, .missingTool("prlimit", package: "util-linux"))
    } catch {
      throw Failure(.badInput, .toolFailed(name, path, String(describing: error)))
    }
  }
}
