public import DocumentModel
internal import GRDB

extension Archive {
  /// Looks for words in documents, tasks and pages: the best first where there are few, the newest first where there
  /// are too many to be weighed.
  ///
  /// - Throws: a `Failure` where the query has no word to look for, and where the archive cannot be read.
  public func search(_ query: SearchQuery) throws(Failure) -> SearchResults {
    try search(query, limits: SearchLimits())
  }

  func search(_ query: SearchQuery, limits: SearchLimits) throws(Failure) -> SearchResults {
    let terms = SearchTerms(query.words)
    guard !terms.isEmpty else { throw Failure(.badArguments, .nothingToSearch()) }
    return try reading { db in
      let filter = FilterSQL(query.filter)
      let documents =
        filter.conditions.isEmpty ? nil : try filter.documents(atMost: limits.listedDocuments, in: db)
      var results = SearchResults(counts: [], hits: [])
      for kind in SearchQuery.Kind.allCases where query.kinds.contains(kind) {
        let rows = SearchRows(kind: kind, terms: terms, db: db)
        let search = KindSearch(rows: rows, query: query, documents: documents, limits: limits)
        let (count, hits) = try search.results()
        results.counts.append(count)
        results.hits += hits
      }
      return results
    }
  }
}

/// How much is looked through before less is good enough.
struct SearchLimits: Sendable {
  /// Matches that are weighed, and counted.
  var ranked = 1000
  /// Up to so many documents that pass the filter are listed first, and the words looked for in what is theirs; of more,
  /// each is asked for as its words are found.
  var listedDocuments = 2000
  /// To look for a word in one document by itself takes as long as to pass so many of its places in the index.
  var entriesPerDocument = 2500
  /// Places of words in the index that are gone through for one kind: some hundredths of a second. Where the words have
  /// more, the newest rows are looked at first, and are enough where they have as many hits as are asked for.
  var entries = 250_000
  /// Of what was weighed, so many of the best are looked at for words that stand together.
  var looked = 50
  /// The newest rows: an eighth of all, and at least so many.
  var window: Int64 = 50_000
}

extension DocumentSummary {
  /// The first document of a condition on `document`; nil where there is none.
  static func first(
    where condition: String, _ arguments: StatementArguments, in db: Database
  ) throws -> DocumentSummary? {
    try Row.fetchOne(
      db, sql: "SELECT \(TaskSQL.documentColumns) FROM document WHERE \(condition)", arguments: arguments
    ).flatMap { DocumentSummary($0) }
  }

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
