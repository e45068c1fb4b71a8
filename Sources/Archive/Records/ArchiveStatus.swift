public import DocumentModel
internal import GRDB

/// How much an archive holds.
public struct ArchiveStatus: Codable, Hashable, Sendable {
  public var inputs = 0
  public var pages = 0
  public var documents = 0
  public var tasks = 0
  /// How many of these have a deadline that comes to a day.
  public var tasksWithDay = 0
  public var doubtfulWords = 0
  public var fonds = 0
  public var dossiers = 0
  /// Documents that the inventory lists.
  public var items = 0
  public var openConflicts = 0
  /// Documents that may be one and the same, and that nobody has decided on.
  public var openLikenesses = 0

  public init() {}
}

extension Archive {
  /// How much the archive holds.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func status() throws(Failure) -> ArchiveStatus {
    try reading { db in
      func count(_ sql: String) throws -> Int { try Int.fetchOne(db, sql: "SELECT \(sql)") ?? 0 }
      // The seal has how many rows every table has: nothing is counted.
      func rows(_ table: String) throws -> Int { try count("rows FROM seal WHERE name = '\(table)'") }
      var status = ArchiveStatus()
      let sums = try Row.fetchOne(db, sql: "SELECT SUM(pages) AS pages, SUM(doubtfulWords) AS words FROM input")
      status.inputs = try rows("input")
      status.pages = sums?["pages"] ?? 0
      status.doubtfulWords = sums?["words"] ?? 0
      status.documents = try rows("document")
      status.tasks = try count("SUM(tasks) FROM taskDay")
      status.tasksWithDay = try count("SUM(tasks) FROM taskDay WHERE day <> ''")
      status.fonds = try rows("fonds")
      status.dossiers = try rows("dossier")
      status.items = try rows("item")
      status.openConflicts = try count("COUNT(*) FROM conflict WHERE status = 'open'")
      status.openLikenesses = try count("COUNT(*) FROM likeness WHERE status = 'open'")
      return status
    }
  }
}
