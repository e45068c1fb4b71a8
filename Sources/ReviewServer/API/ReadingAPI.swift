internal import Archive
internal import DocumentModel
internal import Foundation

extension Site {
  /// What can be asked for; the pages show the same.
  static var readRoutes: [Route] {
    [
      Route(.get, "/api/v1/openapi.json", summary: "This document") { visit in try openAPI() },
      Route(.get, "/api/v1/status", summary: "How much the archive holds") { visit in
        try visit.json(try visit.archive.status())
      },
      Route(.get, "/api/v1/queue", summary: "How much waits for review; query: document, dossier, file, least") {
        visit in
        try visit.json(try visit.archive.queueStatus(visit.queueFilter))
      },
      Route(.get, "/api/v1/documents", summary: "Documents; query: type, issuer, body, place, from, to, offset") {
        visit in
        try visit.json(
          try visit.archive.documentList(visit.documentFilter, limit: Visit.pageLength, offset: visit.offset))
      },
      Route(.get, "/api/v1/documents/:id", summary: "The record of a document") { visit in
        guard let record = try visit.archive.document(id: try visit.id()) else { throw Refusal.notFound }
        return try visit.json(record)
      },
      Route(.get, "/api/v1/tasks", summary: "Tasks; query: lead, body, status, open, overdue, month, document, offset")
      {
        visit in try visit.json(try visit.archive.tasks(try visit.taskQuery(limit: Visit.pageLength)))
      },
      Route(.get, "/api/v1/search", summary: "Search; query: q") { visit in
        let words = String(try visit.require("q", in: visit.ask.query).prefix(400))
        return try visit.json(try visit.archive.search(SearchQuery(words: words, limit: 30)))
      },
      Route(.get, "/api/v1/progress", summary: "The figures of sohoa report") { visit in
        try visit.json(try visit.archive.progress(ProgressQuery(asOf: try visit.today())))
      },
      Route(.get, "/api/v1/bodies", summary: "Bodies with their spellings; query: name") { visit in
        try visit.json(try visit.archive.bodies(part: visit.ask.query["name"]))
      },
      Route(.get, "/api/v1/conflicts", summary: "Open conflicts of the inventory") { visit in
        try visit.json(try visit.archive.conflicts())
      },
      Route(.get, "/api/v1/samples", summary: "Samples and their error rates") { visit in
        try visit.json(try visit.archive.samples())
      },
      Route(.get, "/api/v1/corrections", summary: "The last corrections") { visit in
        try visit.json(try visit.archive.corrections())
      },
    ]
  }
}
