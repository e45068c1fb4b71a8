internal import DocumentModel
internal import GRDB

/// The search of one kind of thing.
struct KindSearch {
  let rows: SearchRows
  let query: SearchQuery
  /// The documents that pass the filter; nil without one, and where they are too many to be listed.
  let documents: [Int64]?
  let limits: SearchLimits

  private var index: String { rows.index.rawValue }
  private var match: String { "WHERE \(index) MATCH ?" }

  /// The best first where all could be weighed, else the newest.
  func results() throws -> (SearchResults.Count, [SearchHit]) {
    if let ids = try idsInDocuments() {
      let isExact = ids.count <= limits.ranked
      let ordered = try isExact ? Weigher(rows: rows).ordered(ids) : ids.sorted(by: >)
      return (count(ids.count), try hits(of: isExact ? nearestFirst(ordered) : ordered))
    }
    if let (start, found) = try window() {
      // Behind the window there are more.
      let count = found > limits.ranked ? self.count(found) : .init(kind: rows.kind, count: found - 1, isExact: false)
      return (count, try newest(after: start))
    }
    let found = try weighed()
    return (count(found.count), try found.count > limits.ranked ? newest() : hits(of: nearestFirst(found)))
  }

  /// Of the best, those whose words stand together as they were typed first, then those whose words stand near each other;
  /// all alike in the order of their weight.
  private func nearestFirst(_ ids: [Int64]) throws -> [Int64] {
    guard rows.terms.groups.count > 1 else { return ids }
    let best = ids.prefix(max(limits.looked, query.offset + query.limit))
    let distances = try best.map { id -> Int in
      guard let row = try rows.row(id) else { return SearchTerms.far }
      return rows.terms.distance(in: SearchWords(try rows.text(of: row)).words)
    }
    let order = best.indices.sorted { (distances[$0], $0) < (distances[$1], $1) }
    return order.map { best[$0] } + ids.dropFirst(best.count)
  }

  private func count(_ found: Int) -> SearchResults.Count {
    .init(kind: rows.kind, count: min(found, limits.ranked), isExact: found <= limits.ranked)
  }

  // MARK: - The filter

  /// Whether what may be found is listed first. A list of millions takes longer than to look at what the words find.
  private var isListed: Bool { documents != nil && rows.kind != .page }

  /// What is found, without its rows where the filter does not ask for them.
  private var found: String {
    let join = isListed || query.filter == DocumentFilter() ? "" : rows.join
    return "FROM \(index) AS found \(join) \(match)"
  }

  /// Ids, which need no quoting.
  private var documentList: String { (documents ?? []).map(String.init).joined(separator: ", ") }

  private var filter: FilterSQL {
    guard documents != nil else { return FilterSQL(query.filter) }
    var filter = FilterSQL()
    switch rows.kind {
    case .document: filter.add("+found.rowid IN (\(documentList))")
    case .task: filter.add("+found.rowid IN (SELECT id FROM task WHERE documentId IN (\(documentList)))")
    case .page: filter.add("document.id IN (\(documentList))")
    }
    return filter
  }

  // MARK: - Ways to look

  /// What is found in few documents, each looked at by itself: the index is entered once for a document, and most of
  /// it is passed over. Nil where going through the index once is faster.
  private func idsInDocuments() throws -> [Int64]? {
    guard isListed, let documents else { return nil }
    let work = documents.count * rows.terms.groups.count * limits.entriesPerDocument
    guard try work == 0 || work < entries(of: rows.last()) else { return nil }
    let held =
      rows.kind == .document
      ? "SELECT id AS holder, id AS first, id AS last FROM document WHERE id IN (\(documentList))"
      : """
      SELECT documentId AS holder, MIN(id) AS first, MAX(id) AS last FROM task
        WHERE documentId IN (\(documentList)) GROUP BY documentId
      """
    // Of a document that was read anew some tasks are older than others: what lies between is another's.
    let belongs =
      rows.kind == .document ? "" : " AND holder = (SELECT documentId FROM task WHERE id = found.rowid)"
    return try Int64.fetchAll(
      rows.db,
      sql: """
        SELECT found.rowid FROM (\(held)) AS held CROSS JOIN \(index) AS found
        \(match) AND found.rowid BETWEEN first AND last\(belongs)
        """, arguments: [rows.terms.expression])
  }

  /// All that is found, the best first; of too much, as much as shows it. Only numbers are put in order: a row holds a
  /// whole record, and few are looked at.
  private func weighed() throws -> [Int64] {
    let filter = filter
    let found = try Row.fetchAll(
      rows.db,
      sql: """
        SELECT found.rowid AS id, bm25(\(index)) AS weight \(found)\(filter.conjunction) LIMIT \(limits.ranked + 1)
        """, arguments: [rows.terms.expression] + filter.arguments)
    let weights = found.map { (id: $0["id"] as Int64, weight: $0["weight"] as Double) }
    return weights.sorted { ($0.weight, $1.id) < ($1.weight, $0.id) }.map(\.id)
  }

  /// Where the words stand nearly everywhere, the row after which it is enough to look, and how many are found there.
  /// Nil where all is to be looked through.
  private func window() throws -> (start: Int64, found: Int)? {
    let last = try rows.last()
    // Words that have to be proven to stand together may yet be none of those that are found.
    guard !rows.terms.needsProof, last > 2 * limits.window, try entries(of: last) > limits.entries else { return nil }
    let filter = filter, start = last - max(last / 8, limits.window)
    let count = try Int.fetchOne(
      rows.db,
      sql: """
        SELECT COUNT(*) FROM (
          SELECT 1 \(found) AND found.rowid > ?\(filter.conjunction) LIMIT \(limits.ranked + 1))
        """, arguments: [rows.terms.expression, start] + filter.arguments)
    guard let count, count > 0, count >= query.offset + query.limit else { return nil }
    return (start, count)
  }

  /// How many places of the words the index has, of which a hundredth is counted.
  private func entries(of last: Int64) throws -> Int {
    try rows.terms.groups.reduce(0) { sum, group in
      let part = try Int.fetchOne(
        rows.db.cachedStatement(sql: "SELECT COUNT(*) FROM \(index) \(match) AND rowid > ?"),
        arguments: [group.expression, last - max(1, last / 100)])
      return sum + 100 * (part ?? 0)
    }
  }

  // MARK: - Hits

  private func newest(after start: Int64 = 0) throws -> [SearchHit] {
    let filter = filter
    let cursor = try Row.fetchCursor(
      rows.db,
      sql: """
        \(rows.selection) FROM \(index) AS found \(rows.join) \(match) AND found.rowid > ?\(filter.conjunction)
        ORDER BY found.rowid DESC
        """, arguments: [rows.terms.expression, start] + filter.arguments)
    return try hits { try cursor.next() }
  }

  private func hits(of ids: [Int64]) throws -> [SearchHit] {
    var ids = ids.makeIterator()
    return try hits {
      while let id = ids.next() {
        if let row = try rows.row(id) { return row }
      }
      return nil
    }
  }

  /// As many as are asked for.
  private func hits(_ next: () throws -> Row?) throws -> [SearchHit] {
    var hits: [SearchHit] = [], skipped = 0
    while hits.count < query.limit, let row = try next() {
      let text = try rows.text(of: row), words = SearchWords(text)
      if rows.terms.needsProof, !rows.terms.stand(in: words.words) { continue }
      if skipped < query.offset { skipped += 1 } else { hits.append(try rows.hit(row, text: text, words)) }
    }
    return hits
  }
}
