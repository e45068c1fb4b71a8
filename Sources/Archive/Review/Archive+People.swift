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

/// Who may sign in. One that was removed and made again is another, and so is one whose password was changed.
public struct Account: Hashable, Sendable {
  public var id: Int64
  /// As it is kept.
  public var name: String
  public var passwordHash: String
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
      try Row.fetchAll(db, sql: "SELECT * FROM audit WHERE id > 0 ORDER BY id DESC LIMIT ?", arguments: [limit]).map {
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

  /// The account of that name, in whatever case it is typed; nil where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func account(_ name: String) throws(Failure) -> Account? {
    try reading { db in
      try Row.fetchOne(db, sql: "SELECT id, name, hash FROM user WHERE name = ?", arguments: [name])
        .map { Account(id: $0["id"], name: $0["name"], passwordHash: $0["hash"]) }
    }
  }

  /// Whether anybody has an account.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func hasAccounts() throws(Failure) -> Bool {
    try reading { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM user)") ?? false }
  }
}
