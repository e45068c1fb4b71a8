internal import DocumentModel
internal import Subprocess

/// Poppler's programs, run as separate processes: they cannot take us down with them, and their licence stays theirs.
struct PopplerTool: Sendable {
  var name: String
  /// Bytes that it may print; more is refused.
  var outputLimit = 256 << 20

  struct Output {
    var bytes: [UInt8]
    var errors: String
    var succeeded: Bool
    var text: String { String(decoding: bytes, as: UTF8.self) }
  }

  /// Runs it with these arguments, never through a shell. A non-zero exit is a result.
  func run(_ arguments: [String], on path: String) async throws(Failure) -> Output {
    do {
      let result = try await Subprocess.run(
        .name(name), arguments: Arguments(arguments), environment: .inherit.updating(["LC_ALL": "C"]),
        output: .bytes(limit: outputLimit), error: .bytes(limit: 1 << 20))
      return Output(
        bytes: result.standardOutput, errors: String(decoding: result.standardError, as: UTF8.self),
        succeeded: result.terminationStatus.isSuccess)
    } catch let error as SubprocessError where error.code == .executableNotFound {
      throw Failure(.missingTool, .missingTool(name, package: "poppler-utils"))
    } catch {
      throw Failure(.badInput, .toolFailed(name, path, String(describing: error)))
    }
  }
}
