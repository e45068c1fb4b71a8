internal import Synchronization

/// Slows down guessing, for those who guess: what one pair of name and address has failed at makes only that pair wait.
final class GuessDelays: Sendable {
  struct Pair: Hashable, Sendable {
    /// In small letters.
    var name: String
    var address: String
  }

  /// The longest wait, in seconds.
  static let longest = 60
  /// Seconds without a failure after which a pair or an address begins anew.
  private static let memory = 3600
  /// Names that fail from one address before each of them waits the longest from its first failure on.
  static let manyNames = 20
  /// Failures of a pair that has signed in before until it waits at all, and how long it then does, in seconds.
  static let knownFailures = 100
  private static let knownWait = 2
  private static let mostPairs = 20_000

  private struct Failures {
    var count = 0
    /// Seconds since 1970.
    var last = 0
  }

  private struct State {
    var pairs: [Pair: Failures] = [:]
    /// By address: how many pairs of it have failed.
    var addresses: [String: Failures] = [:]
  }

  private let state = Mutex(State())

  /// Seconds that a pair has to wait; 0 where it may try. `isKnown` is asked only of a pair that would wait: whether that
  /// name has signed in from that address before.
  func wait(_ pair: Pair, now: Int, isKnown: () throws -> Bool) rethrows -> Int {
    let (count, left) = state.withLock { state -> (Int, Int) in
      guard let failures = state.pairs[pair], failures.last > now - Self.memory else { return (0, 0) }
      let names = state.addresses[pair.address].map { $0.last > now - Self.memory ? $0.count : 0 } ?? 0
      let delay = names >= Self.manyNames ? Self.longest : Self.delay(after: failures.count)
      return (failures.count, failures.last + delay - now)
    }
    guard left > 0 else { return 0 }
    guard try isKnown() else { return left }
    return count < Self.knownFailures ? 0 : max(0, left - Self.longest + Self.knownWait)
  }

  /// 1, 2, 4, … seconds.
  static func delay(after failures: Int) -> Int { failures > 6 ? longest : min(longest, 1 << max(0, failures - 1)) }

  func failed(_ pair: Pair, now: Int) {
    state.withLock { state in
      if state.pairs.count >= Self.mostPairs { Self.forget(&state, before: now - Self.longest) }
      let isOld = state.pairs[pair].map { $0.last <= now - Self.memory } ?? true
      if isOld {
        state.pairs[pair] = Failures()
        let names = state.addresses[pair.address].map { $0.last > now - Self.memory ? $0.count : 0 } ?? 0
        state.addresses[pair.address] = Failures(count: names + 1, last: now)
      }
      state.pairs[pair]?.count += 1
      state.pairs[pair]?.last = now
      state.addresses[pair.address]?.last = now
    }
  }

  func succeeded(_ pair: Pair) { state.withLock { _ = $0.pairs.removeValue(forKey: pair) } }

  /// Those go that wait no more; where that is not enough, all.
  private static func forget(_ state: inout State, before moment: Int) {
    state.pairs = state.pairs.filter { $0.value.last > moment }
    if state.pairs.count >= mostPairs { state.pairs = [:] }
    state.addresses = state.addresses.filter { $0.value.last > moment }
  }
}
