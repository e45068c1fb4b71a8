extension Migrations {
  /// How far every page has come, who brought it there and when; what disagrees; the scopes that percentages are of.
  /// Stages: 1 scanned, 2 image checked, 3 recognised, 4 indexed, 5 verified, 6 packaged; 0, listed, needs no event.
  /// `itemStage` sums the events of an item's pages, so that a report need not read a million of them.
  static let v005Progress = """
    CREATE TABLE page (
      id INTEGER PRIMARY KEY, inputSha256 TEXT REFERENCES input(sha256) ON DELETE CASCADE,
      itemId INTEGER REFERENCES item(id) ON DELETE SET NULL, number INTEGER NOT NULL, dpi INTEGER,
      blank INTEGER NOT NULL DEFAULT 0, rejected TEXT, stage INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 6),
      UNIQUE (inputSha256, number));
    CREATE INDEX page_on_item ON page(itemId) WHERE itemId NOT NULL;
    CREATE TABLE stageEvent (
      pageId INTEGER NOT NULL REFERENCES page(id) ON DELETE CASCADE,
      stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 6), at INTEGER NOT NULL, who TEXT NOT NULL,
      PRIMARY KEY (pageId, stage)) WITHOUT ROWID;
    CREATE TABLE itemStage (
      itemId INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE, stage INTEGER NOT NULL, pages INTEGER NOT NULL,
      at INTEGER NOT NULL, PRIMARY KEY (itemId, stage)) WITHOUT ROWID;

    CREATE TABLE conflict (
      id INTEGER PRIMARY KEY, level TEXT NOT NULL CHECK (level IN ('dossier', 'item')), entityId INTEGER NOT NULL,
      field TEXT NOT NULL, inventory TEXT, archive TEXT, foundAt INTEGER NOT NULL,
      status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resolved')), resolution TEXT, kept TEXT,
      resolvedAt INTEGER, resolvedBy TEXT, UNIQUE (level, entityId, field));
    CREATE INDEX conflict_open ON conflict(status, id);

    CREATE TABLE baseline (
      id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, predicate TEXT NOT NULL, totals TEXT NOT NULL,
      frozenAt INTEGER NOT NULL, approvedBy TEXT NOT NULL);
    CREATE TABLE baselineDossier (
      baselineId INTEGER NOT NULL REFERENCES baseline(id) ON DELETE CASCADE,
      dossierId INTEGER NOT NULL REFERENCES dossier(id), PRIMARY KEY (baselineId, dossierId)) WITHOUT ROWID;
    """
}
