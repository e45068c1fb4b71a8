public import DocumentModel
internal import GRDB
internal import Vietnamese

extension Archive {
  /// The tree of documents that carry out a plan.
  ///
  /// - Throws: a `Failure` where the text is no symbol, where nothing in the archive has or cites it, and where the
  ///   archive cannot be read.
  public func lineage(of symbol: String, depth: Int = 6) throws(Failure) -> LineageNode {
    guard let key = DocumentKey.key(of: symbol) else { throw Failure(.badArguments, .noSymbol(symbol)) }
    return try reading { db in
      let tree = LineageTree(db: db)
      guard let root = try tree.root(key, named: symbol, depth: depth) else {
        throw Failure(.badInput, .unknownSymbol(symbol))
      }
      return root
    }
  }
}

/// Follows citations downwards.
struct LineageTree {
  let db: Database

  /// Words in common from which two tasks are taken for one piece of work handed down.
  static let leastSimilarity = 0.5

  func root(_ key: String, named symbol: String, depth: Int) throws -> LineageNode? {
    let documents = try Int64.fetchAll(
      db, sql: "SELECT id FROM document WHERE key = ? ORDER BY date DESC, id", arguments: [key])
    let own = documents.first
    var seen = Set(documents)
    let children = try self.children(of: key, above: own, depth: depth, seen: &seen)
    guard own != nil || !children.isEmpty else { return nil }
    let summary = try own.flatMap(summary)
    return LineageNode(
      symbol: summary?.symbol ?? symbol, document: summary, evidence: nil, answers: [], children: children)
  }

  private func children(
    of key: String, above: Int64?, depth: Int, seen: inout Set<Int64>
  ) throws -> [LineageNode] {
    guard depth > 0 else { return [] }
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT citation.*, document.key AS ownKey, document.subject AS ownSubject FROM citation
        JOIN document ON document.id = citation.documentId
        WHERE citation.key = ? ORDER BY document.date, document.id
        """, arguments: [key])
    // All of one level first, so that a document stands as high as it can.
    let fresh = rows.filter { seen.insert($0["documentId"]).inserted }
    let tasks = try above.map(tasks) ?? []
    return try fresh.compactMap { row in
      let id: Int64 = row["documentId"]
      guard let summary = try summary(id) else { return nil }
      let ownKey: String = row["ownKey"]
      let below = ownKey.isEmpty ? [] : try children(of: ownKey, above: id, depth: depth - 1, seen: &seen)
      return LineageNode(
        symbol: summary.symbol ?? "…", document: summary, evidence: evidence(row),
        answers: tasks.isEmpty ? [] : try TaskMatcher(above: tasks).answers(of: self.tasks(id)), children: below)
    }
  }

  private func evidence(_ row: Row) -> LineageEvidence {
    let (number, symbol): (String, String) = (row["number"], row["symbol"])
    let subject: String = row["ownSubject"] ?? ""
    let cited = DocumentSymbol.printed(number: number, symbol: symbol) ?? symbol
    // The subject itself names what it carries out.
    let parts = symbol.split(separator: "-").map { looseKey(String($0)) }
    let key = looseKey(subject)
    let isInSubject = key.contains("thuc hien") && key.contains(number) && parts.allSatisfy(key.contains)
    return LineageEvidence(
      kind: isInSubject ? .subject : .citation, text: isInSubject ? subject : cited, page: row["page"],
      line: row["line"])
  }

  private func summary(_ id: Int64) throws -> DocumentSummary? {
    try DocumentSummary.first(where: "id = ?", [id], in: db)
  }

  private func tasks(_ document: Int64) throws -> [TaskMatcher.Task] {
    try Row.fetchAll(
      db, sql: "SELECT id, number, title, content FROM task WHERE documentId = ? AND withdrawn = 0 ORDER BY ordinal",
      arguments: [document]
    ).map { TaskMatcher.Task(id: $0[0], number: $0[1], title: $0[2], content: $0[3]) }
  }
}

/// Finds for every task the one above that says the most of the same.
struct TaskMatcher {
  struct Task {
    var id: Int64
    var number: String
    var content: String
    var words: Set<String>

    init(id: Int64, number: String, title: String, content: String) {
      self.id = id
      self.number = number
      self.content = content.isEmpty ? title : content
      words = Set(SearchWords(title + " " + content).words.map(\.plain))
    }
  }

  let above: [Task]

  func answers(of tasks: [Task]) -> [TaskAnswer] {
    tasks.compactMap { task in
      let best = above.map { (task: $0, similarity: Self.similarity($0.words, task.words)) }
        .max { $0.similarity < $1.similarity }
      guard let best, best.similarity >= LineageTree.leastSimilarity else { return nil }
      return TaskAnswer(
        task: task.id, number: task.number, content: task.content, above: best.task.id, aboveNumber: best.task.number,
        aboveContent: best.task.content, similarity: best.similarity)
    }
  }

  /// Words in common, of all words of both.
  static func similarity(_ first: Set<String>, _ second: Set<String>) -> Double {
    let common = first.intersection(second).count, all = first.count + second.count - common
    return all == 0 ? 0 : Double(common) / Double(all)
  }
}

extension Message {
  static func noSymbol(_ text: String) -> Message {
    Message(
      "no-symbol", vi: "“\(text)” không phải số ký hiệu văn bản. Ví dụ: 02-KH/BCĐTW, 05/KH-UBND",
      en: "“\(text)” is no document symbol. For example: 02-KH/BCĐTW, 05/KH-UBND")
  }

  static func unknownSymbol(_ text: String) -> Message {
    Message(
      "unknown-symbol", vi: "Kho không có văn bản “\(text)”, cũng không có văn bản nào dẫn chiếu tới nó.",
      en: "The archive has no document “\(text)”, and none that cites it.")
  }
}
