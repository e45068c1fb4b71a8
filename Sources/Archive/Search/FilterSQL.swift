internal import DocumentModel
internal import GRDB
internal import Vietnamese

/// Conditions of a query, each with its arguments.
struct FilterSQL {
  private(set) var conditions: [String] = []
  private(set) var arguments = StatementArguments()

  init() {}

  /// On `document`.
  init(_ filter: DocumentFilter) { add(filter) }

  mutating func add(_ condition: String, _ values: StatementArguments = StatementArguments()) {
    conditions.append(condition)
    arguments += values
  }

  /// ` AND …` after another condition; empty without any.
  var conjunction: String { conditions.map { " AND (\($0))" }.joined() }
  /// ` WHERE …`; empty without any.
  var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ") }

  /// The documents that pass the conditions, which are on `document`; nil for more than so many.
  func documents(atMost count: Int, in db: Database) throws -> [Int64]? {
    let sql = "SELECT id FROM document\(clause) LIMIT \(count + 1)"
    let ids = try Int64.fetchAll(db, sql: sql, arguments: arguments)
    return ids.count <= count ? ids : nil
  }

  /// On `document`. What its head says is asked of an index, once for the query: a row is long, with its record in it.
  mutating func add(_ filter: DocumentFilter) {
    var head = FilterSQL()
    if let type = filter.type { head.add("LOWER(type) = LOWER(?)", [type]) }
    // Thousands of documents have one issuer: the part of a name is looked for in the names.
    if let issuer = filter.issuer {
      head.add(
        "plainIssuer IN (SELECT plain FROM issuer WHERE INSTR(plain, ?) > 0)", [looseKey(nfc(issuer))])
    }
    if let place = filter.place { head.add("INSTR(plain(place), ?) > 0", [looseKey(nfc(place))]) }
    // Of a day by pen only year and month may be known: `2012-06` is not before `2012-06-04`.
    if let from = filter.from {
      head.add("date >= ? AND date >= substr(?, 1, length(date))", [from.year.padded(to: 4), from.description])
    }
    if let to = filter.to { head.add("date <= ?", [to.description]) }
    if !head.conditions.isEmpty {
      let index = filter.issuer == nil ? "document_on_head" : "document_on_issuer"
      add("document.id IN (SELECT id FROM document INDEXED BY \(index)\(head.clause))", head.arguments)
    }
    addInventory(filter)
    if let body = filter.body {
      add(
        """
        document.id IN (SELECT documentId FROM task WHERE id IN (SELECT taskId FROM taskBody
          WHERE bodyId IN (SELECT id FROM body WHERE INSTR(plain, ?) > 0)))
        """, [looseKey(nfc(body))])
    }
  }
}

extension FilterSQL {
  /// What the inventory says of a document: its year where the paper shows none, its dossier and box.
  private mutating func addInventory(_ filter: DocumentFilter) {
    if let year = filter.year {
      let first = year.padded(to: 4), next = (year + 1).padded(to: 4)
      add(
        """
        document.id IN (SELECT id FROM document INDEXED BY document_on_head WHERE date >= ? AND date < ?)
        OR document.date IS NULL AND document.id IN (SELECT documentId FROM item WHERE date >= ? AND date < ?)
        """, [first, next, first, next])
    }
    if let dossier = filter.dossier {
      add(
        """
        document.id IN (SELECT documentId FROM item WHERE dossierId IN (
          SELECT id FROM dossier WHERE ? IN (code, archiveCode, paperCode)))
        """, [dossier])
    }
    if let box = filter.box {
      add(
        """
        document.id IN (SELECT documentId FROM item WHERE dossierId IN (
          SELECT dossier.id FROM dossier JOIN box ON box.id = dossier.boxId WHERE box.number = ?))
        """, [box])
    }
  }
}

/// `plain(text)` in SQL: the text as names are compared.
let plainFunction = DatabaseFunction("plain", argumentCount: 1, pure: true) { values in
  guard let text = String.fromDatabaseValue(values[0]) else { return nil }
  return looseKey(text)
}
