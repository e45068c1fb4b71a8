internal import DocumentModel
internal import GRDB

extension Migrations {
  /// What the queue is parted by; what was settled of conflicts, to be taken back; the values of heads side by side.
  static func review005(_ db: Database) throws {
    try db.execute(sql: facets)
    try fillAddressees(in: db)
    for table in ["doubtCount", "settlement"] { try Seal.add(table, in: db) }
    try Seal.renew("document", in: db)
  }

  private static let facets = """
    CREATE INDEX doubt_on_class ON doubt((\(QueueKind.expression())), worth DESC, id) WHERE status = 'open';
    -- Whoever asks for the next entry lets go of the one before.
    CREATE INDEX doubt_on_claim ON doubt(claimedBy) WHERE claimedBy NOT NULL;
    -- All that the grid of heads asks of doubts.
    CREATE INDEX doubt_on_head ON doubt(documentId, claimedUntil, claimedBy) WHERE kind = 'header' AND status = 'open';
    CREATE INDEX input_on_path ON input(path);
    -- `input` is '' for all files together; `class` is a kind of the queue or 'decided'.
    CREATE TABLE doubtCount (
      input TEXT NOT NULL, class TEXT NOT NULL, doubts INTEGER NOT NULL, PRIMARY KEY (input, class)) WITHOUT ROWID;
    INSERT INTO doubtCount \(DoubtCounts.counted);

    -- What a person decided on a conflict. `field` is the column that was written, with what it had and got; null where
    -- nothing was. Those of one batch are taken back together.
    CREATE TABLE settlement (
      id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
      conflictId INTEGER NOT NULL, resolution TEXT NOT NULL, level TEXT NOT NULL, entityId INTEGER NOT NULL, field TEXT,
      before TEXT, after TEXT, undoneAt INTEGER, undoneBy TEXT);
    CREATE INDEX settlement_on_batch ON settlement(batch);
    CREATE INDEX settlement_on_who ON settlement(who, id) WHERE undoneAt IS NULL;

    ALTER TABLE document ADD COLUMN addressee TEXT;
    -- All that facets of values ask: a row itself holds its record, and is long.
    CREATE INDEX document_on_values ON document(issuer, symbol, type, signer, addressee, place);
    """

  /// A record that is damaged names nobody; `archive check` finds it.
  private static func fillAddressees(in db: Database) throws {
    for id in try Int64.fetchAll(db, sql: "SELECT id FROM document") {
      let row = try Row.fetchOne(
        db.cachedStatement(sql: "SELECT record FROM document WHERE id = ?"), arguments: [id])
      guard let row, let record = try? DocumentRow.record(in: row), let name = record.document.addressee else {
        continue
      }
      try db.run("UPDATE document SET addressee = ? WHERE id = ?", [name, id])
    }
  }
}
