internal import DocumentModel
internal import Foundation
internal import GRDB

/// Takes what hangs on documents along with the paper, where documents of an input were parted or joined: tasks, decided
/// doubts, and the listed items with their pages.
struct PaperMoves {
  /// A document as it is now.
  struct Place {
    var id: Int64
    var pages: ClosedRange<Int>
  }

  /// What was tied to a document that was joined to another.
  private struct Kept: Codable {
    var items: [Int64]
    var doubts: [Int64]
  }

  let db: Database
  let sha256: String

  // MARK: - Tasks

  /// Gives every task of a document to the one that its page belongs to now. Gives the documents that got any.
  func moveTasks(of document: Int64, to places: [Place]) throws -> Set<Int64> {
    let tasks = try Row.fetchAll(
      db, sql: "SELECT id, page FROM task WHERE documentId = ? ORDER BY ordinal", arguments: [document])
    var targets: Set<Int64> = []
    for task in tasks {
      let id: Int64 = task["id"], page: Int = task["page"]
      let holding = places.filter { $0.pages.contains(page) }
      guard let target = holding.last?.id, !holding.contains(where: { $0.id == document }) else { continue }
      try db.run(
        "UPDATE task SET documentId = ?, ordinal = ? WHERE id = ?", [target, DocumentRow.aside + Int(id), id])
      try db.run("UPDATE doubt SET documentId = ? WHERE taskId = ?", [target, id])
      targets.insert(target)
    }
    return targets
  }

  // MARK: - A document that goes and comes back

  /// Remembers a document that is joined to another, before its row goes.
  func remember(_ row: DocumentRow, id: Int64) throws {
    let items = try Int64.fetchAll(db, sql: "SELECT id FROM item WHERE documentId = ? ORDER BY id", arguments: [id])
    let doubts = try Int64.fetchAll(
      db, sql: "SELECT id FROM doubt WHERE documentId = ? AND status <> 'open' ORDER BY id", arguments: [id])
    let kept = String(decoding: try JSONEncoder().encode(Kept(items: items, doubts: doubts)), as: UTF8.self)
    try db.run(
      "INSERT OR REPLACE INTO pastDocument VALUES (?, ?, ?, ?)", [id, sha256, row.firstPage ?? 1, kept])
    try db.run("UPDATE doubt SET documentId = NULL WHERE documentId = ? AND status <> 'open'", [id])
  }

  /// The id of a document that began on this page before it was joined to another; nil where there was none.
  func idOfPast(from page: Int) throws -> Int64? {
    try Int64.fetchOne(
      db,
      sql: "SELECT documentId FROM pastDocument WHERE inputSha256 = ? AND page = ? ORDER BY documentId DESC LIMIT 1",
      arguments: [sha256, page])
  }

  /// Ties to a document that has come back what was tied to it.
  func bringBack(_ id: Int64) throws {
    guard
      let text = try String.fetchOne(db, sql: "SELECT kept FROM pastDocument WHERE documentId = ?", arguments: [id]),
      let kept = try? JSONDecoder().decode(Kept.self, from: Data(text.utf8))
    else { return }
    for doubt in kept.doubts {
      try db.run("UPDATE doubt SET documentId = ? WHERE id = ? AND documentId IS NULL", [id, doubt])
    }
    for item in kept.items {
      // What somebody has tied to another file meanwhile stays there.
      try db.run(
        """
        UPDATE item SET documentId = ?1 WHERE id = ?2 AND (documentId IS NULL OR documentId IN
          (SELECT id FROM document WHERE inputSha256 = ?3))
        """, [id, item, sha256])
    }
    try db.run("DELETE FROM pastDocument WHERE documentId = ?", [id])
  }

  // MARK: - Items

  /// The items of a document that goes are those of the one that has its paper now, where that has none of its own.
  func moveItems(of document: Int64, from page: Int, to places: [Place]) throws {
    guard let target = places.last(where: { $0.pages.contains(page) })?.id else { return }
    try db.run(
      """
      UPDATE item SET documentId = ?1 WHERE documentId = ?2
        AND NOT EXISTS (SELECT 1 FROM item AS tied WHERE tied.documentId = ?1)
      """, [target, document])
  }

  /// Gives the pages of every document to its item, and takes away those that are another document's now.
  func tiePages(of places: [Place]) throws {
    for place in places {
      let items = try Int64.fetchAll(db, sql: "SELECT id FROM item WHERE documentId = ?", arguments: [place.id])
      guard items.count == 1, let item = items.first else { continue }
      try db.run(
        "UPDATE page SET itemId = NULL WHERE inputSha256 = ? AND itemId = ? AND number NOT BETWEEN ? AND ?",
        [sha256, item, place.pages.lowerBound, place.pages.upperBound])
    }
    for place in places {
      let items = try Int64.fetchAll(db, sql: "SELECT id FROM item WHERE documentId = ?", arguments: [place.id])
      if items.count == 1, let item = items.first {
        try db.run(
          "UPDATE page SET itemId = ? WHERE inputSha256 = ? AND itemId IS NULL AND number BETWEEN ? AND ?",
          [item, sha256, place.pages.lowerBound, place.pages.upperBound])
      }
      for item in items { try StageWriter(db: db).refresh(item: item) }
    }
  }
}
