/// One document of an input: what an archive catalogues and an analyst works with.
public struct DocumentRecord: Hashable, Codable, Sendable {
  /// First and last page, 1-based, in the file.
  public var pages: [Int]
  /// Index, among the documents of its input, of the one that names it as enclosed; nil where none does. Its evidence is
  /// with that of the head, under `enclosureOf`.
  public var enclosureOf: Int?
  public var document: DocumentHeader
  /// What the paper says where it is a list of papers, a cover or a closing sheet; nil for any other.
  public var aid: Aid?
  public var references: [Reference]
  public var sections: [SectionEntry]
  public var targets: [Target]
  public var tasks: [TaskRecord]
  public var assignments: [Assignment]
  /// Every table in print order; empty in a record from before 0.2.
  public var tables: [TableRecord]
  /// Who is named in tasks and assignments, each body once however it is spelled.
  public var bodies: [BodyIdentity]
  /// What is odd about the document. A person decides about it; nothing is resolved silently.
  public var findings: [Finding]

  public init(
    pages: [Int], document: DocumentHeader = DocumentHeader(), references: [Reference] = [],
    sections: [SectionEntry] = [], targets: [Target] = [], tasks: [TaskRecord] = [], assignments: [Assignment] = [],
    tables: [TableRecord] = [], bodies: [BodyIdentity] = [], findings: [Finding] = []
  ) {
    self.pages = pages
    self.document = document
    self.references = references
    self.sections = sections
    self.targets = targets
    self.tasks = tasks
    self.assignments = assignments
    self.tables = tables
    self.bodies = bodies
    self.findings = findings
  }

  /// Reads records of earlier versions, too: those without `tables` have none.
  ///
  /// - Throws: `DecodingError` where another key is missing or holds a value of another type.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    pages = try values.decode([Int].self, forKey: .pages)
    enclosureOf = try values.decodeIfPresent(Int.self, forKey: .enclosureOf)
    document = try values.decode(DocumentHeader.self, forKey: .document)
    aid = try Aid(from: values)
    references = try values.decode([Reference].self, forKey: .references)
    sections = try values.decode([SectionEntry].self, forKey: .sections)
    targets = try values.decode([Target].self, forKey: .targets)
    tasks = try values.decode([TaskRecord].self, forKey: .tasks)
    assignments = try values.decode([Assignment].self, forKey: .assignments)
    tables = try values.decodeIfPresent([TableRecord].self, forKey: .tables) ?? []
    bodies = try values.decode([BodyIdentity].self, forKey: .bodies)
    findings = try values.decode([Finding].self, forKey: .findings)
  }

  /// - Throws: `EncodingError` where a value cannot be written.
  public func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(pages, forKey: .pages)
    try values.encodeIfPresent(enclosureOf, forKey: .enclosureOf)
    try values.encode(aid?.kind.rawValue ?? Self.paper, forKey: .kind)
    try values.encodeIfPresent(aid, forKey: aid?.isList ?? false ? .list : .cover)
    try values.encode(document, forKey: .document)
    try values.encode(references, forKey: .references)
    try values.encode(sections, forKey: .sections)
    try values.encode(targets, forKey: .targets)
    try values.encode(tasks, forKey: .tasks)
    try values.encode(assignments, forKey: .assignments)
    try values.encode(tables, forKey: .tables)
    try values.encode(bodies, forKey: .bodies)
    try values.encode(findings, forKey: .findings)
  }

  /// What kind of document one is that is no list, cover or closing sheet.
  private static let paper = "document"

  /// `kind` says what the document is; what a list or a cover says stands under `list` or `cover`.
  enum CodingKeys: String, CodingKey {
    case pages, enclosureOf, kind, list, cover, document, references, sections, targets, tasks, assignments, tables
    case bodies, findings
  }
}

extension Aid {
  var isList: Bool { kind == .documentList || kind == .dossierList }

  /// Nil in a record of any other paper, and of one from before there were kinds.
  fileprivate init?(from values: KeyedDecodingContainer<DocumentRecord.CodingKeys>) throws {
    guard let kind = try values.decodeIfPresent(String.self, forKey: .kind).flatMap(Kind.init) else { return nil }
    let key: DocumentRecord.CodingKeys = values.contains(.list) ? .list : .cover
    self = try values.decode(Aid.self, forKey: key)
    self.kind = kind
  }
}
