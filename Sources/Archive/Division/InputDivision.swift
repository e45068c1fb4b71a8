public import DocumentModel
internal import GRDB

/// How a file is divided into documents now, for a person who wants it otherwise.
public struct InputDivision: Sendable {
  /// A document of the file.
  public struct Part: Hashable, Sendable {
    public var id: Int64
    /// 1-based, in the file.
    public var firstPage, lastPage: Int
    /// Its symbol, else its type; nil where neither was read.
    public var title: String?
  }

  public var sha256: String
  /// The file, as it was named when it was processed.
  public var path: String
  public var kind: SourceSummary.Kind
  /// How many pages the file has.
  public var pages: Int
  /// The documents in the order of the file.
  public var parts: [Part]
  /// What people have decided so far.
  public var decisions: PageDecisions

  /// What a person has before their eyes, to be sent with a change: the pages of the documents, and the pages that were
  /// turned: `1-2,3-5|4:90`.
  public var seen: String {
    let turns = decisions.turns.sorted { $0.key < $1.key }.map { "\($0.key):\($0.value)" }
    return ranges.map { "\($0.lowerBound)-\($0.upperBound)" }.joined(separator: ",") + "|"
      + turns.joined(separator: ",")
  }

  /// First and last pages of the documents.
  public var ranges: [ClosedRange<Int>] { parts.map { $0.firstPage...max($0.firstPage, $0.lastPage) } }

  /// Pages that a document begins on, besides the first of the file; a page stands in it once for each of these.
  private var starts: [Int] { parts.dropFirst().map(\.firstPage) }

  /// Whether a document can be begun at a page: none begins there.
  public func canBegin(at page: Int) -> Bool {
    (2...max(2, pages)).contains(page) && page <= pages && !starts.contains(page)
  }

  /// Whether the document that begins on a page can be joined to the one before it: only one begins there.
  public func canJoin(at page: Int) -> Bool { starts.count { $0 == page } == 1 }

  /// First and last pages of the documents after a change.
  public func ranges(after change: PageChange) -> [ClosedRange<Int>] {
    guard case .begins(let page, let begins) = change else { return ranges }
    let firsts = ([parts.first?.firstPage ?? 1] + starts.filter { begins || $0 != page } + (begins ? [page] : []))
      .sorted()
    return zip(firsts, firsts.dropFirst().map { $0 - 1 } + [pages]).map { first, last in first...max(first, last) }
  }

  /// Whether a document begins at each page of the file after a change: letterheads part nothing that is not parted now.
  public func begins(after change: PageChange) -> [Int: Bool] {
    var begins = Dictionary((1...max(1, pages)).map { ($0, starts.contains($0)) }) { first, _ in first }
    if case .begins(let page, let begin) = change { begins[page] = begin }
    return begins
  }
}

/// An input whose record is to be made anew: its pages as they are kept, and the division that is wanted.
public struct DividedInput: Sendable {
  public var division: InputDivision
  public var change: PageChange
  /// The correction that is taken back by the change; nil for a change of its own.
  public var undoing: Int64?
  /// All pages. Where a turn is taken back, the page is the one that was read before it.
  public var pages: [Page]
  /// Whether a document begins at a page.
  public var begins: [Int: Bool]
  /// The page has to be read again from its picture, and `pages` holds it as it was.
  public var needsReading: Bool
  /// By page: goes up with every change of its words.
  var versions: [Int: Int]
}

/// Reads what people decided about pages.
struct DecisionStore {
  let db: Database

  func decisions(of sha256: String) throws -> PageDecisions {
    var decisions = PageDecisions()
    let rows = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT page, field, value FROM pageDecision WHERE inputSha256 = ?"), arguments: [sha256])
    for row in rows { Self.add(row, to: &decisions) }
    return decisions
  }

  func all() throws -> [String: PageDecisions] {
    var all: [String: PageDecisions] = [:]
    for row in try Row.fetchAll(db, sql: "SELECT inputSha256, page, field, value FROM pageDecision") {
      Self.add(row, to: &all[row["inputSha256"], default: PageDecisions()])
    }
    return all
  }

  private static func add(_ row: Row, to decisions: inout PageDecisions) {
    let page: Int = row["page"], value: Int = row["value"]
    if row["field"] == PageChange.turnField {
      decisions.turns[page] = value
    } else {
      decisions.begins[page] = value != 0
    }
  }

  /// A file's division; nil where there is no such file.
  func division(of sha256: String) throws -> InputDivision? {
    guard let input = try Row.fetchOne(db, sql: "SELECT * FROM input WHERE sha256 = ?", arguments: [sha256]) else {
      return nil
    }
    // A document that was not found again stays where people worked on its tasks: all of them are withdrawn.
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT id, type, number, symbol, firstPage, lastPage FROM document WHERE inputSha256 = ? AND ordinal < ?
          AND (EXISTS (SELECT 1 FROM task WHERE documentId = document.id AND withdrawn = 0)
            OR NOT EXISTS (SELECT 1 FROM task WHERE documentId = document.id)
            OR json_array_length(unpacked(record), '$.tasks') = 0)
        ORDER BY ordinal
        """, arguments: [sha256, DocumentRow.aside])
    return InputDivision(
      sha256: sha256, path: input["path"], kind: SourceSummary.Kind(rawValue: input["kind"]) ?? .scan,
      pages: input["pages"], parts: rows.map(InputDivision.Part.init), decisions: try decisions(of: sha256))
  }
}

extension InputDivision.Part {
  fileprivate init(_ row: Row) {
    let number: String? = row["number"], symbol: String? = row["symbol"], first: Int? = row["firstPage"]
    let printed = symbol.map { symbol in number.map { "\($0)/\(symbol)" } ?? symbol }
    self.init(
      id: row["id"], firstPage: first ?? 1, lastPage: row["lastPage"] ?? first ?? 1, title: printed ?? row["type"])
  }
}
