internal import Checkpoints
internal import DocumentModel
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
    return [
      metric("sohoa_run", "gauge", "Number of the run.", [("", Double(run))]),
      metric("sohoa_run_under_way", "gauge", "1 while the run is under way.", [("", isRunning ? 1 : 0)]),
      metric("sohoa_run_updated_seconds", "gauge", "When this was written.", [("", Date.now.timeIntervalSince1970)]),
      metric("sohoa_inputs_found", "gauge", "Inputs that the run found.", [("", Double(counts.inputs))]),
      metric(
        "sohoa_inputs", "gauge", "Inputs by what came of them.",
        outcomes.map { ("outcome=\"\($0.0)\"", Double($0.1)) }),
      metric("sohoa_pages", "gauge", "Pages processed.", [("", Double(counts.pages))]),
      metric(
        "sohoa_pages_kept", "gauge", "Of these, pages that an earlier run had read.", [("", Double(counts.keptPages))]),
      metric("sohoa_stage_seconds", "gauge", "Work by stage, seconds.", labelled("stage", counts.stages)),
      metric(
        "sohoa_workers_lost", "gauge", "Workers that broke, by reason.",
        labelled("reason", counts.replaced.mapValues(Double.init))),
    ].joined()
  }

  private static func labelled(_ label: String, _ values: [String: Double]) -> [(String, Double)] {
    values.sorted { $0.key < $1.key }.map { ("\(label)=\"\($0.key)\"", $0.value) }
  }

  private static func metric(_ name: String, _ type: String, _ help: String, _ values: [(String, Double)]) -> String {
    let lines = values.map { label, value in
      let number = value == value.rounded() && abs(value) < 1e15 ? String(Int(value)) : String(value)
      return label.isEmpty ? "\(name) \(number)" : "\(name){\(label)} \(number)"
    }
    return (["# HELP \(name) \(help)", "# TYPE \(name) \(type)"] + lines).joined(separator: "\n") + "\n"
  }
}
