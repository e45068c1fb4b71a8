internal import Archive
internal import DocumentModel

extension Site {
  static var valueAPIRoutes: [Route] {
    [
      Route(
        .get, "/api/v1/values/:field",
        summary:
          "Values of a field (issuer, symbol, type, signer, addressee, place) and clusters; query: part, sort, offset"
      ) { visit in
        let query = ValueQuery(
          try visit.valueField(), part: visit.ask.query["part"],
          order: visit.ask.query["sort"].flatMap(ValueQuery.Order.init(rawValue:)) ?? .count, offset: visit.offset)
        return try visit.json(try visit.archive.values(query))
      },
      Route(
        .post, "/api/v1/values/:field/preview",
        summary: "What setting a value would change: values (letter by letter), to; gives ids by value"
      ) { visit in try visit.previewValue() },
      Route(
        .post, "/api/v1/values/:field/set", part: .decides,
        summary: "Set a field of many documents: to, values, documents (of the value of that place: `0:12,15`)"
      ) { visit in try visit.setValue() },
    ]
  }
}

extension Visit {
  fileprivate func valueField() throws(Refusal) -> ValueField {
    guard let field = parameters["field"].flatMap(ValueField.init(rawValue:)) else { throw .notFound }
    return field
  }

  fileprivate func previewValue() throws -> Answer {
    let sent = sent
    return try json(
      try archive.preview(try valueField(), from: sent.all("values"), to: try require("to", in: sent)))
  }

  fileprivate func setValue() throws -> Answer {
    let sent = sent
    let seen = try Self.seen(values: sent.all("values"), documents: sent.all("documents"))
    return try json(
      try archive.set(try valueField(), to: try require("to", in: sent), seen: seen, who: who, at: now))
  }

  /// `0:12,15` names two documents that were seen with the first value.
  private static func seen(values: [String], documents: [String]) throws(Refusal) -> [String: [Int64]] {
    var seen: [String: [Int64]] = [:]
    for entry in documents {
      let parts = entry.split(separator: ":", maxSplits: 1)
      let ids = parts.last?.split(separator: ",").map { Int64($0) } ?? []
      guard parts.count == 2, let place = Int(parts[0]), values.indices.contains(place), !ids.contains(nil) else {
        throw .missing("documents")
      }
      seen[values[place], default: []] += ids.compactMap(\.self)
    }
    guard !seen.isEmpty else { throw .missing("documents") }
    return seen
  }
}
