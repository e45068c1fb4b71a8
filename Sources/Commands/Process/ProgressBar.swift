internal import DocumentModel
internal import Pipeline
internal import Synchronization

/// Draws how far a run is, with the time it still needs, over and over on one line of a terminal.
final class ProgressBar: Sendable {
  private let language: Language
  private let line: TerminalLine
  private let isShown: Bool
  private let start = ContinuousClock.now
  private let left = Mutex(TimeLeft())

  init(language: Language, isShown: Bool) {
    self.language = language
    self.isShown = isShown
    line = TerminalLine(isShown: isShown)
  }

  func show(_ progress: RunProgress) {
    guard isShown else { return }
    let share = progress.inputs == 0 ? 0 : Double(progress.inputsDone) / Double(progress.inputs)
    let filled = Int(share * 24)
    let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
    let pages = language == .vi ? "trang" : progress.pagesDone == 1 ? "page" : "pages"
    let remaining = remaining(progress.share ?? share)
    line.draw("\(bar) \(progress.inputsDone)/\(progress.inputs) · \(progress.pagesDone) \(pages)\(remaining)")
  }

  /// Takes the line away.
  func clear() { line.clear() }

  private func remaining(_ share: Double) -> String {
    let time = ContinuousClock.now - start
    let now = Double(time.components.seconds) + Double(time.components.attoseconds) / 1e18
    guard share < 1, let seconds = left.withLock({ $0.seconds(at: now, share: share) }) else { return "" }
    let minutes = Int(seconds) / 60, rest = Int(seconds) % 60
    return (language == .vi ? " · còn " : " · left ") + "\(minutes):\(rest < 10 ? "0" : "")\(rest)"
  }
}
