internal import DocumentModel
internal import GRDB
internal import Vietnamese

/// Conditions of a query, each with its arguments.
struct FilterSQL {
  private(set) var conditions: [String] = []
  private(set) var arguments = StatementArguments()

  mutating func add(_ condition: String, _ values: StatementArguments = StatementArguments()) {
    conditions.append(condition)
    arguments += values
  }

  /// ` AND …` after another condition; empty without any.
  var conjunction: String { conditions.map { " AND (\($0))" }.joined() }
  /// ` WHERE …`; empty without any.
  var clause: String { conditions.isEmpty ? "" : " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ") }

  /// On `document`.
  mutating func add(_ filter: DocumentFilter) {
    if let type = filter.type { add("LOWER(document.type) = LOWER(?)", [type]) }
    if let issuer = filter.issuer { add("INSTR(document.plainIssuer, ?) > 0", [looseKey(nfc(issuer))]) }
    if let place = filter.place { add("INSTR(plain(document.place), ?) > 0", [looseKey(nfc(place))]) }
    if let from = filter.from { add("document.date >= ?", [from.description]) }
    if let to = filter.to { add("document.date <= ?", [to.description]) }
    if let body = filter.body {
      add(
        """
        EXISTS (SELECT 1 FROM task AS named JOIN taskBody ON taskBody.taskId = named.id
          WHERE named.documentId = document.id
            AND taskBody.bodyId IN (SELECT id FROM body WHERE INSTR(body.plain, ?) > 0))
        """, [looseKey(nfc(body))])
    }
  }
}

/// `plain(text)` in SQL: the text as names are compared.
let plainFunction = DatabaseFunction("plain", argumentCount: 1, pure: true) { values in
  guard let text = String.fromDatabaseValue(values[0]) else { return nil }
  return looseKey(text)
}
