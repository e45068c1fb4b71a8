public import DocumentModel
internal import GRDB

extension Archive {
  /// What the archive holds now, as a text that is another after every change by whatever program. Left out are who has what
  /// before their eyes (every decision changes the corrections as well), the log of access and the accounts.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func version() throws(Failure) -> String {
    try reading { db in
      try String.fetchOne(
        db.cachedStatement(
          sql: """
            SELECT group_concat(name || ' ' || rows || ' ' || digest) FROM (
              SELECT * FROM seal WHERE name NOT IN ('doubt', 'doubtSkip', 'audit', 'user') ORDER BY name)
            """)) ?? ""
    }
  }
}
