internal import DocumentModel
internal import GRDB

/// The full-text index. It keeps no text of its own, so what is taken out has to be what was put in: both go through
/// the same functions here.
enum SearchIndex: String, CaseIterable {
  case document = "documentSearch"
  case task = "taskSearch"
  case page = "pageSearch"

  func add(_ text: String, id: Int64, in db: Database) throws {
    try add(SearchWords(text).columns, id: id, in: db)
  }

  func add(_ words: SearchWords.Columns, id: Int64, in db: Database) throws {
    try db.run(
      "INSERT INTO \(rawValue)(rowid, exact, plain) VALUES (?, ?, ?)", [id, words.exact, words.plain])
  }

  func remove(_ text: String, id: Int64, in db: Database) throws {
    let words = SearchWords(text).columns
    try db.run(
      "INSERT INTO \(rawValue)(\(rawValue), rowid, exact, plain) VALUES ('delete', ?, ?, ?)",
      [id, words.exact, words.plain])
  }

  /// What can be found of a document: its head, its headings, its targets and duties.
  static func text(of record: DocumentRecord) -> String {
    let head = record.document
    let signers = head.signers.isEmpty ? [head.signer] : head.signers
    let parts = [head.type, head.printedSymbol, head.issuer, head.place, head.subject, head.addressee]
    let names = signers.flatMap { [$0.title, $0.name] }
    let body =
      record.sections.map(\.title) + record.targets.map(\.text)
      + record.assignments.flatMap { [$0.body] + $0.duties }
    return ((parts + names).compactMap { $0 } + body).joined(separator: "\n")
  }

  /// What can be found of a task.
  static func text(of task: TaskParts) -> String {
    ([task.title, task.content, task.product ?? "", task.deadline ?? ""] + task.bodies).joined(separator: "\n")
  }

  /// The parts of a task that are searched.
  struct TaskParts {
    var title: String
    var content: String
    var product: String?
    var deadline: String?
    /// As printed, leads first.
    var bodies: [String]
  }
}

extension SearchIndex.TaskParts {
  init(_ task: TaskRecord) {
    self.init(
      title: task.title, content: task.content, product: task.product, deadline: task.deadline.text,
      bodies: task.lead + task.cooperating)
  }
}
