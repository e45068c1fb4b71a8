public import DocumentModel
internal import GRDB

/// How a person settles a conflict.
public enum Resolution: Hashable, Sendable {
  /// What the inventory says stays.
  case keepInventory
  /// What was scanned, read or counted takes its place.
  case keepArchive
  /// Neither is right; this is.
  case value(String)

  var name: String {
    switch self {
    case .keepInventory: "inventory"
    case .keepArchive: "archive"
    case .value: "value"
    }
  }
}

/// The two sides of a conflict as a person had them before their eyes; nil for a side that said nothing.
public struct ConflictSides: Hashable, Sendable {
  public var inventory: String?
  public var archive: String?

  public init(inventory: String?, archive: String?) {
    self.inventory = inventory
    self.archive = archive
  }

  init(_ row: Row) { self.init(inventory: row["inventory"], archive: row["archive"]) }
}

/// What settling did, or what taking it back did.
public struct SettlementOutcome: Hashable, Codable, Sendable {
  /// For taking it back.
  public var batch: Int64
  /// Conflicts that it is about.
  public var count: Int
}

extension Archive {
  /// Settles a conflict. Where the inventory was wrong its field is changed, and the history keeps what it said. `seen`
  /// is what the person saw of it; nil where it was not shown.
  ///
  /// - Throws: a `Failure` where there is no such conflict or a count is no number (`badArguments`), where somebody has
  ///   settled it or it says something else by now (`changedMeanwhile`), and where the archive cannot be written.
  @discardableResult
  public func resolve(
    conflict id: Int64, _ resolution: Resolution, seen: ConflictSides? = nil, who: String, at: Int
  ) throws(Failure) -> SettlementOutcome {
    try writing { db in
      guard let row = try Row.fetchOne(db, sql: "SELECT * FROM conflict WHERE id = ?", arguments: [id])
      else { throw Failure(.badArguments, .noSuchConflict(id)) }
      // Two people may have seen it open; the second is told.
      guard row["status"] == Conflict.Status.open.rawValue else {
        throw Failure(.changedMeanwhile, .settled(row["resolvedBy"]))
      }
      if let seen, seen != ConflictSides(row) { throw Failure(.changedMeanwhile, .saysOtherwise(ConflictSides(row))) }
      let batch = try Settler(db: db, who: who, at: at).settle(row, resolution, batch: nil)
      return SettlementOutcome(batch: batch, count: 1)
    }
  }

  /// Settles all open conflicts of a kind in one batch. `mark` is the survey's that the person saw.
  ///
  /// - Throws: a `Failure` where there are others than were seen, or they say something else (`changedMeanwhile`), and
  ///   as `resolve` does for one; then none is settled.
  @discardableResult
  public func resolveAll(
    conflictsOf level: String, field: String, _ resolution: Resolution, mark: String, who: String, at: Int
  ) throws(Failure) -> SettlementOutcome {
    try writing { db in
      let rows = try ConflictSurvey.rows(level, field, in: db), now = ConflictSurvey(of: rows)
      guard now.mark == mark, !rows.isEmpty else { throw Failure(.changedMeanwhile, .othersByNow(now.count)) }
      let settler = Settler(db: db, who: who, at: at)
      var batch: Int64?
      for row in rows { batch = try settler.settle(row, resolution, batch: batch) }
      return SettlementOutcome(batch: batch ?? 0, count: rows.count)
    }
  }

  /// Opens again what a batch has settled, or the last one of this person where none is named, and takes back what was
  /// written into the inventory. All of the batch or nothing.
  ///
  /// - Throws: a `Failure` where there is nothing to take back (`badArguments`), where somebody changed it since
  ///   (`changedMeanwhile`), and where the archive cannot be written.
  @discardableResult
  public func reopenConflicts(batch: Int64? = nil, who: String, at: Int) throws(Failure) -> SettlementOutcome {
    try writing { db in
      let last =
        try batch
        ?? Int64.fetchOne(
          db, sql: "SELECT batch FROM settlement WHERE who = ? AND undoneAt IS NULL ORDER BY id DESC LIMIT 1",
          arguments: [who])
      let rows = try Row.fetchAll(
        db, sql: "SELECT * FROM settlement WHERE batch = ? AND undoneAt IS NULL ORDER BY id DESC", arguments: [last])
      guard let last, !rows.isEmpty else { throw Failure(.badArguments, .nothingToUndo()) }
      let settler = Settler(db: db, who: who, at: at)
      for row in rows { try settler.reopen(row) }
      return SettlementOutcome(batch: last, count: rows.count)
    }
  }
}

extension Message {
  static func settled(_ who: String?) -> Message {
    Message(
      "edit-conflict", vi: "\(who ?? "Người khác") đã giải quyết mâu thuẫn này rồi.",
      en: "\(who ?? "Somebody else") has settled this conflict already.")
  }

  static func saysOtherwise(_ now: ConflictSides) -> Message {
    let (inventory, archive) = (now.inventory ?? "–", now.archive ?? "–")
    return Message(
      "edit-conflict",
      vi:
        "Mâu thuẫn này đã khác lúc bạn xem: mục lục nay ghi “\(inventory)”, bản quét “\(archive)”. Chưa ghi gì; tải lại trang.",
      en:
        "This conflict is not what you saw: the inventory says “\(inventory)” now, the scan “\(archive)”. Nothing was kept; load the page again."
    )
  }

  static func othersByNow(_ count: Int) -> Message {
    Message(
      "edit-conflict", vi: "Các mâu thuẫn loại này đã khác lúc bạn xem (nay còn \(count)). Chưa ghi gì; tải lại trang.",
      en:
        "The conflicts of this kind are not those that you saw (\(count) are open now). Nothing was kept; load the page again."
    )
  }

  static func noSuchConflict(_ id: Int64) -> Message {
    Message(
      "no-such-conflict", vi: "Không có mâu thuẫn số \(id). Xem: sohoa inventory conflicts",
      en: "There is no conflict \(id). See: sohoa inventory conflicts")
  }

  static func notANumber(_ text: String) -> Message {
    Message("not-a-number", vi: "“\(text)” không phải số đếm.", en: "“\(text)” is no count.")
  }
}
