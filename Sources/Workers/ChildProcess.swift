internal import DocumentModel
internal import Foundation

/// A process of ours with pipes to its standard input, output and errors, at the head of a group of its own, so that
/// whatever it starts ends with it. Used by one thread at a time; only `send` and `kill` may be called from others.
final class ChildProcess: @unchecked Sendable {
  /// How it ended, and the most memory that it ever held.
  struct End {
    /// The exit status; nil where a signal ended it.
    var status: Int32?
    var signal: Int32?
    /// Bytes of main memory.
    var mostMemory: Int
  }

  let id: pid_t
  let output, errors: Int32
  let input: Int32
  private let sending = NSLock(), reaping = NSLock()
  private var end: End?
  /// Held while pipes are made and a process is started: another process that is started then would hold the pipes open.
  private static let starting = NSLock()

  init(_ executable: String, _ arguments: [String]) throws(Failure) {
    Self.starting.lock()
    defer { Self.starting.unlock() }
    let pipes = try Self.pipes(3)
    var actions = posix_spawn_file_actions_t(), attributes = posix_spawnattr_t()
    posix_spawn_file_actions_init(&actions)
    posix_spawnattr_init(&attributes)
    defer {
      posix_spawn_file_actions_destroy(&actions)
      posix_spawnattr_destroy(&attributes)
    }
    posix_spawn_file_actions_adddup2(&actions, pipes[0].read, 0)
    posix_spawn_file_actions_adddup2(&actions, pipes[1].write, 1)
    posix_spawn_file_actions_adddup2(&actions, pipes[2].write, 2)
    Self.setDefaults(of: &attributes)
    var words = ([executable] + arguments).map { strdup($0) } + [nil]
    defer { for word in words { free(word) } }
    var process: pid_t = 0
    let status = posix_spawn(&process, executable, &actions, &attributes, &words, environ)
    for end in [pipes[0].read, pipes[1].write, pipes[2].write] { close(end) }
    guard status == 0 else {
      for end in [pipes[0].write, pipes[1].read, pipes[2].read] { close(end) }
      throw Failure(.internalError, .cannotStartWorker(executable, String(cString: strerror(status))))
    }
    id = process
    (input, output, errors) = (pipes[0].write, pipes[1].read, pipes[2].read)
    for end in [output, errors] { _ = fcntl(end, F_SETFL, O_NONBLOCK) }
  }

  deinit { for end in [input, output, errors] { close(end) } }

  /// The process gets a group of its own, and no signal is blocked or ignored, though the parent may ignore some.
  private static func setDefaults(of attributes: inout posix_spawnattr_t) {
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    posix_spawnattr_setpgroup(&attributes, 0)
    var all = sigset_t(), none = sigset_t()
    sigfillset(&all)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &all)
    posix_spawnattr_setsigmask(&attributes, &none)
  }

  private static func pipes(_ count: Int) throws(Failure) -> [(read: Int32, write: Int32)] {
    var made: [(read: Int32, write: Int32)] = []
    for _ in 0..<count {
      var ends: [Int32] = [-1, -1]
      guard pipe(&ends) == 0 else {
        for pair in made {
          close(pair.read)
          close(pair.write)
        }
        throw Failure(.internalError, .cannotStartWorker("pipe", String(cString: strerror(errno))))
      }
      for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      made.append((ends[0], ends[1]))
    }
    return made
  }

  /// Writes all of it; false where the process no longer reads.
  @discardableResult func send(_ bytes: [UInt8]) -> Bool {
    sending.lock()
    defer { sending.unlock() }
    var rest = bytes[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR { continue }
        return false
      }
      rest = rest.dropFirst(written)
    }
    return true
  }

  /// Bytes of main memory that it holds now; 0 once it has ended.
  var memory: Int {
    guard let text = try? String(contentsOfFile: "/proc/\(id)/statm", encoding: .utf8) else { return 0 }
    let fields = text.split(separator: " ")
    return fields.count > 1 ? (Int(fields[1]) ?? 0) * Int(getpagesize()) : 0
  }

  /// Ends it and all that it started. It is not called after `wait`, since its number may then belong to another process.
  func kill() {
    reaping.lock()
    defer { reaping.unlock() }
    if end == nil { _ = Foundation.kill(-id, SIGKILL) }
  }

  /// Waits until it has ended, and ends what it left running.
  func wait() -> End {
    var information = siginfo_t()
    // Without reaping: until then its number, and that of its group, are not given to another process.
    while waitid(P_PID, id_t(id), &information, WEXITED | WNOWAIT) != 0, errno == EINTR {}
    reaping.lock()
    defer { reaping.unlock() }
    if let end { return end }
    _ = Foundation.kill(-id, SIGKILL)
    var status: Int32 = 0, usage = rusage()
    while wait4(id, &status, 0, &usage) < 0, errno == EINTR {}
    let signal = status & 0x7F
    let found = End(
      status: signal == 0 ? (status >> 8) & 0xFF : nil, signal: signal == 0 ? nil : signal,
      mostMemory: usage.ru_maxrss * 1024)
    end = found
    return found
  }
}
