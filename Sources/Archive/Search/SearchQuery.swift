public import DocumentModel

/// What is looked for, and where.
public struct SearchQuery: Sendable {
  public enum Kind: String, Codable, Sendable, CaseIterable { case document, task, page }

  /// As typed: `đường` finds only đường, `duong` finds đường and dương.
  public var words: String
  public var kinds: [Kind]
  public var filter: DocumentFilter
  /// Hits of each kind.
  public var limit: Int
  public var offset: Int

  public init(
    words: String, kinds: [Kind] = Kind.allCases, filter: DocumentFilter = DocumentFilter(), limit: Int = 10,
    offset: Int = 0
  ) {
    self.words = words
    self.kinds = kinds
    self.filter = filter
    self.limit = limit
    self.offset = offset
  }
}

/// Which documents are meant. Names are compared without marks and case, and a part of a name is enough.
public struct DocumentFilter: Hashable, Sendable {
  /// The code in the symbol: KH, TTr, …
  public var type: String?
  public var issuer: String?
  /// Named in a task of the document.
  public var body: String?
  public var place: String?
  public var from: CalendarDate?
  public var to: CalendarDate?
  /// Of this year by its own day, as far as that is known, or by the inventory.
  public var year: Int?
  /// The code of the dossier that lists it; the number of that dossier's box.
  public var dossier, box: String?

  public init(
    type: String? = nil, issuer: String? = nil, body: String? = nil, place: String? = nil,
    from: CalendarDate? = nil, to: CalendarDate? = nil, year: Int? = nil, dossier: String? = nil, box: String? = nil
  ) {
    self.year = year
    self.dossier = dossier
    self.box = box
    self.type = type
    self.issuer = issuer
    self.body = body
    self.place = place
    self.from = from
    self.to = to
  }
}

/// A document, a task or a page that holds what was asked for.
public struct SearchHit: Hashable, Codable, Sendable {
  public var kind: SearchQuery.Kind
  public var document: DocumentSummary?
  /// Id of a task; nil for a hit that is no task.
  public var taskID: Int64?
  /// The task's number, as printed.
  public var number: String?
  /// 1-based, in the file.
  public var page: Int?
  /// The file that was processed.
  public var path: String
  public var snippet: Snippet
}

/// A document as a list shows it.
public struct DocumentSummary: Hashable, Codable, Sendable {
  public var id: Int64
  /// `05/KH-UBND`; nil where nothing of it is known.
  public var symbol: String?
  public var type: String?
  public var issuer: String?
  public var date: CalendarDate?
  /// As far as it is known: `2012-06-04`, `2012-06`, `2012`.
  public var knownDate: String?
  public var subject: String?
}

/// What a search found.
public struct SearchResults: Hashable, Codable, Sendable {
  public struct Count: Hashable, Codable, Sendable {
    public var kind: SearchQuery.Kind
    public var count: Int
    /// Counting stops at some number; then there are more.
    public var isExact: Bool
  }

  public var counts: [Count]
  /// Documents, then tasks, then pages.
  public var hits: [SearchHit]
}
