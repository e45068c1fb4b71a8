extension Migrations {
  /// What the paper inventory says there is: phông, mục lục, hộp, hồ sơ and the văn bản listed in them. An item is a
  /// listed document; the record that was read of it is a row of `document`. A null count was not stated.
  static let v004Inventory = """
    CREATE TABLE fonds (
      id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '', holder TEXT, unit TEXT,
      status TEXT, period TEXT, note TEXT);
    CREATE TABLE catalogue (
      id INTEGER PRIMARY KEY, fondsId INTEGER NOT NULL REFERENCES fonds(id), number TEXT NOT NULL,
      UNIQUE (fondsId, number));
    CREATE TABLE box (
      id INTEGER PRIMARY KEY, catalogueId INTEGER NOT NULL REFERENCES catalogue(id), number TEXT NOT NULL, metres REAL,
      UNIQUE (catalogueId, number));
    CREATE TABLE dossier (
      id INTEGER PRIMARY KEY, catalogueId INTEGER NOT NULL REFERENCES catalogue(id),
      boxId INTEGER REFERENCES box(id), code TEXT NOT NULL, archiveCode TEXT, paperCode TEXT, title TEXT NOT NULL,
      maintenance TEXT, valueClass TEXT, mode TEXT, language TEXT, startDate TEXT, endDate TEXT, keywords TEXT,
      infoSign TEXT, condition TEXT, confidenceLevel TEXT, annotation TEXT, note TEXT,
      documents INTEGER, sheets INTEGER, pages INTEGER, metres REAL, bornDigital INTEGER NOT NULL DEFAULT 0,
      missingNumbers TEXT, addedAt INTEGER NOT NULL, UNIQUE (catalogueId, code));
    CREATE INDEX dossier_on_box ON dossier(boxId);
    CREATE TABLE item (
      id INTEGER PRIMARY KEY, dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL, typeName TEXT, number TEXT, symbol TEXT, key TEXT NOT NULL DEFAULT '', date TEXT,
      issuer TEXT, subject TEXT, language TEXT, pages INTEGER, sheetFrom INTEGER, sheetTo INTEGER, note TEXT,
      infoSign TEXT, keywords TEXT, mode TEXT, confidenceLevel TEXT, autograph TEXT, condition TEXT, process TEXT,
      materialType TEXT, file TEXT, documentId INTEGER REFERENCES document(id) ON DELETE SET NULL,
      bornDigital INTEGER NOT NULL DEFAULT 0, duplicateOf INTEGER REFERENCES item(id),
      scannedPages INTEGER NOT NULL DEFAULT 0, blankPages INTEGER NOT NULL DEFAULT 0,
      UNIQUE (dossierId, ordinal));
    CREATE INDEX item_on_key ON item(key) WHERE key <> '';
    CREATE INDEX item_on_document ON item(documentId) WHERE documentId NOT NULL;
    CREATE INDEX item_on_file ON item(file) WHERE file NOT NULL;
    CREATE TABLE uncounted (
      id INTEGER PRIMARY KEY, fondsId INTEGER NOT NULL REFERENCES fonds(id), catalogueId INTEGER REFERENCES catalogue(id),
      metres REAL NOT NULL, maintenance TEXT, valueClass TEXT, note TEXT, addedAt INTEGER NOT NULL);
    CREATE TABLE inventoryImport (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
      rows INTEGER NOT NULL, dossiers INTEGER NOT NULL, items INTEGER NOT NULL, rejected INTEGER NOT NULL);
    """
}
