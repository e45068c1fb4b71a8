internal import Synchronization

/// One line of standard error that is drawn over and over; nothing where no person looks.
final class TerminalLine: Sendable {
  private let isShown: Bool
  private let lastWidth = Mutex(0)

  init(isShown: Bool) { self.isShown = isShown }

  func draw(_ text: String) {
    guard isShown else { return }
    lastWidth.withLock { width in
      Console.note("\r" + text + String(repeating: " ", count: max(0, width - text.count)) + (text.isEmpty ? "\r" : ""))
      width = text.count
    }
  }

  /// Takes the line away.
  func clear() { draw("") }
}
