public import DocumentModel
internal import GRDB

/// A random sample of pages that a person checks, and what came of it.
public struct Sample: Hashable, Codable, Sendable {
  public var id: Int64
  /// Seconds since 1970.
  public var at: Int
  public var who: String
  /// Pages that it was drawn from.
  public var population: Int
  /// Half the width of the interval that was wanted.
  public var bound: Double
  public var size: Int
  public var checked: Int
  public var wrong: Int
  public var interval: WilsonInterval?
}

/// Wilson's interval of a share at 95 %.
public struct WilsonInterval: Hashable, Codable, Sendable {
  public var share: Double
  public var low: Double
  public var high: Double

  /// Nil of nothing.
  public init?(wrong: Int, of checked: Int) {
    guard checked > 0, (0...checked).contains(wrong) else { return nil }
    let n = Double(checked), p = Double(wrong) / n, z = 1.96
    let middle = (p + z * z / (2 * n)) / (1 + z * z / n)
    let half = z / (1 + z * z / n) * (p * (1 - p) / n + z * z / (4 * n * n)).squareRoot()
    share = p
    low = max(0, middle - half)
    high = min(1, middle + half)
  }

  /// How many of `population` pages have to be drawn for an interval of ± `bound`, for any share (the worst is p = ½).
  public static func sampleSize(bound: Double, population: Int) -> Int {
    guard bound > 0, population > 0 else { return 0 }
    let endless = 1.96 * 1.96 * 0.25 / (bound * bound)
    return min(population, Int((endless / (1 + (endless - 1) / Double(population))).rounded(.up)))
  }
}

/// A page of a sample.
public struct SampleItem: Hashable, Codable, Sendable {
  public var ordinal: Int
  public var readingID: Int64
  public var path: String
  public var page: Int
  /// Nil until somebody has looked.
  public var isRight: Bool?
  public var note: String?
  public var who: String?
}

extension Archive {
  /// Pages on which nothing waits to be looked at: those that a sample is drawn from.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func acceptedPages() throws(Failure) -> Int {
    try reading { db in try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM reading WHERE \(Self.isAccepted)") ?? 0 }
  }

  private static let isAccepted = "NOT EXISTS (SELECT 1 FROM doubt WHERE readingId = reading.id AND status = 'open')"

  /// Draws a sample of accepted pages. The seed makes it one that can be drawn again.
  ///
  /// - Throws: a `Failure` for a bound outside 0.005…0.5, where no page is accepted yet, and where the archive
  ///   cannot be written.
  @discardableResult
  public func drawSample(bound: Double, seed: Int64, who: String, at moment: Int) throws(Failure) -> Int64 {
    guard (0.005...0.5).contains(bound) else { throw Failure(.badArguments, .badBound()) }
    return try writing { db in
      var ids = try Int64.fetchAll(db, sql: "SELECT id FROM reading WHERE \(Self.isAccepted) ORDER BY id")
      guard !ids.isEmpty else { throw Failure(.badArguments, .nothingToSample()) }
      let size = WilsonInterval.sampleSize(bound: bound, population: ids.count)
      try db.run(
        "INSERT INTO sample (at, who, population, bound, seed) VALUES (?, ?, ?, ?, ?)",
        [moment, who, ids.count, bound, seed])
      let id = db.lastInsertedRowID
      var generator = SplitMix64(state: UInt64(bitPattern: seed))
      ids.shuffle(using: &generator)
      for (ordinal, reading) in ids.prefix(size).enumerated() {
        try db.run("INSERT INTO sampleItem (sampleId, ordinal, readingId) VALUES (?, ?, ?)", [id, ordinal, reading])
      }
      return id
    }
  }

  /// Samples, the newest first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func samples() throws(Failure) -> [Sample] { try reading { try Self.samples(in: $0) } }

  static func samples(in db: Database) throws -> [Sample] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT sample.*, COUNT(*) AS size, SUM(verdict NOT NULL) AS checked, SUM(verdict IS 'wrong') AS wrong
        FROM sample JOIN sampleItem ON sampleItem.sampleId = sample.id GROUP BY sample.id ORDER BY sample.id DESC
        """
    ).map { row in
      let (checked, wrong): (Int, Int) = (row["checked"], row["wrong"])
      return Sample(
        id: row["id"], at: row["at"], who: row["who"], population: row["population"], bound: row["bound"],
        size: row["size"], checked: checked, wrong: wrong, interval: WilsonInterval(wrong: wrong, of: checked))
    }
  }

  /// The pages of a sample in the order in which they were drawn.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func items(ofSample id: Int64) throws(Failure) -> [SampleItem] {
    try reading { db in
      try Row.fetchAll(
        db,
        sql: """
          SELECT sampleItem.*, input.path, reading.page FROM sampleItem JOIN reading ON reading.id = readingId
          JOIN input ON input.sha256 = reading.inputSha256 WHERE sampleId = ? ORDER BY ordinal
          """, arguments: [id]
      ).map { row in
        let verdict: String? = row["verdict"]
        return SampleItem(
          ordinal: row["ordinal"], readingID: row["readingId"], path: row["path"], page: row["page"],
          isRight: verdict.map { $0 == "right" }, note: row["note"], who: row["who"])
      }
    }
  }

  /// Writes down whether a page of a sample is right, where its verdict still is what the person saw: nil for none. So does
  /// the note, where what was seen of it is known.
  ///
  /// - Throws: a `Failure` where the sample has no such page, where somebody was faster (`changedMeanwhile`), and where
  ///   the archive cannot be written.
  public func judge(
    sample: Int64, ordinal: Int, isRight: Bool, seen: Bool? = nil, note: String?, seenNote: String? = nil, who: String,
    at moment: Int
  ) throws(Failure) {
    try writing { db in
      let before = try Row.fetchOne(
        db, sql: "SELECT verdict, note, who FROM sampleItem WHERE sampleId = ? AND ordinal = ?",
        arguments: [sample, ordinal])
      guard let before else { throw Failure(.badArguments, .gone()) }
      try SeenValue(now: before["verdict"], by: before["who"]).check(seen.map { $0 ? "right" : "wrong" })
      if let seenNote { try SeenValue(now: before["note"], by: before["who"]).check(seenNote) }
      let verdict = isRight ? "right" : "wrong"
      try db.run(
        "UPDATE sampleItem SET verdict = ?, note = ?, who = ?, at = ? WHERE sampleId = ? AND ordinal = ?",
        [verdict, note, who, moment, sample, ordinal])
      try HistoryWriter(db: db, entity: "sample", who: who, at: moment)
        .write(sample, "page \(ordinal + 1)", before: before["verdict"], after: verdict, note: note)
    }
  }
}

extension Message {
  static func badBound() -> Message {
    Message(
      "bad-bound", vi: "Sai số mong muốn phải từ 0,5% đến 50%.", en: "The wanted error must be from 0.5 % to 50 %.")
  }

  static func nothingToSample() -> Message {
    Message(
      "nothing-to-sample", vi: "Chưa có trang nào rà soát xong để lấy mẫu.",
      en: "No page is accepted yet, so there is nothing to sample.")
  }
}
