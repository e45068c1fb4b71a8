internal import DocumentModel
internal import Pipeline
internal import Synchronization

/// Draws how far a run is, with the time it still needs, over and over on one line of a terminal.
final class ProgressBar: Sendable {
  private let language: Language
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let lastWidth = Mutex(0)

  init(language: Language, isShown: Bool) {
    self.language = language
    self.isShown = isShown
  }

  func show(_ progress: RunProgress) {
    guard isShown else { return }
    let share = progress.inputs == 0 ? 0 : Double(progress.inputsDone) / Double(progress.inputs)
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let pages = language == .vi ? "trang" : "pages"
    draw("\(bar) \(progress.inputsDone)/\(progress.inputs) · \(progress.pagesDone) \(pages)\(remaining(share))")
  }

  /// Takes the line away.
  func clear() {
    if isShown { draw("") }
  }

  private func remaining(_ share: Double) -> String {
    guard share > 0, share < 1 else { return "" }
    let seconds = Double((ContinuousClock.now - start).components.seconds) * (1 - share) / share
    let minutes = Int(seconds) / 60, rest = Int(seconds) % 60
    return (language == .vi ? " · còn " : " · left ") + "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }

  private func draw(_ text: String) {
    lastWidth.withLock { width in
      Console.note("\r" + text + String(repeating: " ", count: max(0, width - text.count)) + (text.isEmpty ? "\r" : ""))
      width = text.count
    }
  }
}
