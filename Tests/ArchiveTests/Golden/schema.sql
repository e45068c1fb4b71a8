CREATE INDEX audit_failures ON audit(id) WHERE action = 'login-failed';
CREATE INDEX audit_on_failure ON audit(who, address, at) WHERE action = 'login-failed';
CREATE INDEX audit_on_login ON audit(who, address) WHERE action = 'login';
CREATE INDEX citation_on_key ON citation(key);
CREATE INDEX conflict_open ON conflict(status, id);
CREATE INDEX correction_on_batch ON correction(batch);
CREATE INDEX correction_on_entity ON correction(kind, entityId);
CREATE INDEX correction_on_who ON correction(who, id) WHERE undoneAt IS NULL;
CREATE INDEX document_on_head ON document(date, type, plainIssuer, place);
CREATE INDEX document_on_issuer ON document(plainIssuer, date, type, place);
CREATE INDEX document_on_key ON document(key, date);
CREATE INDEX document_on_values ON document(issuer, symbol, type, signer, addressee, place);
CREATE INDEX dossier_on_box ON dossier(boxId);
CREATE INDEX doubtSkip_on_doubt ON doubtSkip(doubtId);
CREATE INDEX doubt_claimed ON doubt(claimedUntil) WHERE status = 'open' AND claimedUntil NOT NULL;
CREATE INDEX doubt_on_cause ON doubt(causedBy) WHERE causedBy NOT NULL;
CREATE INDEX doubt_on_claim ON doubt(claimedBy) WHERE claimedBy NOT NULL;
CREATE INDEX doubt_on_class ON doubt((CASE WHEN kind = 'word' THEN 'word' WHEN kind = 'task' THEN 'task' WHEN field IN ('number', 'date', 'symbol', 'issuer', 'subject') THEN field ELSE 'other' END), worth DESC, id) WHERE status = 'open';
CREATE INDEX doubt_on_document ON doubt(documentId) WHERE documentId NOT NULL;
CREATE INDEX doubt_on_head ON doubt(documentId, claimedUntil, claimedBy) WHERE kind = 'header' AND status = 'open';
CREATE INDEX doubt_on_input ON doubt(inputSha256, page);
CREATE INDEX doubt_on_reading ON doubt(readingId) WHERE readingId NOT NULL;
CREATE INDEX doubt_on_task ON doubt(taskId) WHERE taskId NOT NULL;
CREATE INDEX doubt_queue ON doubt(worth DESC, id) WHERE status = 'open';
CREATE INDEX doubt_same ON doubt(original, text) WHERE status = 'open' AND kind = 'word';
CREATE INDEX finding_on_document ON finding(documentId);
CREATE INDEX finding_on_input ON finding(inputSha256);
CREATE INDEX history_on_entity ON history(entity, entityId);
CREATE INDEX history_on_time ON history(at);
CREATE INDEX input_on_counts ON input(pages, doubtfulWords);
CREATE INDEX input_on_path ON input(path);
CREATE INDEX item_on_document ON item(documentId) WHERE documentId NOT NULL;
CREATE INDEX item_on_file ON item(file) WHERE file NOT NULL;
CREATE INDEX item_on_key ON item(key) WHERE key <> '';
CREATE INDEX likeness_on_other ON likeness(otherId);
CREATE INDEX package_on_dossier ON package(dossierId, kind, id);
CREATE INDEX page_on_item ON page(itemId) WHERE itemId NOT NULL;
CREATE INDEX pastDocument_on_input ON pastDocument(inputSha256);
CREATE INDEX pastReading_on_input ON pastReading(inputSha256);
CREATE INDEX sampleItem_on_reading ON sampleItem(readingId);
CREATE INDEX settlement_on_batch ON settlement(batch);
CREATE INDEX settlement_on_who ON settlement(who, id) WHERE undoneAt IS NULL;
CREATE INDEX sketchBand_on_document ON sketchBand(documentId);
CREATE INDEX taskBody_on_body ON taskBody(bodyId, role);
CREATE INDEX task_on_change ON task(changedAt) WHERE changedAt NOT NULL;
CREATE INDEX "task_on_due" ON "task"("due");
CREATE INDEX task_open_on_due ON task(due, status, withdrawn) WHERE status IN ('open', 'doing') AND withdrawn = 0;
CREATE INDEX task_withdrawn ON task(due) WHERE withdrawn = 1;
CREATE TABLE audit (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, action TEXT NOT NULL, who TEXT NOT NULL, address TEXT NOT NULL,
  detail TEXT, count INTEGER NOT NULL DEFAULT 1);
CREATE TABLE baseline (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, predicate TEXT NOT NULL, totals TEXT NOT NULL,
  frozenAt INTEGER NOT NULL, approvedBy TEXT NOT NULL);
CREATE TABLE baselineDossier (
  baselineId INTEGER NOT NULL REFERENCES baseline(id) ON DELETE CASCADE,
  dossierId INTEGER NOT NULL REFERENCES dossier(id), PRIMARY KEY (baselineId, dossierId)) WITHOUT ROWID;
CREATE TABLE body (
  id INTEGER PRIMARY KEY, identity TEXT NOT NULL UNIQUE, canonical TEXT NOT NULL, plain TEXT NOT NULL,
  level TEXT, place TEXT, generic INTEGER NOT NULL);
CREATE TABLE bodyMerge (
  identity TEXT PRIMARY KEY, into_ TEXT NOT NULL, spellings TEXT NOT NULL, who TEXT NOT NULL, at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE box (
  id INTEGER PRIMARY KEY, catalogueId INTEGER NOT NULL REFERENCES catalogue(id), number TEXT NOT NULL, metres REAL,
  UNIQUE (catalogueId, number));
CREATE TABLE catalogue (
  id INTEGER PRIMARY KEY, fondsId INTEGER NOT NULL REFERENCES fonds(id), number TEXT NOT NULL,
  UNIQUE (fondsId, number));
CREATE TABLE citation (
  documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  type TEXT, number TEXT NOT NULL, symbol TEXT NOT NULL, key TEXT NOT NULL, date TEXT,
  page INTEGER NOT NULL, line INTEGER, PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
CREATE TABLE conflict (
  id INTEGER PRIMARY KEY, level TEXT NOT NULL CHECK (level IN ('dossier', 'item')), entityId INTEGER NOT NULL,
  field TEXT NOT NULL, inventory TEXT, archive TEXT, foundAt INTEGER NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'resolved')), resolution TEXT, kept TEXT,
  resolvedAt INTEGER, resolvedBy TEXT, UNIQUE (level, entityId, field));
CREATE TABLE "correction" (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('word', 'header', 'task', 'decision', 'page')), entityId INTEGER NOT NULL,
  place INTEGER, field TEXT NOT NULL DEFAULT '', original TEXT, before TEXT, after TEXT, context TEXT,
  doubtId INTEGER, statusBefore TEXT, undoneAt INTEGER, undoneBy TEXT);
CREATE TABLE "document" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "inputSha256" TEXT NOT NULL REFERENCES "input"("sha256") ON DELETE CASCADE, "ordinal" INTEGER NOT NULL, "type" TEXT, "number" TEXT, "symbol" TEXT, "issuer" TEXT, "date" TEXT, "subject" TEXT, "record" TEXT NOT NULL, key TEXT NOT NULL DEFAULT '', place TEXT, signer TEXT, plainIssuer TEXT NOT NULL DEFAULT '', firstPage INTEGER, lastPage INTEGER, addressee TEXT, UNIQUE ("inputSha256", "ordinal"));
CREATE VIRTUAL TABLE documentSearch USING fts5(
  exact, plain, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE 'documentSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'documentSearch_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'documentSearch_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'documentSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE dossier (
  id INTEGER PRIMARY KEY, catalogueId INTEGER NOT NULL REFERENCES catalogue(id),
  boxId INTEGER REFERENCES box(id), code TEXT NOT NULL, archiveCode TEXT, paperCode TEXT, title TEXT NOT NULL,
  maintenance TEXT, valueClass TEXT, mode TEXT, language TEXT, startDate TEXT, endDate TEXT, keywords TEXT,
  infoSign TEXT, condition TEXT, confidenceLevel TEXT, annotation TEXT, note TEXT,
  documents INTEGER, sheets INTEGER, pages INTEGER, metres REAL, bornDigital INTEGER NOT NULL DEFAULT 0,
  missingNumbers TEXT, addedAt INTEGER NOT NULL, UNIQUE (catalogueId, code));
CREATE TABLE doubt (
  id INTEGER PRIMARY KEY, kind TEXT NOT NULL CHECK (kind IN ('word', 'header', 'task')),
  inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE, page INTEGER NOT NULL,
  readingId INTEGER REFERENCES reading(id) ON DELETE CASCADE, place INTEGER,
  documentId INTEGER REFERENCES document(id) ON DELETE CASCADE,
  taskId INTEGER REFERENCES task(id) ON DELETE CASCADE, field TEXT NOT NULL DEFAULT '', original TEXT NOT NULL,
  text TEXT NOT NULL, box TEXT, worth REAL NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'accepted', 'corrected', 'rejected')),
  claimedBy TEXT, claimedUntil INTEGER, decidedBy TEXT, decidedAt INTEGER, causedBy INTEGER);
CREATE TABLE doubtCount (
  input TEXT NOT NULL, class TEXT NOT NULL, doubts INTEGER NOT NULL, PRIMARY KEY (input, class)) WITHOUT ROWID;
CREATE TABLE doubtSkip (
  who TEXT NOT NULL, doubtId INTEGER NOT NULL REFERENCES doubt(id) ON DELETE CASCADE,
  PRIMARY KEY (who, doubtId)) WITHOUT ROWID;
CREATE TABLE duty (
  documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  body TEXT NOT NULL, text TEXT NOT NULL, page INTEGER NOT NULL, line INTEGER,
  PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
CREATE TABLE finding (
  id INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
  documentId INTEGER REFERENCES document(id) ON DELETE CASCADE, severity TEXT NOT NULL, code TEXT NOT NULL,
  vi TEXT NOT NULL, en TEXT NOT NULL, page INTEGER, line INTEGER);
CREATE TABLE fonds (
  id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL DEFAULT '', holder TEXT, unit TEXT,
  status TEXT, period TEXT, note TEXT);
CREATE TABLE history (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, entity TEXT NOT NULL, entityId INTEGER NOT NULL,
  field TEXT NOT NULL, before TEXT, after TEXT, note TEXT);
CREATE TABLE "input" ("sha256" TEXT PRIMARY KEY NOT NULL, "path" TEXT NOT NULL, "kind" TEXT NOT NULL, "pages" INTEGER NOT NULL, "doubtfulWords" INTEGER NOT NULL, "processedAt" DATETIME NOT NULL);
CREATE TABLE inventoryImport (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, file TEXT NOT NULL, sha256 TEXT NOT NULL,
  rows INTEGER NOT NULL, dossiers INTEGER NOT NULL, items INTEGER NOT NULL, rejected INTEGER NOT NULL);
CREATE TABLE issuer (plain TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE item (
  id INTEGER PRIMARY KEY, dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
  ordinal INTEGER NOT NULL, typeName TEXT, number TEXT, symbol TEXT, key TEXT NOT NULL DEFAULT '', date TEXT,
  issuer TEXT, subject TEXT, language TEXT, pages INTEGER, sheetFrom INTEGER, sheetTo INTEGER, note TEXT,
  infoSign TEXT, keywords TEXT, mode TEXT, confidenceLevel TEXT, autograph TEXT, condition TEXT, process TEXT,
  materialType TEXT, file TEXT, documentId INTEGER REFERENCES document(id) ON DELETE SET NULL,
  bornDigital INTEGER NOT NULL DEFAULT 0, duplicateOf INTEGER REFERENCES item(id),
  scannedPages INTEGER NOT NULL DEFAULT 0, blankPages INTEGER NOT NULL DEFAULT 0,
  UNIQUE (dossierId, ordinal));
CREATE TABLE itemStage (
  itemId INTEGER NOT NULL REFERENCES item(id) ON DELETE CASCADE, stage INTEGER NOT NULL, pages INTEGER NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (itemId, stage)) WITHOUT ROWID;
CREATE TABLE likeness (
  id INTEGER PRIMARY KEY, documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  otherId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, similarity REAL NOT NULL,
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'same', 'different')),
  decidedBy TEXT, decidedAt INTEGER, CHECK (documentId <> otherId), UNIQUE (documentId, otherId));
CREATE TABLE package (
  id INTEGER PRIMARY KEY, dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('aip', 'sip')), objid TEXT NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  file TEXT NOT NULL, sha256 TEXT, bytes INTEGER NOT NULL, documents INTEGER NOT NULL, pages INTEGER NOT NULL,
  signed INTEGER NOT NULL, contents TEXT NOT NULL, checkedAt INTEGER, passed INTEGER);
CREATE TABLE packageIdentity (
  dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('aip', 'sip')), objid TEXT NOT NULL UNIQUE, moment INTEGER NOT NULL,
  PRIMARY KEY (dossierId, kind)) WITHOUT ROWID;
CREATE TABLE packageRefusal (
  dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('aip', 'sip')), code TEXT NOT NULL, at INTEGER NOT NULL,
  PRIMARY KEY (dossierId, kind, code)) WITHOUT ROWID;
CREATE TABLE page (
  id INTEGER PRIMARY KEY, inputSha256 TEXT REFERENCES input(sha256) ON DELETE CASCADE,
  itemId INTEGER REFERENCES item(id) ON DELETE SET NULL, number INTEGER NOT NULL, dpi INTEGER,
  blank INTEGER NOT NULL DEFAULT 0, rejected TEXT, stage INTEGER NOT NULL DEFAULT 0 CHECK (stage BETWEEN 0 AND 6),
  UNIQUE (inputSha256, number));
CREATE TABLE pageDecision (
  inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE, page INTEGER NOT NULL,
  field TEXT NOT NULL CHECK (field IN ('begins', 'turn')), value INTEGER NOT NULL, who TEXT NOT NULL,
  at INTEGER NOT NULL, PRIMARY KEY (inputSha256, page, field)) WITHOUT ROWID;
CREATE VIRTUAL TABLE pageSearch USING fts5(
  exact, plain, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE 'pageSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'pageSearch_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'pageSearch_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'pageSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE pageText (
  id INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
  page INTEGER NOT NULL, text TEXT NOT NULL, UNIQUE (inputSha256, page));
CREATE TABLE pastDocument (
  documentId INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
  page INTEGER NOT NULL, kept TEXT NOT NULL);
CREATE TABLE pastReading (
  correctionId INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
  length INTEGER NOT NULL, data BLOB NOT NULL);
CREATE TABLE reading (
  id INTEGER PRIMARY KEY, inputSha256 TEXT NOT NULL REFERENCES input(sha256) ON DELETE CASCADE,
  page INTEGER NOT NULL, version INTEGER NOT NULL DEFAULT 0, length INTEGER NOT NULL, data BLOB NOT NULL,
  UNIQUE (inputSha256, page));
CREATE TABLE revision (
  kind TEXT NOT NULL CHECK (kind IN ('header', 'task')), entityId INTEGER NOT NULL, version INTEGER NOT NULL,
  PRIMARY KEY (kind, entityId)) WITHOUT ROWID;
CREATE TABLE sample (
  id INTEGER PRIMARY KEY, at INTEGER NOT NULL, who TEXT NOT NULL, population INTEGER NOT NULL,
  bound REAL NOT NULL, seed INTEGER NOT NULL);
CREATE TABLE sampleItem (
  sampleId INTEGER NOT NULL REFERENCES sample(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  readingId INTEGER NOT NULL REFERENCES reading(id) ON DELETE CASCADE,
  verdict TEXT CHECK (verdict IN ('right', 'wrong')), note TEXT, who TEXT, at INTEGER,
  PRIMARY KEY (sampleId, ordinal)) WITHOUT ROWID;
CREATE TABLE seal (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, digest INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE section (
  documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  label TEXT NOT NULL, title TEXT NOT NULL, level INTEGER NOT NULL, page INTEGER NOT NULL, line INTEGER NOT NULL,
  PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
CREATE TABLE setting (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE settlement (
  id INTEGER PRIMARY KEY, batch INTEGER NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
  conflictId INTEGER NOT NULL, resolution TEXT NOT NULL, level TEXT NOT NULL, entityId INTEGER NOT NULL, field TEXT,
  before TEXT, after TEXT, undoneAt INTEGER, undoneBy TEXT);
CREATE TABLE sketch (
  documentId INTEGER PRIMARY KEY REFERENCES document(id) ON DELETE CASCADE, words INTEGER NOT NULL,
  hashes BLOB NOT NULL);
CREATE TABLE sketchBand (
  band INTEGER NOT NULL, documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE,
  PRIMARY KEY (band, documentId)) WITHOUT ROWID;
CREATE TABLE stageEvent (
  pageId INTEGER NOT NULL REFERENCES page(id) ON DELETE CASCADE,
  stage INTEGER NOT NULL CHECK (stage BETWEEN 1 AND 6), at INTEGER NOT NULL, who TEXT NOT NULL,
  PRIMARY KEY (pageId, stage)) WITHOUT ROWID;
CREATE TABLE target (
  documentId INTEGER NOT NULL REFERENCES document(id) ON DELETE CASCADE, ordinal INTEGER NOT NULL,
  text TEXT NOT NULL, value REAL NOT NULL, unit TEXT NOT NULL, comparator TEXT NOT NULL, due TEXT,
  page INTEGER NOT NULL, line INTEGER, PRIMARY KEY (documentId, ordinal)) WITHOUT ROWID;
CREATE TABLE "task" ("id" INTEGER PRIMARY KEY AUTOINCREMENT, "documentId" INTEGER NOT NULL REFERENCES "document"("id") ON DELETE CASCADE, "ordinal" INTEGER NOT NULL, "number" TEXT NOT NULL, "content" TEXT NOT NULL, "deadline" TEXT, "due" TEXT, path TEXT NOT NULL DEFAULT '', section TEXT, title TEXT NOT NULL DEFAULT '', product TEXT, modes TEXT NOT NULL DEFAULT '', inherited TEXT, page INTEGER NOT NULL DEFAULT 0, line INTEGER, box TEXT, confidence REAL, status TEXT NOT NULL DEFAULT 'open'
  CHECK (status IN ('open', 'doing', 'done', 'cancelled')), note TEXT, changedAt INTEGER, changedBy TEXT, withdrawn INTEGER NOT NULL DEFAULT 0, UNIQUE ("documentId", "ordinal"));
CREATE TABLE taskBody (
  taskId INTEGER NOT NULL REFERENCES task(id) ON DELETE CASCADE,
  role TEXT NOT NULL CHECK (role IN ('lead', 'cooperating')), ordinal INTEGER NOT NULL,
  bodyId INTEGER NOT NULL REFERENCES body(id), printed TEXT NOT NULL,
  PRIMARY KEY (taskId, role, ordinal)) WITHOUT ROWID;
CREATE TABLE taskDay (
  day TEXT NOT NULL, isOpen INTEGER NOT NULL, tasks INTEGER NOT NULL, PRIMARY KEY (day, isOpen)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE taskSearch USING fts5(
  exact, plain, content='', tokenize='unicode61 remove_diacritics 0');
CREATE TABLE 'taskSearch_config'(k PRIMARY KEY, v) WITHOUT ROWID;
CREATE TABLE 'taskSearch_data'(id INTEGER PRIMARY KEY, block BLOB);
CREATE TABLE 'taskSearch_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
CREATE TABLE 'taskSearch_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
CREATE TABLE uncounted (
  id INTEGER PRIMARY KEY, fondsId INTEGER NOT NULL REFERENCES fonds(id), catalogueId INTEGER REFERENCES catalogue(id),
  metres REAL NOT NULL, maintenance TEXT, valueClass TEXT, note TEXT, addedAt INTEGER NOT NULL);
CREATE TABLE user (
  id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE COLLATE NOCASE, hash TEXT NOT NULL, createdAt INTEGER NOT NULL, part TEXT NOT NULL DEFAULT 'reviews'
  CHECK (part IN ('reads', 'reviews', 'decides', 'administers')), version INTEGER NOT NULL DEFAULT 1, changedAt INTEGER, changedBy TEXT);
CREATE TRIGGER issuer_of_added AFTER INSERT ON document BEGIN
  INSERT INTO issuer SELECT NEW.plainIssuer WHERE NOT EXISTS (SELECT 1 FROM issuer WHERE plain = NEW.plainIssuer);
END;
CREATE TRIGGER issuer_of_changed AFTER UPDATE OF plainIssuer ON document BEGIN
  INSERT INTO issuer SELECT NEW.plainIssuer WHERE NOT EXISTS (SELECT 1 FROM issuer WHERE plain = NEW.plainIssuer);
END;
