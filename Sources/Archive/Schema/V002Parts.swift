extension Migrations {
  /// What a record holds beside its head, each part a row that can be asked for; what people did to a task; history.
  /// Moments are seconds since 1970 (UTC), days are ISO text.
  static let v002Parts = """
    ALTER TABLE document ADD COLUMN key TEXT NOT NULL DEFAULT '';
    ALTER TABLE document ADD COLUMN place TEXT;
    ALTER TABLE document ADD COLUMN signer TEXT;
    ALTER TABLE document ADD COLUMN plainIssuer TEXT NOT NULL DEFAULT '';
    ALTER TABLE document ADD COLUMN firstPage INTEGER;
    ALTER TABLE document ADD COLUMN lastPage INTEGER;
    CREATE INDEX document_on_key ON document(key, date);
    -- All that filters ask: a row itself holds its record, and is long.
    CREATE INDEX document_on_head ON document(date, type, plainIssuer, place);

    ALTER TABLE task ADD COLUMN path TEXT NOT NULL DEFAULT '';
    ALTER TABLE task ADD COLUMN section TEXT;
    ALTER TABLE task ADD COLUMN title TEXT NOT NULL DEFAULT '';
    ALTER TABLE task ADD COLUMN product TEXT;
    ALTER TABLE task ADD COLUMN modes TEXT NOT NULL DEFAULT '';
    ALTER TABLE task ADD COLUMN inherited TEXT;
    ALTER TABLE task ADD COLUMN page INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE task ADD COLUMN line INTEGER;
    ALTER TABLE task ADD COLUMN box TEXT;
    ALTER TABLE task ADD COLUMN confidence REAL;
    ALTER TABLE task ADD COLUMN status TEXT NOT NULL DEFAULT 'open'
      CHECK (status IN ('open', 'doing', 'done', 'cancelled'));
    ALTER TABLE task ADD COLUMN note TEXT;
    ALTER TABLE task ADD COLUMN changedAt INTEGER;
    ALTER TABLE task ADD COLUMN changedBy TEXT;
    ALTER TABLE task ADD COLUMN withdrawn INTEGER NOT NULL DEFAULT 0;
    CREATE INDEX task_open_on_due ON task(due) WHERE status IN ('open', 'doing') AND withdrawn = 0;
    CREATE INDEX task_withdrawn ON task(due) WHERE withdrawn = 1;
    CREATE INDEX task_on_change ON task(changedAt) WHERE changedAt NOT NULL;

    CREATE TABLE body (
      id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, canonical TEXT NOT NULL, plain TEXT NOT NULL,
      level TEXT, place TEXT, generic INTEGER NOT NULL);
    CREATE TABLE taskBody (
      taskId INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
      role TEXT NOT NULL CHECK (role IN ('lead', 'cooperating')), ordinal INTEGER NOT NULL,
      bodyId INTEGER NOT NULL REFERENCES body(id), printed TEXT NOT NULL,
      PRIMARY KEY (taskId, role, ordinal)) WITHOUT ROWID;
    CREATE INDEX taskBody_on_body ON taskBody(bodyId, role);

    CREATE TABLE section (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      label TEXT NOT NULL, title TEXT NOT NULL, level INTEGER NOT NULL, page INTEGER NOT NULL, line INTEGER NOT NULL,
      PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
    CREATE TABLE target (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      text TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, comparator TEXT NOT NULL, due TEXT,
      page INTEGER NOT NULL, line INTEGER, PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
    CREATE TABLE duty (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      body TEXT NOT NULL, text TEXT NOT NULL, page INTEGER NOT NULL, line INTEGER,
      PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
    CREATE TABLE citation (
      documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
      type TEXT, number TEXT NOT NULL, symbol TEXT NOT NULL, key TEXT NOT NULL, date TEXT,
      page INTEGER NOT NULL, line INTEGER, PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
    CREATE INDEX citation_on_key ON citation(key);
    CREATE TABLE finding (
      id INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
      documentId INTEGER REFERENCES document(id) ON DELETE CASCADE, severity TEXT NOT NULL, code TEXT NOT NULL,
      vi TEXT NOT NULL, en TEXT NOT NULL, page INTEGER, line INTEGER);
    CREATE INDEX finding_on_input ON finding(inputSha256);
    CREATE INDEX finding_on_document ON finding(documentId);

    CREATE TABLE history (
      id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, entity TEXT NOT NULL, entityId INTEGER NOT NULL,
      field TEXT NOT NULL, before TEXT, after TEXT, note TEXT);
    CREATE INDEX history_on_entity ON history(entity, entityId);
    CREATE INDEX history_on_time ON history(at);
    CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
    """
}
