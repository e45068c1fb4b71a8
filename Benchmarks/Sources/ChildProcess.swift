import Foundation

/// What a run of a program took.
struct Usage {
  /// Seconds on the clock.
  var wall: Double
  /// Seconds of processor time, its own and the system's for it: what other programs do hardly changes it.
  var processor: Double
  /// The most memory it held, bytes.
  var memory: Int
}

/// Runs a program from its first instruction to its end.
struct ChildProcess {
  struct Trouble: Error, CustomStringConvertible { var description: String }

  var program: String

  /// Runs it to its end, with files as its standard input and output.
  func run(_ arguments: [String], input: String = "/dev/null", output: String = "/dev/null") throws -> Usage {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    let start = ContinuousClock.now
    let child = try spawn(arguments, &actions)
    var status: Int32 = 0
    var usage = rusage()
    guard wait4(child, &status, 0, &usage) == child, status == 0 else {
      throw Trouble(description: "\(program) \(arguments.joined(separator: " ")): status \(status)")
    }
    let wall = (ContinuousClock.now - start) / .seconds(1)
    return Usage(
      wall: wall, processor: seconds(usage.ru_utime) + seconds(usage.ru_stime), memory: usage.ru_maxrss * 1024)
  }

  private func spawn(_ arguments: [String], _ actions: inout posix_spawn_file_actions_t) throws -> pid_t {
    var words: [UnsafeMutablePointer<CChar>?] = ([program] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var child: pid_t = 0
    let code = posix_spawn(&child, program, &actions, nil, &words, environ)
    guard code == 0 else { throw Trouble(description: "\(program): \(String(cString: strerror(code)))") }
    return child
  }

  private func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) * 1e-6 }
}
