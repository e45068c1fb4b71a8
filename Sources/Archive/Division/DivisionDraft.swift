internal import DocumentModel
internal import Foundation
internal import GRDB

/// Takes from the archive what a record is made anew of.
struct DivisionDraft {
  let db: Database

  func draft(_ sha256: String, _ change: PageChange, seen: String) throws -> DividedInput {
    guard let division = try DecisionStore(db: db).division(of: sha256) else {
      throw Failure(.badArguments, .gone())
    }
    try Self.check(division, seen: seen, in: db)
    let (pages, versions) = try pages(of: division)
    guard Self.allows(change, division, pages) else {
      throw Failure(.badArguments, .noSuchDivision(page: change.page))
    }
    var needsReading = false
    if case .turn = change { needsReading = true }
    return DividedInput(
      division: division, change: change, pages: pages, begins: division.begins(after: change),
      needsReading: needsReading, versions: versions)
  }

  func draft(undoing row: Row) throws -> DividedInput {
    let place = try Row.fetchOne(
      db, sql: "SELECT inputSha256, page FROM reading WHERE id = ?", arguments: [row["entityId"] as Int64])
    guard let place, let division = try DecisionStore(db: db).division(of: place["inputSha256"]),
      let change = PageChange(field: row["field"], text: row["before"], page: place["page"])
    else { throw Failure(.badArguments, .gone()) }
    let id: Int64 = row["id"]
    var (pages, versions) = try pages(of: division)
    let now = try Self.now(change, division, pages), after: String? = row["after"]
    guard now.text == after else {
      throw Failure(.changedMeanwhile, .dividedMeanwhile(who: try Self.last(of: division.sha256, in: db)))
    }
    if case .turn(let page, _) = change { try takeBack(page, turnedBy: id, in: &pages) }
    return DividedInput(
      division: division, change: change, undoing: id, pages: pages, begins: division.begins(after: change),
      needsReading: false, versions: versions)
  }

  /// - Throws: a `Failure` where the file is divided otherwise than the person saw.
  static func check(_ division: InputDivision, seen: String, in db: Database) throws {
    guard division.seen == seen else {
      throw Failure(.changedMeanwhile, .dividedMeanwhile(who: try last(of: division.sha256, in: db)))
    }
  }

  /// Who decided last about a page of a file; nil where nobody has.
  private static func last(of sha256: String, in db: Database) throws -> String? {
    try String.fetchOne(
      db,
      sql: """
        SELECT COALESCE(undoneBy, who) FROM correction JOIN reading ON reading.id = entityId
        WHERE kind = 'page' AND inputSha256 = ? ORDER BY COALESCE(undoneAt, at) DESC, correction.id DESC LIMIT 1
        """, arguments: [sha256])
  }

  private static func allows(_ change: PageChange, _ division: InputDivision, _ pages: [Page]) -> Bool {
    switch change {
    case .begins(let page, true): return division.canBegin(at: page)
    case .begins(let page, false): return division.canJoin(at: page)
    case .turn(let number, let degrees):
      guard let page = pages.first(where: { $0.number == number }), page.size != nil else { return false }
      return [0, 90, 180, 270].contains(degrees) && page.rotation != degrees
    }
  }

  /// How it is now with what a change changes.
  static func now(_ change: PageChange, _ division: InputDivision, _ pages: [Page]) throws -> PageChange {
    switch change {
    case .begins(let page, _): return .begins(page: page, division.parts.dropFirst().contains { $0.firstPage == page })
    case .turn(let number, _):
      guard let page = pages.first(where: { $0.number == number }) else { throw Failure(.badArguments, .gone()) }
      return .turn(page: number, to: page.rotation)
    }
  }

  private func pages(of division: InputDivision) throws -> (pages: [Page], versions: [Int: Int]) {
    let rows = try Row.fetchAll(
      db, sql: "SELECT * FROM reading WHERE inputSha256 = ? ORDER BY page", arguments: [division.sha256])
    let pages = try rows.compactMap(ReadingStore.page)
    guard !pages.isEmpty, pages.count == division.pages else { throw Failure(.badArguments, .noPages()) }
    return (pages, Dictionary(rows.map { ($0["page"], $0["version"]) }) { $1 })
  }

  /// Puts a page back as it was read before it was turned.
  private func takeBack(_ number: Int, turnedBy correction: Int64, in pages: inout [Page]) throws {
    let isCorrected = try Bool.fetchOne(
      db,
      sql: """
        SELECT EXISTS (SELECT 1 FROM correction AS word JOIN correction AS turn ON turn.entityId = word.entityId
          WHERE word.kind = 'word' AND word.undoneAt IS NULL AND turn.id = ?1 AND word.id > ?1)
        """, arguments: [correction])
    if isCorrected == true { throw Failure(.changedMeanwhile, .wordsMeanwhile(page: number)) }
    let row = try Row.fetchOne(
      db, sql: "SELECT length, data FROM pastReading WHERE correctionId = ?", arguments: [correction])
    guard let row, let page = try ReadingStore.page(row), let index = pages.firstIndex(where: { $0.number == number })
    else { throw Failure(.badArguments, .gone()) }
    pages[index] = page
    pages = Transcript(of: pages).pages
  }
}
