extension Migrations {
  /// What was packed of a dossier. The identity of a package is drawn once and kept, so that building it again gives the
  /// same bytes. `contents` is the digest of all that went in: where it is another now, the package is stale.
  static let v008Packages = """
    CREATE TABLE packageIdentity (
      dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('aip', 'sip')), objid TEXT NOT NULL UNIQUE, moment INTEGER NOT NULL,
      PRIMARY KEY (dossierId, kind)) WITHOUT ROWID;
    CREATE TABLE package (
      id INTEGER PRIMARY KEY, dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('aip', 'sip')), objid TEXT NOT NULL, at INTEGER NOT NULL, who TEXT NOT NULL,
      file TEXT NOT NULL, sha256 TEXT, bytes INTEGER NOT NULL, documents INTEGER NOT NULL, pages INTEGER NOT NULL,
      signed INTEGER NOT NULL, contents TEXT NOT NULL, checkedAt INTEGER, passed INTEGER);
    CREATE INDEX package_on_dossier ON package(dossierId, kind, id);
    """

  /// Why a dossier was not packed when that was last tried, one row a reason. A package of the same kind takes them away.
  static let v009Refusals = """
    CREATE TABLE packageRefusal (
      dossierId INTEGER NOT NULL REFERENCES dossier(id) ON DELETE CASCADE,
      kind TEXT NOT NULL CHECK (kind IN ('aip', 'sip')), code TEXT NOT NULL, at INTEGER NOT NULL,
      PRIMARY KEY (dossierId, kind, code)) WITHOUT ROWID;
    """
}
