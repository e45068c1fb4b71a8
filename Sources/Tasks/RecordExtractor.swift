public import DocumentModel
public import Grammar
internal import Vietnamese

/// Makes the record of one document from its tree.
public struct RecordExtractor: Sendable {
  private let tasks: TaskFinder
  private let duties: DutyFinder
  private let targets: TargetFinder
  private let references: ReferenceCollector
  private let checks: SelfChecks
  private let tables: TableLister
  private let bodies: BodyDirectory
  private let splitter: BodySplitter

  public init(_ phrases: Phrases) {
    tasks = TaskFinder(phrases)
    duties = DutyFinder(phrases)
    targets = TargetFinder(phrases)
    references = ReferenceCollector(phrases)
    checks = SelfChecks(phrases)
    tables = TableLister(phrases)
    bodies = BodyDirectory(phrases)
    splitter = BodySplitter(phrases)
  }

  public func record(of tree: DocumentTree) -> DocumentRecord {
    let cited = references.references(of: tree)
    let found = tasks.tasks(of: tree)
    var record = DocumentRecord(
      pages: [tree.firstPage, tree.lastPage], document: tree.header, references: cited.references,
      sections: SectionLister.sections(of: tree.root), targets: targets.targets(of: tree), tasks: found.map(\.record),
      assignments: duties.assignments(of: tree), tables: tables.tables(of: tree.root), findings: tree.findings)
    record.enclosureOf = tree.enclosureOf
    record.aid = tree.aid
    record.bodies = bodies.identities(in: record, splitter: splitter)
    record.findings += cited.findings + checks.findings(of: record, deadlines: found.map(\.deadline), tree)
    record.findings += YearRepair().repair(&record, found.map(\.deadline))
    return record
  }
}
