internal import DocumentModel
internal import GRDB

/// The rows of one kind that may be found: how the index leads to them, and what is shown of them.
struct SearchRows {
  let kind: SearchQuery.Kind
  let terms: SearchTerms
  let db: Database

  var index: SearchIndex {
    switch kind {
    case .document: .document
    case .task: .task
    case .page: .page
    }
  }

  /// The table that the index is of.
  var table: String {
    switch kind {
    case .document: "document"
    case .task: "task"
    case .page: "pageText"
    }
  }

  /// The rows that belong to what was found.
  var join: String {
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

  var selection: String {
    """
    SELECT \(columns), document.id AS documentId, document.type, document.number AS documentNumber, document.symbol,
      document.issuer, document.date, document.subject
    """
  }

  private var columns: String {
    switch kind {
    case .document: "document.record, document.firstPage AS page, document.inputSha256"
    case .task: "task.*, document.inputSha256"
    case .page: "pageText.*"
    }
  }

  /// The highest id of the table; 0 of an empty one.
  func last() throws -> Int64 {
    try Int64.fetchOne(db.cachedStatement(sql: "SELECT MAX(id) FROM \(table)")) ?? 0
  }

  func row(_ id: Int64) throws -> Row? {
    try Row.fetchOne(
      db.cachedStatement(sql: "\(selection) FROM (SELECT ? AS rowid) AS found \(join)"), arguments: [id])
  }

  /// The text that was put into the index.
  func text(of row: Row) throws -> String {
    switch kind {
    case .document:
      return try SearchedRecord.text(of: row)
    case .task:
      let bodies = try String.fetchAll(
        db.cachedStatement(
          sql: "SELECT printed FROM taskBody WHERE taskId = ? ORDER BY role = 'lead' DESC, ordinal"),
        arguments: [row["id"] as Int64])
      return SearchIndex.text(
        of: .init(
          title: row["title"], content: row["content"], product: row["product"], deadline: row["deadline"],
          bodies: bodies))
    case .page: return row["text"]
    }
  }

  func hit(_ row: Row, text: String, _ words: SearchWords) throws -> SearchHit {
    let hash: String = row["inputSha256"]
    let path = try String.fetchOne(
      db.cachedStatement(sql: "SELECT path FROM input WHERE sha256 = ?"), arguments: [hash])
    return SearchHit(
      kind: kind, document: DocumentSummary(row), taskID: kind == .task ? row["id"] : nil,
      number: kind == .task ? row["number"] : nil, page: row["page"], path: path ?? "",
      snippet: Snippet(of: text, words, around: terms))
  }
}
