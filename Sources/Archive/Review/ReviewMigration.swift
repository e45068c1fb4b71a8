internal import GRDB

extension Migrations {
  /// What reviewing needs: the words of every page as they were read and corrected, what is doubtful, who corrected
  /// what, samples, accounts. A reading is a page's words with their boxes, compressed. Moments are seconds since 1970.
  static func registerReview(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("review-001") { try $0.execute(sql: review) }
    migrator.registerMigration("review-002") { try $0.execute(sql: cause) }
  }

  /// What people decide about pages, which older programs cannot read.
  static func registerDivision(_ migrator: inout DatabaseMigrator) {
    migrator.registerMigration("review-003") { db in
      try db.execute(sql: division)
      for table in ["pageDecision", "pastDocument", "pastReading"] { try Seal.add(table, in: db) }
    }
  }

  /// A `correction` may be about a page from here on: SQLite can widen a check only in a new table. The rows are the same,
  /// so their seal holds.
  private static let division = """
    -- Where documents of a file begin and which way up its pages are read, where a person has said so.
    CREATE TABLE pageDecision (
      inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE, page INTEGER NOT NULL,
      field TEXT NOT NULL CHECK (field IN ('begins', 'turn')), value INTEGER NOT NULL, who TEXT NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (inputSha256, page, field)) WITHOUT ROWID;
    -- A document that was joined to another, by the page it began on: it comes back as the same one. `kept` is what was tied
    -- to it, as JSON.
    CREATE TABLE pastDocument (
      documentId INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
      page INTEGER NOT NULL, kept TEXT NOT NULL);
    CREATE INDEX pastDocument_on_input ON pastDocument(inputSha256);
    -- A page as it was read before the correction that turned it.
    CREATE TABLE pastReading (
      correctionId INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
      length INTEGER NOT NULL, data BLOB NOT NULL);
    CREATE INDEX pastReading_on_input ON pastReading(inputSha256);

    CREATE TABLE correctionOfPages (
      id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('word', 'header', 'task', 'decision', 'page')), entityId INTEGER NOT NULL,
      place INTEGER, field TEXT NOT NULL DEFAULT '', original TEXT, before TEXT, after TEXT, context TEXT,
      doubtId INTEGER, statusBefore TEXT, undoneAt INTEGER, undoneBy TEXT);
    INSERT INTO correctionOfPages SELECT id, batch, at, who, kind, entityId, place, field, original, before, after,
      context, doubtId, statusBefore, undoneAt, undoneBy FROM correction;
    DROP TABLE correction;
    ALTER TABLE correctionOfPages RENAME TO correction;
    CREATE INDEX correction_on_entity ON correction(kind, entityId);
    CREATE INDEX correction_on_batch ON correction(batch);
    CREATE INDEX correction_on_who ON correction(who, id) WHERE undoneAt IS NULL;
    """

  /// Which correction raised a doubt, so that taking it back takes the doubt with it.
  private static let cause = """
    ALTER TABLE doubt ADD COLUMN causedBy INTEGER;
    CREATE INDEX doubt_on_cause ON doubt(causedBy) WHERE causedBy NOT NULL;
    """

  private static let review = """
    CREATE TABLE reading (
      id INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
      page INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 0, length INTEGER NOT NULL, data BLOB NOT NULL,
      UNIQUE (inputSha256, page));
    CREATE TABLE revision (
      kind TEXT NOT NULL CHECK (kind IN ('header', 'task')), entityId INTEGER NOT NULL, version INTEGER NOT NULL,
      PRIMARY KEY (kind, entityId)) WITHOUT ROWID;

    CREATE TABLE doubt (
      id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('word', 'header', 'task')),
      inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE, page INTEGER NOT NULL,
      readingId INTEGER REFERENCES reading(id) ON DELETE CASCADE, place INTEGER,
      documentId INTEGER REFERENCES document(id) ON DELETE CASCADE,
      taskId INTEGER REFERENCES task(id) ON DELETE CASCADE, field TEXT NOT NULL DEFAULT '', original TEXT NOT NULL,
      text TEXT NOT NULL, box TEXT, worth REAL NOT NULL,
      status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'accepted', 'corrected', 'rejected')),
      claimedBy TEXT, claimedUntil INTEGER, decidedBy TEXT, decidedAt INTEGER);
    CREATE INDEX doubt_queue ON doubt(worth DESC, id) WHERE status = 'open';
    CREATE INDEX doubt_same ON doubt(original, text) WHERE status = 'open' AND kind = 'word';
    CREATE INDEX doubt_on_input ON doubt(inputSha256, page);
    CREATE INDEX doubt_on_document ON doubt(documentId) WHERE documentId NOT NULL;
    CREATE INDEX doubt_on_task ON doubt(taskId) WHERE taskId NOT NULL;
    CREATE INDEX doubt_on_reading ON doubt(readingId) WHERE readingId NOT NULL;
    CREATE TABLE doubtSkip (
      who TEXT NOT NULL, doubtId INTEGER NOT NULL REFERENCES doubt(id) ON DELETE CASCADE,
      PRIMARY KEY (who, doubtId)) WITHOUT ROWID;
    CREATE INDEX doubtSkip_on_doubt ON doubtSkip(doubtId);

    CREATE TABLE correction (
      id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('word', 'header', 'task', 'decision')), entityId INTEGER NOT NULL,
      place INTEGER, field TEXT NOT NULL DEFAULT '', original TEXT, before TEXT, after TEXT, context TEXT,
      doubtId INTEGER, statusBefore TEXT, undoneAt INTEGER, undoneBy TEXT);
    CREATE INDEX correction_on_entity ON correction(kind, entityId);
    CREATE INDEX correction_on_batch ON correction(batch);
    CREATE INDEX correction_on_who ON correction(who, id) WHERE undoneAt IS NULL;

    CREATE TABLE bodyMerge (
      identity TEXT PRIMARY KEY, into_ TEXT NOT NULL, spellings TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;

    CREATE TABLE sample (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, population INTEGER NOT NULL,
      bound REAL NOT NULL, seed INTEGER NOT NULL);
    CREATE TABLE sampleItem (
      sampleId INTEGER NOT NULL REFERENCES sample(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      readingId INTEGER NOT NULL REFERENCES reading(id) ON DELETE CASCADE,
      verdict TEXT CHECK (verdict IN ('right', 'wrong')), note TEXT, who TEXT, at INTEGER,
      PRIMARY KEY (sampleId, ordinal)) WITHOUT ROWID;
    CREATE INDEX sampleItem_on_reading ON sampleItem(readingId);

    CREATE TABLE user (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, hash TEXT NOT NULL, createdAt INTEGER NOT NULL);
    CREATE TABLE audit (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
      detail TEXT);
    """
}
