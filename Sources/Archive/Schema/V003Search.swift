extension Migrations {
  /// Full text in two forms of every word: as written where it has marks, and without marks. The index keeps no text;
  /// what is shown comes from the rows themselves. A sketch tells documents that say the same in other bytes.
  static let v003Search = """
    CREATE TABLE pageText (
      id INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
      page INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (inputSha256, page));
    CREATE VIRTUAL TABLE documentSearch USING fts5(
      exact, plain, content='', tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE taskSearch USING fts5(
      exact, plain, content='', tokenize='unicode61 remove_diacritics 0');
    CREATE VIRTUAL TABLE pageSearch USING fts5(
      exact, plain, content='', tokenize='unicode61 remove_diacritics 0');

    CREATE TABLE sketch (
      documentId INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE, words INTEGER NOT NULL,
      hashes BLOB NOT NULL);
    CREATE TABLE sketchBand (
      band INTEGER NOT NULL, documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      PRIMARY KEY (band, documentId)) WITHOUT ROWID;
    CREATE INDEX sketchBand_on_document ON sketchBand(documentId);
    CREATE TABLE likeness (
      id INTEGER PRIMARY KEY, documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
      otherId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, similarity REAL NOT NULL,
      status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'same', 'different')),
      decidedBy TEXT, decidedAt INTEGER, CHECK (documentId <> otherId), UNIQUE (documentId, otherId));
    CREATE INDEX likeness_on_other ON likeness(otherId);
    """
}
