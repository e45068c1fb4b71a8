internal import Synchronization

/// Limits how many pages of an input are read at the same time. The limit may change while pages are read.
final class PageGate: Sendable {
  private struct State {
    var width: Int
    var entered = 0
    var isStopped = false
    var waiting: [CheckedContinuation<Bool, Never>] = []
  }

  private let state: Mutex<State>

  init(width: Int) { state = Mutex(State(width: width)) }

  /// Waits for a place; false where no more pages are to be begun.
  func enter() async -> Bool {
    await withCheckedContinuation { continuation in
      let answer: Bool? = state.withLock { state in
        if state.isStopped { return false }
        if state.entered < state.width {
          state.entered += 1
          return true
        }
        state.waiting.append(continuation)
        return nil
      }
      if let answer { continuation.resume(returning: answer) }
    }
  }

  func leave() {
    state.withLock { $0.entered -= 1 }
    admit()
  }

  /// Sets how many pages may be read at the same time from now on.
  func widen(to width: Int) {
    state.withLock { $0.width = max(1, width) }
    admit()
  }

  /// Lets no page in any more; those that wait get false.
  func stop() {
    let waiting = state.withLock { state in
      state.isStopped = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for continuation in waiting { continuation.resume(returning: false) }
  }

  private func admit() {
    let admitted = state.withLock { state in
      let count = min(max(0, state.width - state.entered), state.waiting.count)
      state.entered += count
      defer { state.waiting.removeFirst(count) }
      return Array(state.waiting.prefix(count))
    }
    for continuation in admitted { continuation.resume(returning: true) }
  }
}
