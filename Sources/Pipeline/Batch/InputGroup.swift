internal import Checkpoints
internal import Intake
internal import Synchronization

/// An input that has something left to be done.
struct UnfinishedInput: Sendable {
  var input: Input
  /// Its files before it was read.
  var stamps: [FileStamp]
  /// The SHA-256 that it had when it was finished; nil where it was not. Where it still has it, only its stamps are new.
  var finishedAs: String?
}

/// Inputs that a worker is given together and answers one by one, in order.
final class InputGroup: Sendable {
  private let left: Mutex<ArraySlice<UnfinishedInput>>
  private let count: Int

  init(_ items: [UnfinishedInput]) {
    left = Mutex(items[...])
    count = items.count
  }

  var items: ArraySlice<UnfinishedInput> { left.withLock { $0 } }
  /// The input that the worker has in hand; nil where it has answered all.
  var current: UnfinishedInput? { left.withLock { $0.first } }
  /// Whether the worker has answered any of them.
  var isBegun: Bool { left.withLock { $0.count } < count }

  /// Goes on to the next input; whether there was none left.
  func advance() -> Bool {
    left.withLock { items in
      items.removeFirst()
      return items.isEmpty
    }
  }

  /// Takes away all inputs but the current one, and gives them.
  func takeRest() -> ArraySlice<UnfinishedInput> {
    left.withLock { items in
      defer { items = items.prefix(1) }
      return items.dropFirst()
    }
  }
}
