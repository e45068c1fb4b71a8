public import DocumentModel
internal import Foundation
internal import GRDB

/// A place on a page of a kept paper.
public struct PaperPlace: Hashable, Sendable {
  /// Id of the page's reading, which its picture is asked for by.
  public var reading: Int64
  public var document: Int64
  public var page: Int
  public var size: PixelSize
  /// Where the value stands; nil where only the page is known.
  public var box: PixelBox?
}

/// Where the two sides of a conflict can be looked at.
public struct ConflictPapers: Hashable, Sendable {
  /// The row of a list, or the line of a cover or closing sheet, that was scanned; nil where the inventory was only typed.
  public var inventory: PaperPlace?
  /// The paper that the value was read from.
  public var archive: PaperPlace?

  public init() {}
}

extension Archive {
  /// The places of conflicts, by their ids. One that nothing is kept of is not there.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func papers(of conflicts: [Conflict]) throws(Failure) -> [Int64: ConflictPapers] {
    try reading { db in
      let finder = try PaperFinder(db: db, conflicts: conflicts)
      let found = try conflicts.map { ($0.id, try finder.papers(of: $0)) }
      return Dictionary(found.filter { $0.1 != ConflictPapers() }) { first, _ in first }
    }
  }
}

/// Finds where conflicts are printed.
private struct PaperFinder {
  let db: Database
  private let aids: [KeptAid]
  private let lists: ListedRows

  /// By the column of `item` the name of the field of a head.
  private static let fields = [
    "typeName": "type", "number": "number", "symbol": "symbol", "date": "date", "issuer": "issuer",
    "subject": "subject",
  ]
  /// By the column of `dossier` the name of a cover's field.
  private static let coverFields = [
    "sheets": "sheets", "documents": "documents", "startDate": "start", "endDate": "end", "missingNumbers": "gaps",
    "title": "title", "maintenance": "keeping",
  ]
  /// Lists are looked through where no more than so many are kept; of more, those beside the papers asked about.
  private static let mostAids = 60

  init(db: Database, conflicts: [Conflict]) throws {
    self.db = db
    aids = conflicts.isEmpty ? [] : try Self.aids(beside: conflicts.compactMap(\.document), in: db)
    lists = ListedRows(aids)
  }

  /// Taking lists out of their rows is most of the time, so that of many only those in the folders of the documents are.
  private static func aids(beside documents: [Int64], in db: Database) throws -> [KeptAid] {
    let ids = try Int64.fetchAll(
      db, sql: "SELECT DISTINCT documentId FROM finding WHERE code = ? AND documentId NOT NULL",
      arguments: [KeptAid.finding])
    if ids.count <= mostAids { return ids.isEmpty ? [] : try KeptAid.all(in: db) }
    let folders = Set(try documents.compactMap { try path(ofDocument: $0, in: db).map(folder) })
    return try ids.compactMap { id in
      guard let path = try path(ofDocument: id, in: db), folders.contains(folder(path)) else { return nil }
      return try KeptAid.find(document: id, in: db)
    }
  }

  private static func path(ofDocument id: Int64, in db: Database) throws -> String? {
    try String.fetchOne(
      db.cachedStatement(
        sql: "SELECT path FROM document JOIN input ON input.sha256 = inputSha256 WHERE document.id = ?"),
      arguments: [id])
  }

  private static func folder(_ path: String) -> String {
    path.lastIndex { $0 == "/" || $0 == "\\" }.map { String(path[..<$0]) } ?? ""
  }

  func papers(of conflict: Conflict) throws -> ConflictPapers {
    let column = String(conflict.field.prefix { $0 != "@" })
    return conflict.level == "item"
      ? try ofItem(conflict, Self.fields[column]) : try ofDossier(conflict, Self.coverFields[column])
  }

  private func ofItem(_ conflict: Conflict, _ field: String?) throws -> ConflictPapers {
    var papers = ConflictPapers()
    if let id = conflict.document, let row = try DocumentRow.fetchOne(db, key: id) {
      let place = field.flatMap { row.record.document.evidence[$0]?.provenance }
      papers.archive = try self.place(
        place ?? Provenance(page: row.record.pages.first ?? 1), of: row.inputSha256, document: id)
    }
    if let field, let cell = try listed(conflict, field) {
      papers.inventory = try place(cell.evidence.provenance, of: cell.input, document: nil)
    }
    return papers
  }

  /// What the scanned list prints in the field's cell of the row.
  private func listed(_ conflict: Conflict, _ field: String) throws -> ListedRows.Cell? {
    guard !aids.isEmpty else { return nil }
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT item.number, item.symbol, item.date, item.issuer, item.subject, item.ordinal, dossier.code
          FROM conflict JOIN item ON item.id = conflict.entityId JOIN dossier ON dossier.id = item.dossierId
          WHERE conflict.id = ?
          """), arguments: [conflict.id])
    guard let row else { return nil }
    var stated: [String: String] = [:]
    for name in ["number", "symbol", "date", "issuer", "subject"] {
      if let value: String = row[name], !value.isEmpty { stated[name] = value }
    }
    let printed = lists.row(of: row["code"], ordinal: row["ordinal"], stating: stated)
    return printed?.cells[field]
  }

  /// The cover or closing sheet of the dossier that states the field.
  private func ofDossier(_ conflict: Conflict, _ field: String?) throws -> ConflictPapers {
    var papers = ConflictPapers()
    let code = conflict.place.split(separator: "/").last.map { ListedRows.plain(String($0)) }
    guard let field else { return papers }
    let stating = aids.filter { kept in
      kept.aid.dossier.code.map(ListedRows.plain) == code && kept.aid.dossier.evidence[field] != nil
    }
    guard let kept = stating.first, let evidence = kept.aid.dossier.evidence[field] else { return papers }
    papers.archive = try place(evidence.provenance, of: kept.sha256, document: nil)
    return papers
  }

  private struct PageSize: Decodable { var size: PixelSize? }

  /// Nil where the page's words are not kept, or the page has no picture.
  private func place(_ place: Provenance, of sha256: String, document: Int64?) throws -> PaperPlace? {
    let row = try Row.fetchOne(
      db.cachedStatement(
        sql: """
          SELECT reading.id, length, data, (SELECT id FROM document WHERE document.inputSha256 = reading.inputSha256
            AND reading.page BETWEEN firstPage AND lastPage ORDER BY id LIMIT 1) AS document
          FROM reading WHERE inputSha256 = ? AND page = ?
          """), arguments: [sha256, place.page])
    guard let row, let bytes = Compression.unpacked([UInt8](row["data"] as Data), length: row["length"]),
      let size = try JSONDecoder().decode(PageSize.self, from: Data(bytes)).size,
      let owner = document ?? row["document"]
    else { return nil }
    return PaperPlace(reading: row["id"], document: owner, page: place.page, size: size, box: place.box)
  }
}
