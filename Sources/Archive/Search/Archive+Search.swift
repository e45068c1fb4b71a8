public import DocumentModel
internal import GRDB

extension Archive {
  /// Looks for words in documents, tasks and pages: the best first where there are few, the newest first where there
  /// are too many to be weighed.
  ///
  /// - Throws: a `Failure` where the query has no word to look for, and where the archive cannot be read.
  public func search(_ query: SearchQuery) throws(Failure) -> SearchResults {
    try search(query, fewDocuments: 2000)
  }

  /// `fewDocuments`: up to so many that pass the filter are listed first, and the words looked for in what is theirs;
  /// of more, each is asked for as its words are found.
  func search(_ query: SearchQuery, fewDocuments: Int) throws(Failure) -> SearchResults {
    let terms = SearchTerms(query.words)
    guard !terms.isEmpty else { throw Failure(.badArguments, .nothingToSearch()) }
    return try reading { db in
      let filter = FilterSQL(query.filter)
      let isNarrow = try !filter.conditions.isEmpty && filter.passes(atMost: fewDocuments, in: db)
      var results = SearchResults(counts: [], hits: [])
      for kind in SearchQuery.Kind.allCases where query.kinds.contains(kind) {
        let search = KindSearch(kind: kind, terms: terms, query: query, isNarrow: isNarrow, db: db)
        let count = try search.count()
        results.counts.append(count)
        results.hits += try search.hits(isRanked: count.isExact)
      }
      return results
    }
  }
}

/// The search of one kind of thing.
private struct KindSearch {
  /// Matches that are weighed, and counted.
  static let mostRanked = 1000

  let kind: SearchQuery.Kind
  let terms: SearchTerms
  let query: SearchQuery
  /// There is a filter, and few documents pass it.
  let isNarrow: Bool
  let db: Database

  private var index: SearchIndex {
    switch kind {
    case .document: .document
    case .task: .task
    case .page: .page
    }
  }

  private var match: String { "WHERE \(index.rawValue) MATCH ?" }

  /// The index first, the rows of what it finds after it; a cross join keeps that order.
  private var source: String { "FROM \(index.rawValue) AS found \(join) \(match)" }

  /// What is found, without its rows where the filter does not ask for them.
  private var found: String {
    isListed || query.filter == DocumentFilter() ? "FROM \(index.rawValue) AS found \(match)" : source
  }

  /// Whether what may be found is listed first. A list of millions takes longer than to look at what the words find.
  private var isListed: Bool { isNarrow && kind != .page }

  /// The rows that belong to what was found.
  private var join: String {
    switch kind {
    case .document: "CROSS JOIN document ON document.id = found.rowid"
    case .task:
      "CROSS JOIN task ON task.id = found.rowid CROSS JOIN document ON document.id = task.documentId"
    case .page:
      """
      CROSS JOIN pageText ON pageText.id = found.rowid
      LEFT JOIN document ON document.id = (
        SELECT id FROM document AS holder WHERE holder.inputSha256 = pageText.inputSha256
          AND pageText.page BETWEEN holder.firstPage AND holder.lastPage ORDER BY holder.ordinal LIMIT 1)
      """
    }
  }

  private var filter: FilterSQL {
    let asked = FilterSQL(query.filter)
    guard isListed else { return asked }
    let documents = "SELECT id FROM document\(asked.clause)"
    var listed = FilterSQL()
    listed.add(
      kind == .task
        ? "+found.rowid IN (SELECT id FROM task WHERE documentId IN (\(documents)))" : "+found.rowid IN (\(documents))",
      asked.arguments)
    return listed
  }

  func count() throws -> SearchResults.Count {
    let filter = filter
    let fetched = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM (SELECT 1 \(found)\(filter.conjunction) LIMIT \(Self.mostRanked + 1))",
      arguments: [terms.expression] + filter.arguments)
    let count = fetched ?? 0
    return .init(kind: kind, count: min(count, Self.mostRanked), isExact: count <= Self.mostRanked)
  }

  func hits(isRanked: Bool) throws -> [SearchHit] {
    var hits: [SearchHit] = [], skipped = 0
    func take(_ row: Row) throws -> Bool {
      let text = try text(of: row), words = SearchWords(text)
      if terms.needsProof, !terms.stand(in: words.words) { return true }
      if skipped < query.offset { skipped += 1 } else { hits.append(try hit(row, text: text, words)) }
      return hits.count < query.limit
    }
    if query.limit > 0 { try isRanked ? weighed(take) : newest(take) }
    return hits
  }

  private var selection: String {
    """
    SELECT \(columns), document.id AS documentId, document.type, document.number AS documentNumber, document.symbol,
      document.issuer, document.date, document.subject
    """
  }

  /// Gives rows in the order of the index, until `take` has enough.
  private func newest(_ take: (Row) throws -> Bool) throws {
    let filter = filter
    let rows = try Row.fetchCursor(
      db, sql: "\(selection) \(source)\(filter.conjunction) ORDER BY found.rowid DESC",
      arguments: [terms.expression] + filter.arguments)
    while let row = try rows.next(), try take(row) {}
  }

  /// Gives the best first. Only their numbers are put in order: a row holds a whole record, and few are looked at.
  private func weighed(_ take: (Row) throws -> Bool) throws {
    let filter = filter
    let ids = try Int64.fetchAll(
      db, sql: "SELECT found.rowid \(found)\(filter.conjunction) ORDER BY bm25(\(index.rawValue)), found.rowid DESC",
      arguments: [terms.expression] + filter.arguments)
    let statement = try db.cachedStatement(sql: "\(selection) FROM (SELECT ? AS rowid) AS found \(join)")
    for id in ids {
      guard let row = try Row.fetchOne(statement, arguments: [id]) else { continue }
      guard try take(row) else { return }
    }
  }

  private var columns: String {
    switch kind {
    case .document: "document.record, document.firstPage AS page, document.inputSha256"
    case .task: "task.*, document.inputSha256"
    case .page: "pageText.*"
    }
  }

  private func text(of row: Row) throws -> String {
    switch kind {
    case .document:
      return SearchIndex.text(of: try DocumentRow.record(in: row))
    case .task:
      let bodies = try String.fetchAll(
        db, sql: "SELECT printed FROM taskBody WHERE taskId = ? ORDER BY role = 'lead' DESC, ordinal",
        arguments: [row["id"] as Int64])
      return SearchIndex.text(
        of: .init(
          title: row["title"], content: row["content"], product: row["product"], deadline: row["deadline"],
          bodies: bodies))
    case .page: return row["text"]
    }
  }

  private func hit(_ row: Row, text: String, _ words: SearchWords) throws -> SearchHit {
    let hash: String = row["inputSha256"]
    let path = try String.fetchOne(
      db.cachedStatement(sql: "SELECT path FROM input WHERE sha256 = ?"), arguments: [hash])
    return SearchHit(
      kind: kind, document: DocumentSummary(row), taskID: kind == .task ? row["id"] : nil,
      number: kind == .task ? row["number"] : nil, page: row["page"], path: path ?? "",
      snippet: Snippet(of: text, words, around: terms))
  }
}

extension DocumentSummary {
  /// Reads a row with the columns `documentId`, `documentNumber` and those of a document; nil where it has no document.
  init?(_ row: Row) {
    guard let id = row["documentId"] as Int64? else { return nil }
    let head = DocumentHeader(number: row["documentNumber"], symbol: row["symbol"])
    self.init(
      id: id, symbol: head.printedSymbol, type: row["type"], issuer: row["issuer"],
      date: (row["date"] as String?).flatMap(CalendarDate.init(iso:)), knownDate: row["date"], subject: row["subject"])
  }
}

extension Message {
  static func nothingToSearch() -> Message {
    Message(
      "nothing-to-search", vi: "Không có từ nào để tìm. Ví dụ: sohoa search số hóa",
      en: "There is no word to search for. For example: sohoa search số hóa")
  }
}
