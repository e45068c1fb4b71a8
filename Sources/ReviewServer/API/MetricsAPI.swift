internal import Archive
internal import DocumentModel

extension Site {
  static var metricsRoutes: [Route] { [Route(.get, "/metrics") { visit in try visit.metrics() }] }
}

extension Visit {
  /// Whether a program that watches the server may read its figures: from this machine, or with the shared token.
  var mayWatch: Bool {
    // Behind a proxy everybody comes from this machine.
    session.isSignedIn || (["127.0.0.1", "::1"].contains(ask.address) && ask.headers["x-forwarded-for"] == nil)
  }

  /// Figures in the text format of Prometheus (version 0.0.4).
  func metrics() throws -> Answer {
    guard mayWatch else { throw Refusal.notSignedIn }
    let status = try archive.status(), queue = try archive.queueStatus()
    let gauges = [
      ("sohoa_documents", "Documents in the archive.", status.documents),
      ("sohoa_pages", "Pages in the archive.", status.pages), ("sohoa_tasks", "Tasks in the archive.", status.tasks),
      ("sohoa_doubtful_words", "Doubtful words that wait for review.", queue.words),
      ("sohoa_doubtful_fields", "Doubtful fields that wait for review.", queue.headers + queue.tasks),
      ("sohoa_open_conflicts", "Open conflicts of the inventory.", status.openConflicts),
    ]
    var lines = gauges.flatMap { Self.metric($0.0, $0.1, "gauge", [($0.0, "\($0.2)")]) }
    lines += Self.metric(
      "sohoa_corrections_total", "Decisions of people that stand.", "counter",
      [("sohoa_corrections_total", "\(try archive.correctionCount())")])
    lines += requestMetrics
    return Answer(
      type: "text/plain; version=0.0.4; charset=utf-8", body: Array((lines.joined(separator: "\n") + "\n").utf8))
  }

  private var requestMetrics: [String] {
    let state = site.metrics.current
    let answers = state.statuses.sorted { $0.key < $1.key }
      .map { ("sohoa_requests_total{status=\"\($0.key)\"}", "\($0.value)") }
    let seconds = "sohoa_request_seconds"
    let buckets =
      zip(RequestMetrics.bounds, state.within).map { ("\(seconds)_bucket{le=\"\($0)\"}", "\($1)") }
      + [("\(seconds)_bucket{le=\"+Inf\"}", "\(state.count)")]
      + [("\(seconds)_sum", "\(state.seconds)"), ("\(seconds)_count", "\(state.count)")]
    return Self.metric("sohoa_requests_total", "Answers by status.", "counter", answers)
      + Self.metric(seconds, "Seconds until an answer was made.", "histogram", buckets)
  }

  private static func metric(
    _ name: String, _ help: String, _ type: String, _ samples: [(String, String)]
  ) -> [String] {
    ["# HELP \(name) \(help)", "# TYPE \(name) \(type)"] + samples.map { "\($0.0) \($0.1)" }
  }
}
