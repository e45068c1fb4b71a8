internal import Archive
internal import DocumentModel
internal import Foundation

extension Site {
  /// What can be asked for; the pages show the same.
  static var readRoutes: [Route] {
    [
      Route(.get, "/api/v1/openapi.json", summary: "This document") { visit in try openAPI(visit) },
      Route(.get, "/api/v1/status", summary: "How much the archive holds") { visit in
        try visit.json(try visit.archive.status())
      },
      Route(.get, "/api/v1/queue", summary: "How much waits for review") { visit in
        try visit.json(try visit.archive.queueStatus())
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

  /// Made of the route table, so it cannot name what is not there.
  private static func openAPI(_ visit: Visit) throws -> Answer {
    var paths: [String: [String: Any]] = [:]
    for route in allRoutes where route.pattern.hasPrefix("/api/") {
      let names = route.parts.filter { $0.hasPrefix(":") }.map { String($0.dropFirst()) }
      let path = "/" + route.parts.map { $0.hasPrefix(":") ? "{\($0.dropFirst())}" : String($0) }.joined(separator: "/")
      let parameters = names.map {
        ["name": $0, "in": "path", "required": true, "schema": ["type": "string"]] as [String: Any]
      }
      var operation: [String: Any] = [
        "summary": route.summary ?? "", "parameters": parameters,
        "responses": [
          "200": ["description": "OK"], "400": ["description": "Bad request"], "409": ["description": "Conflict"],
        ],
      ]
      if route.method == .post {
        operation["requestBody"] = ["content": ["application/json": ["schema": ["type": "object"]]]]
        operation["security"] = [["session": [String](), "csrf": [String]()]]
      }
      paths[path, default: [:]][route.method.rawValue.lowercased()] = operation
    }
    let document: [String: Any] = [
      "openapi": "3.1.0", "info": ["title": "Sohoa", "version": "1"], "paths": paths,
      "components": [
        "securitySchemes": [
          "session": ["type": "apiKey", "in": "cookie", "name": Sessions.cookie],
          "csrf": ["type": "apiKey", "in": "header", "name": "X-CSRF-Token"],
        ]
      ],
    ]
    let data = try JSONSerialization.data(withJSONObject: document, options: [.sortedKeys, .withoutEscapingSlashes])
    return Answer(type: "application/json; charset=utf-8", body: [UInt8](data))
  }
}
