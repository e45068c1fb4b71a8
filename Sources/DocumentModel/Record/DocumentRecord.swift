/// One document of an input: what an archive catalogues and an analyst works with.
public struct DocumentRecord: Hashable, Codable, Sendable {
  /// First and last page, 1-based, in the file.
  public var pages: [Int]
  public var document: DocumentHeader
  public var references: [Reference]
  public var sections: [SectionEntry]
  public var targets: [Target]
  public var tasks: [TaskRecord]
  public var assignments: [Assignment]
  /// Who is named in tasks and assignments, each body once however it is spelled.
  public var bodies: [BodyIdentity]
  /// What is odd about the document, for a person to see; never silently resolved.
  public var findings: [Finding]

  public init(
    pages: [Int], document: DocumentHeader = DocumentHeader(), references: [Reference] = [],
    sections: [SectionEntry] = [], targets: [Target] = [], tasks: [TaskRecord] = [], assignments: [Assignment] = [],
    bodies: [BodyIdentity] = [], findings: [Finding] = []
  ) {
    self.pages = pages
    self.document = document
    self.references = references
    self.sections = sections
    self.targets = targets
    self.tasks = tasks
    self.assignments = assignments
    self.bodies = bodies
    self.findings = findings
  }
}
