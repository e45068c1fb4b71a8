public import DocumentModel
internal import GRDB

extension Archive {
  /// What people decided about the pages of all files, by their SHA-256; few files have any.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func pageDecisions() throws(Failure) -> [String: PageDecisions] {
    try reading { try DecisionStore(db: $0).all() }
  }

  /// How a file is divided into documents; nil where there is no such file.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func division(of sha256: String) throws(Failure) -> InputDivision? {
    try reading { try DecisionStore(db: $0).division(of: sha256) }
  }

  /// What is needed to make a file's record anew after a change. `seen` is the division that the person had before their
  /// eyes (`InputDivision.seen`).
  ///
  /// - Throws: a `Failure` where somebody has divided the file otherwise since (`changedMeanwhile`), where the change is none
  ///   or the pages' words are not kept (`badArguments`), and where the archive cannot be read.
  public func divided(_ sha256: String, by change: PageChange, seen: String) throws(Failure) -> DividedInput {
    try reading { try DivisionDraft(db: $0).draft(sha256, change, seen: seen) }
  }

  /// The same for taking back a batch, or the last one of this person where none is named. Nil where the batch is about
  /// something else than a page, or there is none: `undo` is for those.
  ///
  /// - Throws: a `Failure` where somebody has changed the page since (`changedMeanwhile`).
  public func dividedByUndoing(batch: Int64?, who: String) throws(Failure) -> DividedInput? {
    try reading { db in
      let row = try Row.fetchOne(
        db,
        sql: """
          SELECT * FROM correction WHERE undoneAt IS NULL AND id > 0 AND CASE WHEN ?1 IS NULL THEN who = ?2 ELSE batch = ?1 END
          ORDER BY id DESC LIMIT 1
          """, arguments: [batch, who])
      guard let row, row["kind"] == EditKind.page.rawValue else { return nil }
      return try DivisionDraft(db: db).draft(undoing: row)
    }
  }

  /// Keeps a file's record that was made anew for a change, in one transaction: documents keep their ids by the page that
  /// they begin on, and what people did goes with the paper. `record` was made of `pages` by `input.begins`, and `pages` are
  /// `input.pages`, with the page read again where that was needed.
  ///
  /// - Returns: the batch, for undoing; nil where words of the file were changed since `input` was taken: nothing is kept,
  ///   and it is to be made again.
  /// - Throws: a `Failure` where somebody has divided the file otherwise since (`changedMeanwhile`), where the record is not
  ///   divided as was wanted (`badArguments`), and where the archive cannot be written.
  public func keep(
    _ input: DividedInput, as record: InputRecord, pages: [Page], who: String, at moment: Int
  ) throws(Failure) -> Int64? {
    try writing { try DivisionWriter(db: $0, who: who, at: moment).write(input, record, pages) }
  }

  /// Where a document began that was joined to another; nil where there was none of this id.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func pastDocument(id: Int64) throws(Failure) -> (sha256: String, page: Int)? {
    try reading { db in
      try Row.fetchOne(db, sql: "SELECT inputSha256, page FROM pastDocument WHERE documentId = ?", arguments: [id])
        .map { ($0["inputSha256"], $0["page"]) }
    }
  }

  /// Decisions about the pages of a file, the newest first, each with its page; those that were taken back are among them.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func pageCorrections(of sha256: String) throws(Failure) -> [(page: Int, correction: Correction)] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT correction.*, reading.page AS onPage FROM correction JOIN reading ON reading.id = correction.entityId
          WHERE kind = 'page' AND reading.inputSha256 = ? ORDER BY correction.id DESC
          """, arguments: [sha256]
      ).map { ($0["onPage"], Correction($0)) }
    }
  }
}

extension Message {
  static func dividedMeanwhile(who: String?) -> Message {
    Message(
      "division-conflict",
      vi:
        "\(who ?? "Người khác") đã tách, nối hoặc xoay trang của tệp này trong lúc bạn xem. Việc của bạn chưa được ghi; tải lại trang để xem.",
      en:
        "\(who ?? "Somebody else") has split, joined or turned pages of this file while you looked at it. Yours was not kept; load the page again."
    )
  }

  static func wordsMeanwhile(page: Int) -> Message {
    Message(
      "division-conflict",
      vi: "Chữ trên trang \(page) đã được sửa sau khi xoay. Hoàn tác những chỗ sửa đó trước.",
      en: "Words of page \(page) were corrected after it was turned. Take those corrections back first.")
  }

  static func noSuchDivision(page: Int) -> Message {
    Message(
      "no-such-division",
      vi: "Không tách, nối hay xoay được ở trang \(page): trang không có, hoặc đã như vậy rồi. Tải lại trang.",
      en: "Page \(page) cannot be split, joined or turned so: there is none, or it is so already. Load the page again.")
  }

  static func noPages() -> Message {
    Message(
      "no-pages-kept",
      vi: "Kho không giữ chữ từng trang của tệp này nên không tách, nối hay xoay được. Xử lý lại tệp với --archive.",
      en:
        "The archive does not keep the words of this file's pages, so it cannot be divided. Process it again with --archive."
    )
  }

  static func notDivided(page: Int) -> Message {
    Message(
      "not-divided", vi: "Trang \(page) không có chữ nào để bắt đầu một văn bản. Không có gì thay đổi.",
      en: "Page \(page) has no text that a document could begin with. Nothing was changed.")
  }
}
