internal import DocumentModel
internal import Foundation
internal import GRDB

/// Finds documents that say the same as a new one in other bytes: the same paper scanned twice. It asks, and merges
/// nothing.
struct LikenessFinder {
  /// Two readings of one page share most word pairs even where each has one word in twenty wrong.
  static let leastSimilarity = 0.5
  /// Where head fields contradict each other, a misread number is likely only for texts this much alike.
  static let leastSimilarityOfStrangers = 0.85
  /// A form that thousands fill in would be compared with all of them.
  static let mostCandidates = 50

  let db: Database

  func look(for document: DocumentRecord, id: Int64, texts: [PageText], isNew: Bool) throws {
    let pages = (document.pages.first ?? 1)...max(document.pages.last ?? 1, document.pages.first ?? 1)
    let text = texts.filter { pages.contains($0.page) }.map(\.text).joined(separator: "\n")
    let said = text.isEmpty ? Self.text(of: document) : text
    if !isNew { try forget(id) }
    guard let sketch = Sketch(of: SearchWords(said).words) else { return }
    for other in try candidates(for: sketch, except: id) {
      try ask(about: id, document.document, sketch, other)
    }
    try keep(sketch, id: id)
  }

  private static func text(of document: DocumentRecord) -> String {
    ([SearchIndex.text(of: document)] + document.tasks.map { $0.title + " " + $0.content }).joined(separator: "\n")
  }

  private func forget(_ id: Int64) throws {
    try db.run("DELETE FROM sketch WHERE documentId = ?", [id])
    try db.run("DELETE FROM sketchBand WHERE documentId = ?", [id])
    try db.run("DELETE FROM likeness WHERE status = 'open' AND (documentId = ? OR otherId = ?)", [id, id])
  }

  private func keep(_ sketch: Sketch, id: Int64) throws {
    try db.run("INSERT INTO sketch VALUES (?, ?, ?)", [id, sketch.words, sketch.data])
    for band in sketch.bands { try db.run("INSERT OR IGNORE INTO sketchBand VALUES (?, ?)", [band, id]) }
  }

  private func candidates(for sketch: Sketch, except id: Int64) throws -> Set<Int64> {
    var found: Set<Int64> = []
    for band in sketch.bands where found.count < Self.mostCandidates {
      let ids = try Int64.fetchAll(
        db.cachedStatement(sql: "SELECT documentId FROM sketchBand WHERE band = ? LIMIT \(Self.mostCandidates)"),
        arguments: [band])
      found.formUnion(ids)
    }
    found.remove(id)
    return found
  }

  /// Whether two days, of which only year or month may be known, can be one: `2012-06` and `2012-06-04`.
  private static func agree(_ day: String?, _ other: String?) -> Bool {
    guard let day, let other else { return true }
    return day.hasPrefix(other) || other.hasPrefix(day)
  }

  private func ask(about id: Int64, _ head: DocumentHeader, _ sketch: Sketch, _ other: Int64) throws {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT hashes, words, number, key, date FROM sketch JOIN document ON document.id = sketch.documentId
          WHERE documentId = ?
          """), arguments: [other])
    guard let row, let known = Sketch(data: row["hashes"], words: row["words"]) else { return }
    let similarity = sketch.similarity(to: known)
    let key = DocumentKey.key(number: head.number, symbol: head.symbol)
    let (otherKey, otherDate): (String, String?) = (row["key"], row["date"])
    let agree =
      (key.isEmpty || otherKey.isEmpty || key == otherKey)
      && Self.agree(head.dateParts.iso, otherDate)
    guard similarity >= (agree ? Self.leastSimilarity : Self.leastSimilarityOfStrangers) else { return }
    try db.run(
      "INSERT OR IGNORE INTO likeness (documentId, otherId, similarity) VALUES (?, ?, ?)",
      [max(id, other), min(id, other), similarity])
  }
}
