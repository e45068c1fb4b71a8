internal import Synchronization

/// Seconds of work by stage, all pages of an input taken together.
final class StageTimes: Sendable {
  private let seconds = Mutex<[String: Double]>([:])

  var all: [String: Double] { seconds.withLock { $0 } }

  func add(_ value: Duration, to stage: String) {
    seconds.withLock { $0[stage, default: 0] += value.inSeconds }
  }

  func measure<Value>(_ stage: String, _ body: () -> Value) -> Value {
    let start = ContinuousClock.now
    defer { add(ContinuousClock.now - start, to: stage) }
    return body()
  }
}
