public import DocumentModel
internal import GRDB

/// Who did what to the site itself: signing in, failing to, exporting.
public struct AuditEntry: Hashable, Codable, Sendable {
  /// Seconds since 1970.
  public var at: Int
  public var action: String
  public var who: String
  public var address: String
  public var detail: String?
}

extension Archive {
  /// Writes a line of the audit log.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func audit(
    _ action: String, who: String, address: String, detail: String? = nil, at moment: Int
  ) throws(Failure) {
    try writing { db in
      try db.run(
        "INSERT INTO audit (at, action, who, address, detail) VALUES (?, ?, ?, ?, ?)",
        [moment, action, who, address, detail])
    }
  }

  /// The audit log, the newest first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func auditLog(limit: Int = 200) throws(Failure) -> [AuditEntry] {
    try reading { db in
      try Row.fetchAll(db, sql: "SELECT * FROM audit ORDER BY id DESC LIMIT ?", arguments: [limit]).map {
        AuditEntry(at: $0["at"], action: $0["action"], who: $0["who"], address: $0["address"], detail: $0["detail"])
      }
    }
  }

  /// Adds an account, or gives the one of that name another password.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func setAccount(_ name: String, passwordHash: String, at moment: Int) throws(Failure) {
    try writing { db in
      try db.run(
        """
        INSERT INTO user (name, hash, createdAt) VALUES (?, ?, ?)
        ON CONFLICT (name) DO UPDATE SET hash = excluded.hash
        """, [name, passwordHash, moment])
    }
  }

  /// Takes an account away; false where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func removeAccount(_ name: String) throws(Failure) -> Bool {
    try writing { db in
      try db.run("DELETE FROM user WHERE name = ?", [name])
      return db.changesCount > 0
    }
  }

  /// The names of all accounts, in order.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func accounts() throws(Failure) -> [String] {
    try reading { try String.fetchAll($0, sql: "SELECT name FROM user ORDER BY name") }
  }

  /// Nil where there is no such account.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func passwordHash(of name: String) throws(Failure) -> String? {
    try reading { try String.fetchOne($0, sql: "SELECT hash FROM user WHERE name = ?", arguments: [name]) }
  }
}
