internal import Archive
internal import DocumentModel

extension Site {
  /// What the forms of the pages do, for programs.
  static var settlingAPIRoutes: [Route] {
    [
      Route(
        .get, "/api/v1/conflicts/preview",
        summary: "How many open conflicts a kind has, with the mark that settling them all takes; query: level, field"
      ) { visit in
        let query = visit.ask.query
        return try visit.json(
          try visit.archive.survey(
            conflictsOf: try visit.require("level", in: query), field: try visit.require("field", in: query)))
      },
      Route(
        .post, "/api/v1/conflicts/all", part: .decides,
        summary: "Resolve all open conflicts of a kind: level, field, keep (inventory, archive), mark"
      ) { visit in try visit.json(try visit.resolveAll()) },
      Route(
        .post, "/api/v1/conflicts/undo", part: .decides,
        summary: "Open again what a batch of resolutions settled, or your last: batch"
      ) { visit in
        try visit.json(
          try visit.archive.reopenConflicts(
            batch: visit.sent.number("batch").map(Int64.init), who: visit.who, at: visit.now))
      },
      Route(
        .post, "/api/v1/conflicts/:id", part: .decides,
        summary:
          "Resolve a conflict of the inventory: keep (inventory, archive, value), value; inventory, archive as seen"
      ) { visit in try visit.json(try visit.resolve()) },
      Route(.post, "/api/v1/bodies/:id/merge", part: .decides, summary: "Put a body into another: into (its id), seen")
      {
        visit in
        guard let into = visit.sent.number("into") else { throw Refusal.missing("into") }
        try visit.archive.merge(
          body: try visit.id(), into: Int64(into), seen: visit.sent.raw("seen"), who: visit.who,
          at: visit.now)
        return try visit.json(["merged": true])
      },
      Route(.post, "/api/v1/bodies/:id/split", part: .decides, summary: "Take out of a body what was put into it; seen")
      {
        visit in
        try visit.archive.split(body: try visit.id(), seen: visit.sent.raw("seen"), who: visit.who, at: visit.now)
        return try visit.json(["split": true])
      },
      Route(.post, "/api/v1/samples", summary: "Draw a sample of accepted pages: bound (0.005 to 0.5)") { visit in
        try visit.json(["id": try visit.newSample()])
      },
      Route(.get, "/api/v1/samples/:id", summary: "The pages of a sample") { visit in
        try visit.json(try visit.archive.items(ofSample: try visit.id()))
      },
      Route(
        .post, "/api/v1/samples/:id/:ordinal",
        summary:
          "Say of a sampled page: verdict (right, wrong), seen (the verdict before), note, seenNote (the note before)"
      ) { visit in
        try visit.judge()
        return try visit.json(["judged": true])
      },
    ]
  }
}
