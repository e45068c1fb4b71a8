public import DocumentModel
internal import GRDB

/// Something in an archive that contradicts itself.
public struct CheckFinding: Hashable, Codable, Sendable {
  public var message: Message
  /// How often.
  public var count: Int
}

extension Archive {
  /// Looks at the file and at everything that is kept twice. Empty where nothing is wrong.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func check() throws(Failure) -> [CheckFinding] {
    do {
      return try database.unsafeRead { db in
        var findings: [CheckFinding] = []
        // One state of the archive, whoever writes meanwhile.
        try db.inTransaction(.deferred) {
          findings = try Self.findings(in: db)
          return .rollback
        }
        return findings
      }
    } catch {
      throw ArchiveFault.opening(path, error)
    }
  }

  private static func findings(in db: Database) throws -> [CheckFinding] {
    let structure = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
    var findings = structure.map { CheckFinding(message: .brokenStructure($0), count: 1) }
    let strays = try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").count
    if strays > 0 { findings.append(CheckFinding(message: .strayRows(), count: strays)) }
    // What an older program made has not all of what follows; opened to be used, it gets it.
    guard try Migrations.migrator.hasCompletedMigrations(db) else { return findings }
    return try findings + contents(of: db)
  }

  private static func contents(of db: Database) throws -> [CheckFinding] {
    let damaged = try SchemaCheck.damaged(in: db)
    // The rest asks tables that may be gone.
    if !damaged.isEmpty { return damaged.map { CheckFinding(message: .partGone($0), count: 1) } }
    var findings = try Seal.broken(in: db).map { CheckFinding(message: .brokenSeal($0.table), count: $0.rows) }
    findings += try SchemaCheck.brokenIndexes(in: db).map { CheckFinding(message: .brokenIndex($0), count: 1) }
    for rule in CheckRule.all {
      let count = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM (\(rule.rows))") ?? 0
      if count > 0 { findings.append(CheckFinding(message: rule.message, count: count)) }
    }
    return findings
  }
}

/// Rows that there may not be.
private struct CheckRule {
  var message: Message
  var rows: String

  static let all = [
    CheckRule(
      message: .tasksMissing(),
      rows: """
        SELECT 1 FROM document WHERE json_array_length(unpacked(record), '$.tasks') <>
          (SELECT COUNT(*) FROM task WHERE documentId = document.id AND withdrawn = 0)
          AND NOT EXISTS (SELECT 1 FROM task WHERE documentId = document.id AND withdrawn = 1)
        """),
    CheckRule(
      message: .daysBroken(),
      rows: """
        SELECT * FROM (SELECT day, isOpen, tasks FROM taskDay WHERE tasks <> 0 EXCEPT \(TaskDays.counted))
        UNION ALL SELECT * FROM (SELECT * FROM (\(TaskDays.counted)) EXCEPT SELECT day, isOpen, tasks FROM taskDay)
        """),
    CheckRule(
      message: .doubtCountsBroken(),
      rows: """
        SELECT * FROM (SELECT input, class, doubts FROM doubtCount EXCEPT SELECT * FROM (\(DoubtCounts.counted)))
        UNION ALL SELECT * FROM (SELECT * FROM (\(DoubtCounts.counted)) EXCEPT SELECT input, class, doubts FROM doubtCount)
        """),
    CheckRule(
      message: .searchIncomplete(),
      rows: """
        SELECT id FROM task EXCEPT SELECT id FROM taskSearch_docsize
        UNION ALL SELECT id FROM taskSearch_docsize EXCEPT SELECT id FROM task
        UNION ALL SELECT id FROM document EXCEPT SELECT id FROM documentSearch_docsize
        UNION ALL SELECT id FROM pageText EXCEPT SELECT id FROM pageSearch_docsize
        """),
    CheckRule(
      message: .stagesBroken(),
      rows: """
        SELECT 1 FROM page WHERE stage <> (SELECT COUNT(*) FROM stageEvent WHERE pageId = page.id)
          OR stage <> (SELECT COALESCE(MAX(stage), 0) FROM stageEvent WHERE pageId = page.id)
        """),
    CheckRule(
      message: .stageSumsBroken(),
      rows: """
        SELECT page.itemId, stageEvent.stage, COUNT(*), MAX(stageEvent.at) FROM page
          JOIN stageEvent ON stageEvent.pageId = page.id WHERE page.itemId NOT NULL
          AND (page.rejected IS NULL OR stageEvent.stage = 1) GROUP BY 1, 2
        EXCEPT SELECT * FROM itemStage
        """),
    CheckRule(
      message: .pagesMissing(),
      rows: """
        SELECT 1 FROM input JOIN page ON page.inputSha256 = input.sha256
          WHERE kind <> 'text' GROUP BY sha256 HAVING input.pages > COUNT(*)
        """),
  ]
}

extension Message {
  fileprivate static func brokenStructure(_ what: String) -> Message {
    Message("check-structure", vi: "Tệp hỏng cấu trúc: \(what)", en: "The file's structure is broken: \(what)")
  }
  fileprivate static func partGone(_ name: String) -> Message {
    Message(
      "check-schema", vi: "Bảng hoặc chỉ mục “\(name)” bị mất hoặc bị đổi",
      en: "The table or index “\(name)” is gone or is another")
  }
  fileprivate static func brokenSeal(_ table: String) -> Message {
    Message(
      "check-seal", vi: "Dòng của bảng “\(table)” bị sửa, thêm hoặc xóa ngoài sohoa",
      en: "Rows of the table “\(table)” changed, added or taken away by something other than sohoa")
  }
  fileprivate static func brokenIndex(_ name: String) -> Message {
    Message(
      "check-index", vi: "Chỉ mục tìm kiếm “\(name)” không khớp với các mục của nó",
      en: "The search index “\(name)” does not agree with its entries")
  }
  fileprivate static func strayRows() -> Message {
    Message("check-stray", vi: "Dòng trỏ tới dòng không còn", en: "Rows that point to rows that are gone")
  }
  fileprivate static func tasksMissing() -> Message {
    Message(
      "check-tasks", vi: "Văn bản thiếu hoặc thừa nhiệm vụ so với bản ghi",
      en: "Documents whose tasks differ from their record")
  }
  fileprivate static func searchIncomplete() -> Message {
    Message("check-search", vi: "Mục thiếu trong chỉ mục tìm kiếm", en: "Entries missing from the search index")
  }
  fileprivate static func daysBroken() -> Message {
    Message("check-days", vi: "Ngày có số nhiệm vụ đếm sai", en: "Days whose tasks are counted wrong")
  }
  fileprivate static func doubtCountsBroken() -> Message {
    Message("check-doubts", vi: "Tệp có số chỗ chờ rà soát đếm sai", en: "Files whose doubts are counted wrong")
  }
  fileprivate static func stagesBroken() -> Message {
    Message("check-stages", vi: "Trang có công đoạn không liền nhau", en: "Pages whose stages are not in order")
  }
  fileprivate static func stageSumsBroken() -> Message {
    Message("check-stage-sums", vi: "Văn bản có tổng công đoạn sai", en: "Documents whose sums of stages are wrong")
  }
  fileprivate static func pagesMissing() -> Message {
    Message("check-pages", vi: "Đầu vào thiếu trang", en: "Inputs with missing pages")
  }
}
