public import DocumentModel
internal import GRDB

/// What differs between two documents, such as a draft and the plan that was issued.
public struct DocumentComparison: Hashable, Codable, Sendable {
  /// A value of the head or of a task in both documents; nil where a document has none.
  public struct Change: Hashable, Codable, Sendable {
    /// `subject`, `content`, `lead`, `cooperating`, `due`, `deadline`, `product`.
    public var field: String
    public var before: String?
    public var after: String?
  }

  /// A task that both have, by its wording.
  public struct TaskChange: Hashable, Codable, Sendable {
    public var before: TaskEntry
    public var after: TaskEntry
    public var changes: [Change]
  }

  public var before: DocumentSummary
  public var after: DocumentSummary
  public var head: [Change]
  /// Tasks that say something else than before, in the order of the later document.
  public var changed: [TaskChange]
  public var added: [TaskEntry]
  public var removed: [TaskEntry]
  /// Tasks that say the same in both.
  public var unchanged: Int
}

extension Archive {
  /// Compares two documents of the archive by their ids.
  ///
  /// - Throws: a `Failure` where one of them is not there, and where the archive cannot be read.
  public func comparison(of before: Int64, with after: Int64, today: CalendarDate) throws(Failure) -> DocumentComparison
  {
    let documents = try [before, after].map { id throws(Failure) in
      guard let found = try document(id) else { throw Failure(.badInput, .noSuchDocument(id)) }
      return found
    }
    let tasks = try [before, after].map { id throws(Failure) in
      try self.tasks(TaskQuery(today: today, document: id, order: .number)).entries
    }
    return DocumentComparison(documents[0], documents[1], tasks[0], tasks[1])
  }

  private func document(_ id: Int64) throws(Failure) -> DocumentSummary? {
    try reading { db in try DocumentSummary.first(where: "id = ?", [id], in: db) }
  }
}

extension DocumentComparison {
  fileprivate init(
    _ before: DocumentSummary, _ after: DocumentSummary, _ first: [TaskEntry], _ second: [TaskEntry]
  ) {
    let pairs = Self.pairs(first, second)
    let changed = pairs.map { TaskChange(before: $0.0, after: $0.1, changes: Self.changes($0.0, $0.1)) }
    let kept = (Set(pairs.map(\.0.id)), Set(pairs.map(\.1.id)))
    self.init(
      before: before, after: after,
      head: Self.changes([
        ("type", before.type, after.type), ("symbol", before.symbol, after.symbol),
        ("issuer", before.issuer, after.issuer), ("date", before.knownDate, after.knownDate),
        ("subject", before.subject, after.subject),
      ]),
      changed: changed.filter { !$0.changes.isEmpty }, added: second.filter { !kept.1.contains($0.id) },
      removed: first.filter { !kept.0.contains($0.id) }, unchanged: changed.count { $0.changes.isEmpty })
  }

  /// Tasks that say the most of the same, the most alike first, each once.
  private static func pairs(_ first: [TaskEntry], _ second: [TaskEntry]) -> [(TaskEntry, TaskEntry)] {
    func words(_ task: TaskEntry) -> Set<String> {
      TaskMatcher.Task(id: task.id, number: task.number, title: task.title, content: task.content).words
    }
    let (before, after) = (first.map(words), second.map(words))
    var likely: [(likeness: Double, first: Int, second: Int)] = []
    for row in first.indices {
      for column in second.indices {
        let likeness = TaskMatcher.similarity(before[row], after[column])
        if likeness >= LineageTree.leastSimilarity { likely.append((likeness, row, column)) }
      }
    }
    likely.sort { ($1.likeness, $0.first, $0.second) < ($0.likeness, $1.first, $1.second) }
    var taken: (Set<Int>, Set<Int>) = ([], [])
    let pairs = likely.filter { pair in
      guard !taken.0.contains(pair.first), !taken.1.contains(pair.second) else { return false }
      taken.0.insert(pair.first)
      taken.1.insert(pair.second)
      return true
    }
    return pairs.sorted { $0.second < $1.second }.map { (first[$0.first], second[$0.second]) }
  }

  private static func changes(_ before: TaskEntry, _ after: TaskEntry) -> [Change] {
    func joined(_ names: [String]) -> String? { names.isEmpty ? nil : names.joined(separator: "; ") }
    return changes([
      ("content", before.title + before.content, after.title + after.content),
      ("lead", joined(before.lead), joined(after.lead)),
      ("cooperating", joined(before.cooperating), joined(after.cooperating)),
      ("due", before.due?.description, after.due?.description), ("deadline", before.deadline, after.deadline),
      ("product", before.product, after.product),
    ])
  }

  private static func changes(_ values: [(field: String, before: String?, after: String?)]) -> [Change] {
    values.filter { $0.before != $0.after }.map { Change(field: $0.field, before: $0.before, after: $0.after) }
  }
}

extension Message {
  fileprivate static func noSuchDocument(_ id: Int64) -> Message {
    Message(
      "no-such-document-id", vi: "Kho không có văn bản mã \(id). Tìm mã: sohoa search … --in document",
      en: "The archive has no document with the ID \(id). To find one: sohoa search … --in document")
  }
}
