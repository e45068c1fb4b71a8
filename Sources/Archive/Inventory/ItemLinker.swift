internal import GRDB

/// Finds the scanned document of every listed one. It ties only what can be one thing: a file that is named, or a
/// number, symbol and day that only one listed and one read document have.
struct ItemLinker {
  let db: Database

  func link() throws -> Int {
    let byFile = try filePairs()
    for pair in byFile {
      try tie(pair.item, pair.document)
      try db.run("UPDATE page SET itemId = ? WHERE inputSha256 = ?", [pair.item, pair.input])
      try StageWriter(db: db).refresh(item: pair.item)
    }
    let byKey = try pairs(
      """
      SELECT item.id AS item, document.id AS document FROM item
      JOIN document ON document.key = item.key AND (document.date LIKE item.date || '%' OR item.date LIKE document.date || '%')
      WHERE item.documentId IS NULL AND item.key <> '' AND item.date NOT NULL AND \(Self.isFree)
      """)
    for (item, document) in byKey { try tie(item, document) }
    return byFile.count + byKey.count
  }

  private static let isFree = "NOT EXISTS (SELECT 1 FROM item AS tied WHERE tied.documentId = document.id)"

  /// A scan and the item that names its file. Of a file with several documents the first is the listed one, and the others
  /// were enclosed with it: unless the list names the file more than once.
  private func filePairs() throws -> [(item: Int64, document: Int64, input: String)] {
    let inputs = try Row.fetchAll(
      db,
      sql: """
        SELECT document.inputSha256 AS input, input.path, MIN(document.firstPage), document.id AS document
        FROM document JOIN input ON input.sha256 = document.inputSha256 GROUP BY document.inputSha256
        HAVING COUNT(*) = SUM(\(Self.isFree))
        """
    ).map { ListedFile(path: $0["path"], id: $0["document"], input: $0["input"]) }
    let items = try Row.fetchAll(
      db, sql: "SELECT id, file FROM item WHERE documentId IS NULL AND file NOT NULL AND file <> ''"
    ).map { ListedFile(path: $0["file"], id: $0["id"]) }
    let input = Dictionary(inputs.map { ($0.id, $0.input) }) { first, _ in first }
    return Self.alone(ListedFile.matches(of: items, in: inputs)).map { ($0, $1, input[$1] ?? "") }
  }

  private func pairs(_ sql: String) throws -> [(Int64, Int64)] {
    Self.alone(try Row.fetchAll(db, sql: sql).map { ($0["item"] as Int64, $0["document"] as Int64) })
  }

  /// The pairs in which neither side has another partner.
  private static func alone(_ rows: [(Int64, Int64)]) -> [(Int64, Int64)] {
    let items = Dictionary(grouping: rows) { $0.0 }, documents = Dictionary(grouping: rows) { $0.1 }
    return rows.filter { items[$0.0]?.count == 1 && documents[$0.1]?.count == 1 }
  }

  func tie(_ item: Int64, _ document: Int64) throws {
    try db.run(
      """
      UPDATE item SET documentId = ?, bornDigital = EXISTS (SELECT 1 FROM document JOIN input ON
        input.sha256 = document.inputSha256 WHERE document.id = ? AND input.kind = 'born-digital') WHERE id = ?
      """, [document, document, item])
    try db.run(
      """
      UPDATE page SET itemId = ?1 WHERE inputSha256 = (SELECT inputSha256 FROM document WHERE id = ?2)
        AND number BETWEEN (SELECT firstPage FROM document WHERE id = ?2) AND (SELECT lastPage FROM document WHERE id = ?2)
      """, [item, document])
    try StageWriter(db: db).refresh(item: item)
  }
}
