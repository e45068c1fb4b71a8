public import DocumentModel
internal import GRDB
internal import Vietnamese

/// Which values of a field are shown, and in which order.
public struct ValueQuery: Hashable, Sendable {
  public enum Order: String, Codable, Sendable, CaseIterable { case count, name }

  public var field: ValueField
  /// Part of a value, without marks and case.
  public var part: String?
  public var order: Order
  public var limit: Int
  public var offset: Int

  public init(
    _ field: ValueField, part: String? = nil, order: Order = .count, limit: Int = 100, offset: Int = 0
  ) {
    self.field = field
    self.part = part
    self.order = order
    self.limit = limit
    self.offset = offset
  }
}

/// The values of a field over all documents.
public struct ValueFacet: Hashable, Codable, Sendable {
  public var field: ValueField
  /// A part of those that were asked for.
  public var values: [ValueCount]
  /// How many different ones were asked for.
  public var distinct: Int
  /// Documents that have a value.
  public var filled: Int
  /// Documents that have none.
  public var empty: Int
  /// Of all values.
  public var clusters: [ValueCluster]
}

/// A document with the value that it has.
public struct ValuedDocument: Hashable, Codable, Sendable {
  public var summary: DocumentSummary
  public var value: String
}

/// What setting a value would change.
public struct ValuePreview: Hashable, Codable, Sendable {
  public var count: Int
  /// The first of them.
  public var documents: [ValuedDocument]
  /// The ids of all of them, by the value that they have now.
  public var ids: [String: [Int64]]
}

/// What setting a value has changed.
public struct ValueOutcome: Hashable, Codable, Sendable {
  /// For taking it back; 0 where nothing was changed.
  public var batch: Int64
  public var count: Int
  /// Documents that had another value by then, and keep it; the value is empty where the document is gone.
  public var left: [ValuedDocument]
}

extension Archive {
  /// The values of a field with the number of their documents, and those among them that may be one.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func values(_ query: ValueQuery) throws(Failure) -> ValueFacet {
    try reading { db in
      let all = try ValueStore(db: db, field: query.field).counts()
      let empty = all.filter { $0.value.isEmpty }.reduce(0) { $0 + $1.documents }
      let filled = all.filter { !$0.value.isEmpty }
      let wanted = query.part.map { looseKey(nfc($0)) }
      let shown = filled.filter { value in wanted.map { looseKey(value.value).contains($0) } ?? true }
      let sorted =
        query.order == .name
        ? shown.sorted { (looseKey($0.value), $0.value) < (looseKey($1.value), $1.value) }
        : shown.sorted { ($1.documents, $0.value) < ($0.documents, $1.value) }
      return ValueFacet(
        field: query.field, values: Array(sorted.dropFirst(query.offset).prefix(query.limit)), distinct: shown.count,
        filled: filled.reduce(0) { $0 + $1.documents }, empty: empty, clusters: ValueClusters(filled).all)
    }
  }

  /// The documents that have one of these values now, letter by letter, and not `target`.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func preview(
    _ field: ValueField, from values: [String], to target: String, limit: Int = 50
  ) throws(Failure) -> ValuePreview {
    try reading { db in
      let store = ValueStore(db: db, field: field)
      var ids: [String: [Int64]] = [:]
      for value in Set(values) where value != target && !value.isEmpty { ids[value] = try store.ids(having: value) }
      let all = ids.flatMap { value, documents in documents.map { (id: $0, value: value) } }.sorted { $0.id < $1.id }
      let first = try all.prefix(limit).compactMap { entry in
        try store.summary(entry.id).map { ValuedDocument(summary: $0, value: entry.value) }
      }
      return ValuePreview(count: all.count, documents: first, ids: ids.filter { !$0.value.isEmpty })
    }
  }

  /// Sets a field of many documents to one value, as a person's correction of each, in one batch. `seen` has the documents'
  /// ids by the value that they had before the person's eyes: one that has another by now is left as it is and named.
  ///
  /// - Throws: a `Failure` for an empty value (`badArguments`), and where the archive cannot be written.
  @discardableResult
  public func set(
    _ field: ValueField, to target: String, seen: [String: [Int64]], who: String, at moment: Int
  ) throws(Failure) -> ValueOutcome {
    let target = nfc(String(target.trimmed(where: \.isWhitespace)))
    guard !target.isEmpty else { throw Failure(.badArguments, .emptyValue()) }
    return try writing { db in
      try ValueStore(db: db, field: field).set(target, seen: seen, CorrectionWriter(db: db, who: who, at: moment))
    }
  }
}

/// Values of a field inside a transaction.
private struct ValueStore {
  let db: Database
  let field: ValueField

  private var column: String { field.rawValue }

  /// Documents without a value are those of the value ''.
  func counts() throws -> [ValueCount] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT COALESCE(\(column), '') AS value, COUNT(*) AS count FROM document INDEXED BY document_on_values
        GROUP BY 1
        """
    ).map { ValueCount(value: $0["value"], documents: $0["count"]) }
  }

  func ids(having value: String) throws -> [Int64] {
    try Int64.fetchAll(
      db.cachedStatement(sql: "SELECT id FROM document INDEXED BY document_on_values WHERE \(column) = ? ORDER BY id"),
      arguments: [value])
  }

  func summary(_ id: Int64) throws -> DocumentSummary? {
    try Row.fetchOne(
      db.cachedStatement(sql: "SELECT \(TaskSQL.documentColumns) FROM document WHERE id = ?"), arguments: [id]
    ).flatMap { DocumentSummary($0) }
  }

  func set(_ target: String, seen: [String: [Int64]], _ writer: CorrectionWriter) throws -> ValueOutcome {
    var outcome = ValueOutcome(batch: 0, count: 0, left: [])
    let all = seen.flatMap { value, ids in ids.map { (id: $0, value: value) } }.sorted { $0.id < $1.id }
    for entry in all where entry.value != target {
      let now = try self.now(entry.id)
      guard now == entry.value else {
        if let summary = try summary(entry.id) {
          outcome.left.append(ValuedDocument(summary: summary, value: now ?? ""))
        }
        continue
      }
      let subject = EditSubject(.header, id: entry.id, field: field.rawValue)
      let done = try writer.correct(
        subject, to: target, seen: entry.value, as: .corrected, batch: outcome.batch == 0 ? nil : outcome.batch)
      outcome.batch = done.batch
      outcome.count += 1
    }
    return outcome
  }

  private func now(_ id: Int64) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(sql: "SELECT COALESCE(\(column), '') FROM document WHERE id = ?"), arguments: [id])
  }
}

extension Message {
  static func emptyValue() -> Message {
    Message(
      "empty-value", vi: "Giá trị đúng còn trống. Gõ giá trị, hoặc chọn một giá trị có sẵn.",
      en: "The right value is empty. Type one, or choose one of those there are.")
  }
}
