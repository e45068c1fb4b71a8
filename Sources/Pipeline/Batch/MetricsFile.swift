internal import Checkpoints
internal import DocumentModel
internal import Export
internal import Foundation
internal import Synchronization

/// The counts of a run as a text file that Prometheus' node exporter collects (`--collector.textfile.directory`, or a
/// link to it there).
final class MetricsFile: Sendable {
  /// Seconds between two writings while a run is under way.
  private static let pause = Duration.seconds(15)

  private let path: String
  private let written = Mutex<SuspendingClock.Instant?>(nil)

  init(path: String) { self.path = path }

  /// Writes, unless that was done a moment ago. A file that cannot be written is no reason to end a run.
  func update(_ counts: RunCounts, run: Int, isLast: Bool = false) {
    let isDue = written.withLock { written in
      let now = SuspendingClock.now
      if !isLast, let last = written, now - last < Self.pause { return false }
      written = now
      return true
    }
    if isDue { try? DurableFile.write(Array(Self.text(of: counts, run: run, isRunning: !isLast).utf8), to: path) }
  }

  static func text(of counts: RunCounts, run: Int, isRunning: Bool) -> String {
    let outcomes = [
      ("done", counts.done), ("failed", counts.failed), ("earlier", counts.earlier),
      ("failed-earlier", counts.failedEarlier),
    ]
    var figures = PrometheusText()
    figures.add("sohoa_run", "Number of the run.", [.init(run)])
    figures.add("sohoa_run_under_way", "1 while the run is under way.", [.init(isRunning ? 1 : 0)])
    figures.add("sohoa_run_updated_seconds", "When this was written.", [.init(Date.now.timeIntervalSince1970)])
    figures.add("sohoa_inputs_found", "Inputs that the run found.", [.init(counts.inputs)])
    figures.add(
      "sohoa_inputs", "Inputs by what came of them.", outcomes.map { .init($0.1, labels: "outcome=\"\($0.0)\"") })
    figures.add("sohoa_pages", "Pages processed.", [.init(counts.pages)])
    figures.add("sohoa_pages_kept", "Of these, pages that an earlier run had read.", [.init(counts.keptPages)])
    figures.add(
      "sohoa_stage_seconds", "Work by stage, seconds.",
      counts.stages.sorted { $0.key < $1.key }.map { .init($0.value, labels: "stage=\"\($0.key)\"") })
    figures.add(
      "sohoa_workers_lost", "Workers that broke, by reason.",
      counts.replaced.sorted { $0.key < $1.key }.map { .init($0.value, labels: "reason=\"\($0.key)\"") })
    return figures.text
  }
}
