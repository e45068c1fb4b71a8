internal import Synchronization

/// Which of the packages is at work, and how many of its megabytes are done, on one line of a terminal.
final class PackageProgress: Sendable {
  private let count: Int
  private let line: TerminalLine
  private let state = Mutex(State())

  private struct State {
    var number = 0
    var name = ""
    /// The last number that was drawn.
    var megabytes = -1
  }

  /// `count` is how many packages there will be.
  init(_ count: Int, isShown: Bool = Console.isInteractive) {
    self.count = count
    line = TerminalLine(isShown: isShown)
  }

  /// The next package.
  func begin(_ name: String) {
    state.withLock { $0 = State(number: $0.number + 1, name: name) }
    show(bytes: 0)
  }

  /// Draws again only where the number of megabytes is another one, since this is called for every document.
  func show(bytes: Int) {
    let text = state.withLock { state -> String? in
      guard state.megabytes != bytes >> 20 else { return nil }
      state.megabytes = bytes >> 20
      return Self.text(state.number, of: count, state.name, megabytes: state.megabytes)
    }
    if let text { line.draw(text) }
  }

  static func text(_ number: Int, of count: Int, _ name: String, megabytes: Int) -> String {
    "\(number)/\(count) · \(Console.oneLine(name)) · \(megabytes) MB"
  }

  func clear() { line.clear() }
}
