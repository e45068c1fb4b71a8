internal import DocumentModel
internal import Foundation

/// A worker's side of the pipes: requests come in a line at a time, answers go out a line at a time.
///
/// When the parent is gone, the worker ends with all that it started, since its answers would not be read.
public final class WorkerChannel: Sendable {
  private let answers: Int32
  private let lock = NSLock()

  /// Uses standard output for answers alone: what a library prints goes to standard error.
  public init() {
    answers = fcntl(STDOUT_FILENO, F_DUPFD_CLOEXEC, 3)
    dup2(STDERR_FILENO, STDOUT_FILENO)
  }

  /// Calls `take` with every line that comes in, on a thread of its own.
  public func listen(_ take: @escaping @Sendable (_ line: [UInt8]) -> Void) {
    let thread = Thread {
      var lines = LineBuffer()
      while lines.fill(from: STDIN_FILENO) {
        while let line = lines.next() { take(line) }
      }
      // The group holds nothing but this process and its children: the parent made it so.
      if getpgrp() == getpid() { kill(0, SIGKILL) }
      _exit(1)
    }
    thread.name = "sohoa-requests"
    thread.start()
  }

  /// Sends an answer. Where the value cannot be encoded or the parent does not read, nothing is sent.
  public func send(_ answer: some Encodable) {
    let encoder = JSONEncoder()
    if let key = CodingUserInfoKey.keepsEveryDigit { encoder.userInfo[key] = true }
    guard var line = try? encoder.encode(answer) else { return }
    line.append(0x0A)
    lock.lock()
    defer { lock.unlock() }
    var rest = line[...]
    while !rest.isEmpty {
      let written = rest.withUnsafeBytes { write(answers, $0.baseAddress, $0.count) }
      if written < 0, errno != EINTR { return }
      rest = rest.dropFirst(max(0, written))
    }
  }
}
