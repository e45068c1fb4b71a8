internal import Synchronization

/// What the server has answered since it was started.
final class RequestMetrics: Sendable {
  struct State: Sendable {
    /// Answers by status.
    var statuses: [Int: Int] = [:]
    /// Answers that took no longer than each of `bounds`.
    var within = [Int](repeating: 0, count: bounds.count)
    var count = 0
    var seconds = 0.0
  }

  /// Seconds.
  static let bounds = [0.01, 0.025, 0.05, 0.1, 0.25, 1, 5]

  private let state = Mutex(State())

  var current: State { state.withLock { $0 } }

  func add(status: Int, _ duration: Duration) {
    let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    state.withLock { state in
      state.statuses[status, default: 0] += 1
      state.count += 1
      state.seconds += seconds
      for (index, bound) in Self.bounds.enumerated() where seconds <= bound { state.within[index] += 1 }
    }
  }
}
