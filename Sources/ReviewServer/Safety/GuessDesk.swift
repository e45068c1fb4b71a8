internal import Foundation

/// Where passwords are looked at: each guess takes 32 MB and a tenth of a second, so that few are at it at once, and none
/// of them on the threads that answer requests.
actor GuessDesk {
  /// Guesses at a time.
  static let atOnce = 2
  /// Guesses of one lane that are there or wait.
  static let perLane = 4
  /// Guesses that wait, of all lanes.
  private static let mostWaiting = 64
  /// Seconds that a guess waits for its turn.
  private let patience: Int

  init(patience: Int = 8) { self.patience = patience }

  private var running = 0
  private var lanes: [String: Int] = [:]
  /// Who is known comes before who is not, and else who came first.
  private var waiting: [(id: Int, isKnown: Bool, turn: CheckedContinuation<Bool, Never>)] = []
  private var lastID = 0

  /// Guesses that wait for their turn.
  var waitingCount: Int { waiting.count }

  /// Does the work when it is its turn. A lane is an address, a person at an address, or a browser. Who `isKnown` to have
  /// signed in from there is let in before all others, however many of these wait.
  ///
  /// - Throws: a `Refusal` where too many wait.
  func run<Value: Sendable>(
    lane: String, isKnown: Bool = false, _ work: @escaping @Sendable () -> Value
  ) async throws -> Value {
    guard await enter(lane, isKnown) else { throw Refusal.busy(seconds: patience) }
    let value = await Self.onThread(work)
    leave(lane)
    return value
  }

  private func enter(_ lane: String, _ isKnown: Bool) async -> Bool {
    guard lanes[lane, default: 0] < Self.perLane, isKnown || waiting.count < Self.mostWaiting else { return false }
    lanes[lane, default: 0] += 1
    if running < Self.atOnce {
      running += 1
      return true
    }
    lastID += 1
    let id = lastID
    let isTurn = await withCheckedContinuation { turn in
      let place = isKnown ? waiting.firstIndex { !$0.isKnown } ?? waiting.endIndex : waiting.endIndex
      waiting.insert((id, isKnown, turn), at: place)
      Task { [patience] in
        try? await Task.sleep(for: .seconds(patience))
        giveUp(id)
      }
    }
    if !isTurn { drop(lane) }
    return isTurn
  }

  private func leave(_ lane: String) {
    drop(lane)
    // The next one takes the place of the one that goes.
    if waiting.isEmpty { running -= 1 } else { waiting.removeFirst().turn.resume(returning: true) }
  }

  private func giveUp(_ id: Int) {
    guard let index = waiting.firstIndex(where: { $0.id == id }) else { return }
    waiting.remove(at: index).turn.resume(returning: false)
  }

  private func drop(_ lane: String) {
    let left = (lanes[lane] ?? 1) - 1
    lanes[lane] = left > 0 ? left : nil
  }

  private static func onThread<Value: Sendable>(_ work: @escaping @Sendable () -> Value) async -> Value {
    await withCheckedContinuation { done in Thread.detachNewThread { done.resume(returning: work()) } }
  }
}
