public import DocumentModel
internal import GRDB

extension Archive {
  /// Adds an account, or gives the one of that name another password. Without a part, the first account of an archive
  /// administers, others review, and one that is there keeps its own.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func setAccount(
    _ name: String, passwordHash: String, part: AccountPart? = nil, by who: String? = nil, at moment: Int
  ) throws(Failure) {
    try writing { db in
      try Self.setAccount(name, passwordHash: passwordHash, part: part, by: who, at: moment, in: db)
    }
  }

  private static func setAccount(
    _ name: String, passwordHash: String, part: AccountPart?, by who: String?, at moment: Int, in db: Database
  ) throws {
    let name = try AccountNames(db: db).known(name) ?? PersonName.kept(name)
    let isFirst = try Bool.fetchOne(db, sql: "SELECT NOT EXISTS (SELECT 1 FROM user)") ?? false
    try db.run(
      """
      INSERT INTO user (name, hash, part, createdAt) VALUES (?1, ?2, ?3, ?4)
      ON CONFLICT (name) DO UPDATE SET hash = excluded.hash, part = COALESCE(?5, part), version = version + 1,
        changedAt = ?4, changedBy = ?6
      """,
      [name, passwordHash, (part ?? (isFirst ? .administers : .reviews)).rawValue, moment, part?.rawValue, who])
  }

  /// Adds an account that is not there yet.
  ///
  /// - Throws: a `Failure` where there is one of that name (`changedMeanwhile`), and where the archive cannot be
  ///   written.
  public func addAccount(
    _ name: String, passwordHash: String, part: AccountPart?, by who: String, at moment: Int
  ) throws(Failure) {
    try writing { db in
      if let known = try AccountNames(db: db).known(name) { throw Failure(.changedMeanwhile, .accountExists(known)) }
      try Self.setAccount(name, passwordHash: passwordHash, part: part, by: who, at: moment, in: db)
    }
  }

  /// Takes an account away; false where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func removeAccount(_ name: String) throws(Failure) -> Bool {
    try writing { db in
      guard let known = try AccountNames(db: db).known(name) else { return false }
      try db.run("DELETE FROM user WHERE name = ?", [known])
      return db.changesCount > 0
    }
  }

  /// All accounts in the order of their names.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func accounts() throws(Failure) -> [AccountEntry] {
    try reading { try Row.fetchAll($0, sql: "SELECT * FROM user ORDER BY name").map { AccountEntry($0) } }
  }

  /// The account of that name, however its capitals and marks are typed; nil where there is none.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func account(_ name: String) throws(Failure) -> Account? {
    try reading { db in
      guard let known = try AccountNames(db: db).known(name) else { return nil }
      return try Row.fetchOne(db, sql: "SELECT * FROM user WHERE name = ?", arguments: [known]).map { row in
        let entry = AccountEntry(row)
        return Account(id: entry.id, name: entry.name, passwordHash: row["hash"], part: entry.part)
      }
    }
  }

  /// Whether anybody has an account.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func hasAccounts() throws(Failure) -> Bool {
    try reading { try Bool.fetchOne($0, sql: "SELECT EXISTS (SELECT 1 FROM user)") ?? false }
  }
}

extension AccountEntry {
  init(_ row: Row) {
    self.init(
      id: row["id"], name: row["name"], part: AccountPart(rawValue: row["part"]) ?? .reads, version: row["version"],
      createdAt: row["createdAt"], changedAt: row["changedAt"], changedBy: row["changedBy"])
  }
}

/// Finds accounts by what was typed. SQLite knows capitals of English letters only.
private struct AccountNames {
  let db: Database

  /// The name as the account has it; nil where there is none.
  func known(_ typed: String) throws -> String? {
    let exact = try String.fetchOne(
      db.cachedStatement(sql: "SELECT name FROM user WHERE name = ?"), arguments: [typed])
    if let exact { return exact }
    let key = PersonName.key(typed)
    return try String.fetchAll(db, sql: "SELECT name FROM user ORDER BY name").first { PersonName.key($0) == key }
  }
}
