internal import DocumentModel
internal import GRDB

/// The pages of an input: their text for search, and how far they have come by being read.
struct PageKeeper {
  /// Who passes the stages that the program itself passes.
  static let program = "sohoa"
  /// Thông tư 05/2025/TT-BNV, Điều 8: administrative paper from 200 dots per inch.
  static let leastDPI = 200

  let db: Database
  let queue: SearchQueue
  let now: Int

  /// `isNew`: nothing is known of the input.
  func keep(_ record: InputRecord, texts: [PageText], isNew: Bool) throws {
    let hash = record.source.sha256
    try keep(texts, of: hash, isNew: isNew)
    // A text that an earlier program made shows no paper: none of its pages was scanned.
    guard record.source.kind != .text, record.source.pages > 0 else { return }
    let dpi = Dictionary(record.source.pageImages.map { ($0.page, $0.dpi) }) { first, _ in first }
    for page in 1...record.source.pages {
      let document = record.documents.first {
        ($0.pages.first ?? 0)...max($0.pages.last ?? 0, $0.pages.first ?? 0) ~= page
      }
      let stage = Self.stage(dpi: dpi[page], isIndexed: document.map { Self.isIndexed($0.document) } ?? false)
      if isNew {
        try addPage(page, of: hash, dpi: dpi[page], stage: stage)
      } else {
        try keepPage(page, of: hash, dpi: dpi[page], stage: stage)
      }
    }
  }

  /// A page that is too coarse for the rules stays scanned only, even where its words were read.
  private static func stage(dpi: Int?, isIndexed: Bool) -> PageStage {
    if let dpi, dpi < leastDPI { return .scanned }
    return isIndexed ? .indexed : .recognised
  }

  /// The fields that a listed document has to have.
  private static func isIndexed(_ head: DocumentHeader) -> Bool {
    head.type != nil && head.number != nil && head.symbol != nil && head.date != nil && head.issuer != nil
      && head.subject != nil
  }

  private func addPage(_ number: Int, of hash: String, dpi: Int?, stage: PageStage) throws {
    try db.run(
      "INSERT INTO page (inputSha256, number, dpi, stage) VALUES (?, ?, ?, ?)", [hash, number, dpi, stage.rawValue])
    try StageWriter(db: db).pass(
      page: db.lastInsertedRowID, from: 0, to: stage.rawValue, at: now, who: Self.program)
  }

  private func keepPage(_ number: Int, of hash: String, dpi: Int?, stage: PageStage) throws {
    try db.run(
      """
      INSERT INTO page (inputSha256, number, dpi) VALUES (?, ?, ?)
      ON CONFLICT (inputSha256, number) DO UPDATE SET dpi = excluded.dpi
      """,
      [hash, number, dpi])
    let row = try Row.fetchOne(
      db.cachedStatement(sql: "SELECT id, stage FROM page WHERE inputSha256 = ? AND number = ?"),
      arguments: [hash, number])
    guard let row else { return }
    let (id, before): (Int64, Int) = (row["id"], row["stage"])
    try StageWriter(db: db).raise(page: id, from: before, to: stage.rawValue, at: now, who: Self.program)
  }

  /// Takes the texts of an input's pages out of the search.
  func forget(textsOf hash: String) throws { try keep([], of: hash, isNew: false) }

  private func keep(_ texts: [PageText], of hash: String, isNew: Bool) throws {
    let known =
      isNew
      ? []
      : try Row.fetchAll(
        db.cachedStatement(sql: "SELECT id, page, text FROM pageText WHERE inputSha256 = ?"), arguments: [hash])
    if !known.isEmpty, known.map({ PageText(page: $0["page"], text: $0["text"]) }) == texts { return }
    for row in known { try queue.remove(row["text"], id: row["id"], from: .page) }
    if !known.isEmpty { try db.run("DELETE FROM pageText WHERE inputSha256 = ?", [hash]) }
    for text in texts {
      try db.run("INSERT INTO pageText (inputSha256, page, text) VALUES (?, ?, ?)", [hash, text.page, text.text])
      try queue.add(text.text, id: db.lastInsertedRowID, to: .page)
    }
  }
}

/// Adds the events of a page that comes further. Stages are passed in order: one that is skipped over is passed too.
struct StageWriter {
  let db: Database

  func raise(page: Int64, from before: Int, to after: Int, at moment: Int, who: String) throws {
    guard after > before else { return }
    try pass(page: page, from: before, to: after, at: moment, who: who)
    try db.run("UPDATE page SET stage = ? WHERE id = ?", [after, page])
  }

  /// The events alone, of a page whose row has its stage.
  func pass(page: Int64, from before: Int, to after: Int, at moment: Int, who: String) throws {
    for stage in before..<max(before, after) {
      try db.run("INSERT INTO stageEvent VALUES (?, ?, ?, ?)", [page, stage + 1, moment, who])
    }
  }

  /// Sums the events of an item's pages again. A page that was sent back counts as scanned, and as nothing more.
  func refresh(item: Int64) throws {
    try db.run("DELETE FROM itemStage WHERE itemId = ?", [item])
    try db.run(
      """
      INSERT INTO itemStage SELECT page.itemId, stageEvent.stage, COUNT(*), MAX(stageEvent.at)
      FROM page JOIN stageEvent ON stageEvent.pageId = page.id WHERE page.itemId = ? AND (page.rejected IS NULL OR stageEvent.stage = 1)
      GROUP BY stageEvent.stage
      """, [item])
    try db.run(
      """
      UPDATE item SET (scannedPages, blankPages) =
        (SELECT COUNT(*), COALESCE(SUM(blank), 0) FROM page WHERE itemId = item.id) WHERE id = ?
      """, [item])
  }
}
