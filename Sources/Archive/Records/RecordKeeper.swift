internal import DocumentModel
internal import Foundation
internal import GRDB

/// Writes records inside one transaction. An input is known by its content hash: one that is processed again takes
/// its own place, and what people did to its tasks stays.
struct RecordKeeper {
  let db: Database
  let now: Int
  private let queue: SearchQueue
  private var tasks: TaskKeeper
  /// A person has parted, joined or turned pages of an input that was processed before: nothing else of it is new.
  let isDivided: Bool
  /// Documents whose parts and tasks were made anew.
  private(set) var changed: Set<Int64> = []

  init(db: Database, now: Date = Date(), isDivided: Bool = false) {
    self.db = db
    self.isDivided = isDivided
    self.now = Int(now.timeIntervalSince1970)
    queue = SearchQueue(db: db)
    tasks = TaskKeeper(db: db, queue: queue)
  }

  /// To be called before the transaction ends, and before anything else writes to the search index.
  func finish() throws { try queue.flush() }

  mutating func keep(_ record: InputRecord, json: [[UInt8]]? = nil, pages: [PageText]) throws {
    let hash = record.source.sha256
    let isNew = try Bool.fetchOne(
      db.cachedStatement(sql: "SELECT NOT EXISTS (SELECT 1 FROM input WHERE sha256 = ?)"), arguments: [hash])
    try keepInput(record)
    try PageKeeper(db: db, queue: queue, now: now).keep(record, texts: pages, isNew: isNew ?? false)
    let known = isNew == true ? [] : try Self.known(of: hash, in: db)
    if !known.isEmpty { try db.run("DELETE FROM finding WHERE inputSha256 = ?", [hash]) }
    let matching = DocumentMatching(record.documents, known: known)
    try stepAside(matching)
    let rows = record.documents.enumerated().map { ordinal, document in
      DocumentRow(document, json: json?[ordinal], of: hash, ordinal: ordinal)
    }
    let ids = try rows.enumerated().map { try write($1, known: matching.known[$0]) }
    let moved = try move(matching, to: ids, rows)
    let parts = PartWriter(db: db)
    for (ordinal, (row, id)) in zip(rows, ids).enumerated() {
      let before = matching.known[ordinal]
      if before?.record != row.record {
        try derive(row.record, id: id, isNew: before == nil && !moved.contains(id))
        changed.insert(id)
      } else if moved.contains(id) {
        try tasks.keep(row.record, id: id, isNew: false)
        changed.insert(id)
      }
      for finding in row.record.findings { try parts.write(finding, of: hash, document: id) }
      try LikenessFinder(db: db).look(for: row.record, id: id, texts: pages, isNew: before == nil)
    }
    for row in matching.gone { try withdraw(row, places: places(ids, rows)) }
    if isDivided { try PaperMoves(db: db, sha256: hash).tiePages(of: places(ids, rows)) }
    for finding in record.findings { try parts.write(finding, of: hash, document: nil) }
  }

  /// Ordinals are free to move: documents that do not keep theirs step aside first.
  private func stepAside(_ matching: DocumentMatching) throws {
    let moving =
      matching.known.filter { $0 != $1.ordinal }.values + matching.gone.filter { $0.ordinal < DocumentRow.aside }
    for id in moving.compactMap(\.id) {
      try db.run("UPDATE document SET ordinal = ? WHERE id = ?", [DocumentRow.aside + Int(id), id])
    }
  }

  /// Writes one document's row and gives its id. What is the same as before is left alone.
  private mutating func write(_ document: DocumentRow, known: DocumentRow?) throws -> Int64 {
    var row = document
    guard let known, let id = known.id else {
      let moves = PaperMoves(db: db, sha256: row.inputSha256)
      if isDivided { row.id = try moves.idOfPast(from: row.firstPage ?? 1) }
      let past = row.id
      try row.insert(db)
      let id = row.id ?? db.lastInsertedRowID
      if let past { try moves.bringBack(past) }
      return id
    }
    if known.record == row.record {
      if known.ordinal != row.ordinal {
        try db.run("UPDATE document SET ordinal = ? WHERE id = ?", [row.ordinal, id])
      }
      return id
    }
    try finish()
    try PartWriter(db: db).clear(known, id: id)
    row.id = id
    try row.update(db)
    return id
  }

  /// Takes tasks along with their pages, where a document has other pages than before. Gives the documents that got any.
  private func move(_ matching: DocumentMatching, to ids: [Int64], _ rows: [DocumentRow]) throws -> Set<Int64> {
    let others = matching.known.compactMap { ordinal, known in
      known.firstPage == rows[ordinal].firstPage && known.lastPage == rows[ordinal].lastPage ? nil : known
    }
    let places = places(ids, rows)
    guard let hash = rows.first?.inputSha256 else { return [] }
    let moves = PaperMoves(db: db, sha256: hash)
    return try (others + matching.gone).compactMap(\.id).reduce(into: []) { moved, id in
      moved.formUnion(try moves.moveTasks(of: id, to: places))
    }
  }

  private func places(_ ids: [Int64], _ rows: [DocumentRow]) -> [PaperMoves.Place] {
    zip(ids, rows).map { id, row in
      let first = row.firstPage ?? 1
      return PaperMoves.Place(id: id, pages: first...max(first, row.lastPage ?? first))
    }
  }

  private func keepInput(_ record: InputRecord) throws {
    let source = record.source
    if isDivided {
      return try db.run("UPDATE input SET doubtfulWords = ? WHERE sha256 = ?", [source.doubtfulWords, source.sha256])
    }
    try db.run(
      """
      INSERT INTO input (sha256, path, kind, pages, doubtfulWords, processedAt) VALUES (?, ?, ?, ?, ?, ?)
      ON CONFLICT (sha256) DO UPDATE SET path = excluded.path, kind = excluded.kind, pages = excluded.pages,
        doubtfulWords = excluded.doubtfulWords, processedAt = excluded.processedAt
      """,
      [
        source.sha256, source.path, source.kind.rawValue, source.pages, source.doubtfulWords,
        Date(timeIntervalSince1970: Double(now)),
      ])
  }

  static func known(of hash: String, in db: Database) throws -> [DocumentRow] {
    try DocumentRow.fetchAll(
      db.cachedStatement(sql: "SELECT * FROM document WHERE inputSha256 = ?"), arguments: [hash])
  }

  /// Everything that is made of a record.
  mutating func derive(_ document: DocumentRecord, id: Int64, isNew: Bool) throws {
    try PartWriter(db: db).write(document, id: id)
    try tasks.keep(document, id: id, isNew: isNew)
    try queue.add(SearchIndex.text(of: document), id: id, to: .document)
  }

  /// A document that is no longer found in its input. Where people worked on its tasks it stays, with all of them
  /// withdrawn; otherwise it goes.
  private mutating func withdraw(_ row: DocumentRow, places: [PaperMoves.Place]) throws {
    guard let id = row.id else { return }
    let touched = try Bool.fetchOne(
      db, sql: "SELECT EXISTS (SELECT 1 FROM task WHERE documentId = ? AND changedAt NOT NULL)", arguments: [id])
    if touched == true {
      try db.run("UPDATE task SET withdrawn = 1 WHERE documentId = ?", [id])
    } else {
      try finish()
      if isDivided {
        let moves = PaperMoves(db: db, sha256: row.inputSha256)
        try moves.remember(row, id: id)
        try moves.moveItems(of: id, from: row.firstPage ?? 1, to: places)
      }
      try PartWriter(db: db).clear(row, id: id)
      try tasks.removeAll(of: id)
      try db.run("DELETE FROM document WHERE id = ?", [id])
    }
  }
}
