internal import Archive
internal import DocumentModel
internal import Export

extension Site {
  static var metricsRoutes: [Route] { [Route(.get, "/metrics") { visit in try visit.metrics() }] }
}

extension Visit {
  /// Whether a program that watches the server may read its figures: from this machine, or with the shared token.
  var mayWatch: Bool {
    // Behind a proxy everybody comes from this machine.
    session.isSignedIn || (["127.0.0.1", "::1"].contains(ask.address) && ask.headers["x-forwarded-for"] == nil)
  }

  /// What the archive holds and the site has answered, for a program that watches.
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
    var figures = PrometheusText()
    for (name, help, value) in gauges { figures.add(name, help, [.init(value)]) }
    figures.add(
      "sohoa_corrections_total", "Decisions of people that stand.", kind: .counter,
      [.init(try archive.correctionCount())])
    site.metrics.current.add(to: &figures)
    return Answer(type: "text/plain; version=0.0.4; charset=utf-8", body: Array(figures.text.utf8))
  }
}

extension RequestMetrics.State {
  fileprivate func add(to figures: inout PrometheusText) {
    figures.add(
      "sohoa_requests_total", "Answers by status.", kind: .counter,
      statuses.sorted { $0.key < $1.key }.map { .init($0.value, labels: "status=\"\($0.key)\"") })
    let buckets = zip(RequestMetrics.bounds, within).map {
      PrometheusText.Sample($1, labels: "le=\"\($0)\"", suffix: "_bucket")
    }
    figures.add(
      "sohoa_request_seconds", "Seconds until an answer was made.", kind: .histogram,
      buckets + [
        .init(count, labels: "le=\"+Inf\"", suffix: "_bucket"), .init(seconds, suffix: "_sum"),
        .init(count, suffix: "_count"),
      ])
  }
}
