internal import DocumentModel
internal import Foundation
internal import Synchronization

/// A program of somebody else's that answers each line with a line. It is started at the first question, watched, and
/// started anew once where it crashes or takes too long; then it is given up.
public final class LineProgram: Sendable {
  public let path: String
  private let seconds: Double, secondsForFirst: Double

  private struct State {
    var child: ChildProcess?
    var buffer = LineBuffer()
    /// Answers since it was started.
    var answers = 0
    /// How often it failed of late.
    var failures = 0
    var reason: String?
  }

  private let state = Mutex(State())

  /// It is given up after so many failures.
  private static let mostFailures = 2
  /// After so many answers in a row an earlier failure is forgotten.
  private static let answersToForget = 500
  /// Seconds before it is started anew.
  private static let pause = 0.3
  /// A longer answer is none, bytes.
  private static let longestAnswer = 1 << 20

  public init(_ path: String, secondsForAnswer: Double, secondsForFirst: Double) {
    self.path = path
    seconds = secondsForAnswer
    self.secondsForFirst = secondsForFirst
  }

  deinit { state.withLock { _ = Self.end(&$0) } }

  /// Asks; nil where there is no answer in time, or where the program was given up.
  public func answer(to line: [UInt8]) -> [UInt8]? {
    state.withLock { state in
      while state.failures < Self.mostFailures {
        if let answer = ask(line, &state) {
          state.answers += 1
          if state.answers >= Self.answersToForget { state.failures = 0 }
          return answer
        }
        state.failures += 1
        let words = Self.end(&state)
        if state.failures == Self.mostFailures { state.reason = words }
        // A file that somebody still holds open for writing cannot be started yet.
        Thread.sleep(forTimeInterval: Self.pause)
      }
      return nil
    }
  }

  /// What it said last when it was given up; nil where it was not, and at the second time of asking.
  public func takeReasonForGivingUp() -> String? { state.withLock { $0.reason.take() } }

  private func ask(_ line: [UInt8], _ state: inout State) -> [UInt8]? {
    let deadline = ContinuousClock.now + .seconds(state.answers == 0 ? secondsForFirst : seconds)
    if state.child == nil {
      state.child = try? ChildProcess(path, [])
      state.buffer = LineBuffer()
    }
    guard let child = state.child, child.send(line + [0x0A], until: deadline) else { return nil }
    while true {
      if let answer = state.buffer.next() { return answer.count <= Self.longestAnswer ? answer : nil }
      guard child.waitForOutput(until: deadline), state.buffer.fill(from: child.output) else { return nil }
    }
  }

  /// Ends it; its last words, if it had any.
  private static func end(_ state: inout State) -> String {
    guard let child = state.child.take() else { return "" }
    var errors = LineBuffer()
    _ = errors.fill(from: child.errors)
    child.kill()
    _ = child.wait()
    state.answers = 0
    return errors.text.split(whereSeparator: \.isNewline).last.map { String($0.prefix(200)) } ?? ""
  }
}

extension ChildProcess {
  /// Whether there is something to read before the deadline. What it writes to standard error in the meantime is thrown
  /// away but for the last, so that it never waits for a reader.
  fileprivate func waitForOutput(until deadline: ContinuousClock.Instant) -> Bool {
    while true {
      var waiting = [pollfd(fd: output, events: Int16(POLLIN), revents: 0)]
      let count = poll(&waiting, 1, Self.milliseconds(until: deadline))
      if count > 0 { return true }
      if count == 0 || errno != EINTR { return false }
    }
  }

  /// Writes all of it before the deadline; false where the program does not read.
  fileprivate func send(_ bytes: [UInt8], until deadline: ContinuousClock.Instant) -> Bool {
    _ = fcntl(input, F_SETFL, O_NONBLOCK)
    var rest = bytes[...]
    while !rest.isEmpty {
      var waiting = [pollfd(fd: input, events: Int16(POLLOUT), revents: 0)]
      let count = poll(&waiting, 1, Self.milliseconds(until: deadline))
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      let written = rest.withUnsafeBytes { write(input, $0.baseAddress, $0.count) }
      if written < 0 {
        if errno == EINTR || errno == EAGAIN { continue }
        return false
      }
      rest = rest.dropFirst(written)
    }
    return true
  }

  private static func milliseconds(until deadline: ContinuousClock.Instant) -> Int32 {
    let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
    return Int32(min(max(left, 0), 1e6))
  }
}
