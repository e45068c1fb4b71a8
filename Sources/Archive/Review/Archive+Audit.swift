public import DocumentModel
internal import GRDB

/// Who did what to the site itself: signing in, failing to, exporting, changing accounts.
public struct AuditEntry: Hashable, Codable, Sendable {
  /// Seconds since 1970; of several failures, the last one.
  public var at: Int
  public var action: String
  public var who: String
  public var address: String
  public var detail: String?
  /// How often within the hour; above 1 only of failures to sign in and of files that were taken.
  public var count: Int
}

/// Which rows of the audit log are meant. What is nil asks for all.
public struct AuditQuery: Hashable, Sendable {
  public var who: String?
  public var action: String?
  /// A day in Vietnam.
  public var day: CalendarDate?

  public init(who: String? = nil, action: String? = nil, day: CalendarDate? = nil) {
    self.who = who
    self.action = action
    self.day = day
  }
}

extension Archive {
  /// Rows of failures to sign in that are kept; the oldest go.
  public static let mostFailures = 100_000
  /// Letters of what a row says besides: an address may have any length.
  private static let longestDetail = 500
  /// The newest rows, among which the same file of the same hour is looked for.
  private static let rowsLookedAt = 1000

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

  /// Counts a file that was taken: one row for each file, person, address and hour.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func auditFile(
    _ action: String, who: String, address: String, detail: String? = nil, at moment: Int
  ) throws(Failure) {
    let hour = moment - moment % 3600
    let detail = detail.map { String(String.UnicodeScalarView($0.unicodeScalars.prefix(Self.longestDetail))) }
    try writing { db in
      try db.run(
        """
        UPDATE audit SET count = count + 1, at = ? WHERE id = (
          SELECT id FROM audit WHERE id > (SELECT MAX(id) - \(Self.rowsLookedAt) FROM audit)
            AND action = ? AND who = ? AND address = ? AND detail IS ? AND at >= ? AND at < ? LIMIT 1)
        """, [moment, action, who, address, detail, hour, hour + 3600])
      if db.changesCount > 0 { return }
      try db.run(
        "INSERT INTO audit (at, action, who, address, detail) VALUES (?, ?, ?, ?, ?)",
        [moment, action, who, address, detail])
    }
  }

  /// Counts a failure to sign in: one row for each name, address and hour, and at most `most` rows of them.
  ///
  /// - Throws: a `Failure` where the archive cannot be written.
  public func auditFailure(
    who: String, address: String, at moment: Int, most: Int = Archive.mostFailures
  ) throws(Failure) {
    let who = PersonName.kept(who), hour = moment - moment % 3600
    try writing { db in
      try db.run(
        """
        UPDATE audit SET count = count + 1, at = ?
        WHERE action = 'login-failed' AND who = ? AND address = ? AND at >= ? AND at < ?
        """, [moment, who, address, hour, hour + 3600])
      if db.changesCount > 0 { return }
      try db.run(
        "INSERT INTO audit (at, action, who, address) VALUES (?, 'login-failed', ?, ?)", [moment, who, address])
      try db.run(
        """
        DELETE FROM audit WHERE action = 'login-failed' AND id <= (
          SELECT id FROM audit WHERE action = 'login-failed' ORDER BY id DESC LIMIT 1 OFFSET ?)
        """, [most])
    }
  }

  /// Whether that name has signed in from that address before, as far as the log goes back.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func hasSignedIn(_ who: String, from address: String) throws(Failure) -> Bool {
    try reading { db in
      try Bool.fetchOne(
        db, sql: "SELECT EXISTS (SELECT 1 FROM audit WHERE action = 'login' AND who = ? AND address = ?)",
        arguments: [who, address]) ?? false
    }
  }

  /// The audit log, the newest first; all of it without a limit.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func auditLog(
    _ query: AuditQuery = AuditQuery(), limit: Int? = 200, offset: Int = 0
  ) throws(Failure) -> [AuditEntry] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM audit\(query.clause) ORDER BY id DESC LIMIT ? OFFSET ?",
        arguments: query.arguments + [limit ?? -1, offset]
      ).map {
        AuditEntry(
          at: $0["at"], action: $0["action"], who: $0["who"], address: $0["address"], detail: $0["detail"],
          count: $0["count"])
      }
    }
  }

  /// How many rows of the log there are of a query.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func auditCount(_ query: AuditQuery = AuditQuery()) throws(Failure) -> Int {
    try reading { db in
      try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM audit\(query.clause)", arguments: query.arguments) ?? 0
    }
  }

  /// What the log has rows of, in order.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func auditActions() throws(Failure) -> [String] {
    try reading { try String.fetchAll($0, sql: "SELECT DISTINCT action FROM audit WHERE id > 0 ORDER BY action") }
  }
}

extension AuditQuery {
  private var conditions: [(sql: String, values: [(any DatabaseValueConvertible)?])] {
    var all: [(sql: String, values: [(any DatabaseValueConvertible)?])] = []
    if let who { all.append(("who = ? COLLATE NOCASE", [who])) }
    if let action { all.append(("action = ?", [action])) }
    if let day {
      let end = VietnamDay.end(of: day)
      all.append(("at > ? AND at <= ?", [end - 86_400, end]))
    }
    return all
  }

  fileprivate var clause: String { " WHERE id > 0" + conditions.map { " AND " + $0.sql }.joined() }

  fileprivate var arguments: StatementArguments { StatementArguments(conditions.flatMap(\.values)) }
}
