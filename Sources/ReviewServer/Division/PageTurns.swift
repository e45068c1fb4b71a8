internal import DocumentModel
internal import Synchronization

/// Pages that are being read again because somebody turned them, and those of which that failed. Kept in memory: a site that
/// is started again knows of none, and the pages are as they were.
final class PageTurns: Sendable {
  enum State: Sendable {
    case reading(who: String)
    case failed(Message)
  }

  private struct Page: Hashable {
    var sha256: String
    var number: Int
  }

  private let states = Mutex<[Page: State]>([:])

  /// Nil for a page that nobody turned, and for one whose turn is done.
  func state(of sha256: String, page: Int) -> State? { states.withLock { $0[Page(sha256: sha256, number: page)] } }

  /// Notes that a page is read again; false where it is being read already.
  func begin(_ sha256: String, page: Int, who: String) -> Bool {
    states.withLock { states in
      let key = Page(sha256: sha256, number: page)
      if case .reading = states[key] { return false }
      states[key] = .reading(who: who)
      return true
    }
  }

  func end(_ sha256: String, page: Int, with message: Message?) {
    states.withLock { $0[Page(sha256: sha256, number: page)] = message.map { .failed($0) } }
  }
}
