public import DocumentModel
internal import GRDB
internal import Vietnamese

extension Archive {
  /// Tasks across documents, those with the nearest day first, those without a day last.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func tasks(_ query: TaskQuery) throws(Failure) -> TaskList {
    try reading { db in
      let filter = TaskSQL.filter(query)
      let days = TaskSQL.days(query)
      let count = try Int.fetchOne(
        db, sql: days?.sql ?? "SELECT COUNT(*) FROM \(TaskSQL.source(query))\(filter.clause)",
        arguments: days?.arguments ?? filter.arguments)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT task.*, \(TaskSQL.documentColumns), input.path AS file
          FROM task JOIN document ON document.id = task.documentId
          JOIN input ON input.sha256 = document.inputSha256
          WHERE task.id IN (
            SELECT task.id FROM \(TaskSQL.source(query))\(filter.clause)
            ORDER BY \(TaskSQL.order(query)) LIMIT \(query.limit ?? -1) OFFSET \(query.offset))
          ORDER BY \(TaskSQL.order(query))
          """, arguments: filter.arguments)
      let entries = try rows.map { try TaskEntry($0, today: query.today, in: db) }
      return TaskList(count: count ?? 0, entries: entries)
    }
  }

  /// How many tasks each lead, month or document has: the greatest first, months in order.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func taskGroups(_ query: TaskQuery, by grouping: TaskGrouping) throws(Failure) -> [TaskGroup] {
    try reading { db in
      let filter = TaskSQL.filter(query)
      let rows = try Row.fetchAll(
        db,
        sql: """
          SELECT \(TaskSQL.name(of: grouping)) AS name, SUM(tasks) AS count, SUM(open) AS open, SUM(done) AS done,
            SUM(overdue) AS overdue
          FROM (
            SELECT \(TaskSQL.key(of: grouping)) AS key, COUNT(*) AS tasks,
              SUM(task.status IN ('open', 'doing')) AS open, SUM(task.status = 'done') AS done,
              SUM(task.status IN ('open', 'doing') AND COALESCE(task.due, '9999') < ?) AS overdue
            FROM \(TaskSQL.source(query)) \(TaskSQL.join(of: grouping))\(filter.clause) GROUP BY key)
          GROUP BY name ORDER BY \(grouping == .month ? "name = '', name" : "count DESC, name")
          """, arguments: [query.today.description] + filter.arguments)
      return rows.map {
        TaskGroup(name: $0["name"], count: $0["count"], open: $0["open"], done: $0["done"], overdue: $0["overdue"])
      }
    }
  }

  /// Changes of a task, the oldest first.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func history(ofTask id: Int64) throws(Failure) -> [HistoryEntry] {
    try reading { db in
      try Row.fetchAll(
        db, sql: "SELECT * FROM history WHERE entity = 'task' AND entityId = ? ORDER BY id", arguments: [id]
      ).map(HistoryEntry.init)
    }
  }
}

/// What the queries over tasks have in common.
enum TaskSQL {
  static let documentColumns = """
    document.id AS documentId, document.number AS documentNumber, document.type, document.symbol, document.issuer,
    document.date, document.subject
    """

  /// A join only where the document is asked about: counting alone should read one index.
  static func source(_ query: TaskQuery) -> String {
    query.filter == DocumentFilter() ? "task" : "task JOIN document ON document.id = task.documentId"
  }

  /// The count of tasks where nothing is asked of them but whether they are overdue, from the days' own; nil for other
  /// questions.
  static func days(_ query: TaskQuery) -> (sql: String, arguments: StatementArguments)? {
    guard query.isOverdue, query.filter == DocumentFilter(), query.lead == nil, query.body == nil,
      query.document == nil, query.dueBefore == nil, query.dueFrom == nil,
      query.statuses.isSuperset(of: [.open, .doing]), query.lacking.isEmpty, !query.isPeriodic
    else { return nil }
    return (
      "SELECT COALESCE(SUM(tasks), 0) FROM taskDay WHERE isOpen AND day <> '' AND day < ?", [query.today.description]
    )
  }

  static func order(_ query: TaskQuery) -> String {
    let way = query.isDescending ? " DESC" : ""
    if let key = key(of: query.order) { return "\(key)\(way), task.id" }
    if query.isDescending { return "task.due DESC, task.id" }
    // All that are overdue have a day, so the index gives them in order.
    return query.isOverdue || query.dueBefore != nil ? "task.due, task.id" : "task.due IS NULL, task.due, task.id"
  }

  /// Nil for the day, which has an index of its own.
  private static func key(of order: TaskOrder) -> String? {
    switch order {
    case .due: nil
    case .document: "(SELECT COALESCE(symbol, '') || COALESCE(number, '') FROM document WHERE id = task.documentId)"
    case .number: "task.path"
    case .content: "task.content"
    case .lead:
      "(SELECT COALESCE(MIN(printed), '') FROM taskBody WHERE taskId = task.id AND role = 'lead' AND ordinal = 0)"
    case .status: "task.status"
    }
  }

  static func filter(_ query: TaskQuery) -> FilterSQL {
    var filter = FilterSQL()
    filter.add("task.withdrawn = 0")
    filter.add(query.filter)
    if query.isOverdue {
      filter.add("task.status IN ('open', 'doing') AND task.due < ?", [query.today.description])
    }
    if query.statuses == [.open, .doing] {
      // In these words the partial index is found.
      filter.add("task.status IN ('open', 'doing')")
    } else if query.statuses.count < TaskStatus.allCases.count {
      filter.add("task.status IN (\(query.statuses.map { "'\($0.rawValue)'" }.sorted().joined(separator: ", ")))")
    }
    if let day = query.dueBefore { filter.add("task.due < ?", [day.description]) }
    if let day = query.dueFrom { filter.add("task.due >= ?", [day.description]) }
    if query.lacking.contains(.lead) {
      filter.add("NOT EXISTS (SELECT 1 FROM taskBody WHERE taskId = task.id AND role = 'lead')")
    }
    // What is done, or comes again, needs no day.
    if query.lacking.contains(.due) { filter.add("task.due IS NULL AND task.modes IN ('', 'conditional')") }
    if query.isPeriodic { filter.add("INSTR(task.modes, 'periodic') > 0") }
    if let document = query.document { filter.add("task.documentId = ?", [document]) }
    if let lead = query.lead { filter.add(named("AND role = 'lead'"), [looseKey(nfc(lead))]) }
    if let body = query.body { filter.add(named(""), [looseKey(nfc(body))]) }
    return filter
  }

  private static func named(_ role: String) -> String {
    """
    task.id IN (SELECT taskId FROM taskBody
      WHERE bodyId IN (SELECT id FROM body WHERE INSTR(plain, ?) > 0) \(role))
    """
  }

  /// What rows are put together by: short keys first, and their names once for each.
  static func key(of grouping: TaskGrouping) -> String {
    switch grouping {
    case .lead: "leading.bodyId"
    case .month: "COALESCE(SUBSTR(task.due, 1, 7), '')"
    case .document: "task.documentId"
    case .status: "task.status"
    }
  }

  static func join(of grouping: TaskGrouping) -> String {
    grouping == .lead ? "LEFT JOIN taskBody AS leading ON leading.taskId = task.id AND leading.role = 'lead'" : ""
  }

  static func name(of grouping: TaskGrouping) -> String {
    switch grouping {
    case .lead: "COALESCE((SELECT canonical FROM body WHERE id = key), '')"
    case .month, .status: "key"
    case .document:
      "(SELECT COALESCE(number, '…') || '/' || COALESCE(symbol, '…') FROM document WHERE id = key)"
    }
  }
}

extension TaskEntry {
  init(_ row: Row, today: CalendarDate, in db: Database) throws {
    let id: Int64 = row["id"]
    let bodies = try Row.fetchAll(
      db.cachedStatement(sql: "SELECT role, printed FROM taskBody WHERE taskId = ? ORDER BY role, ordinal"),
      arguments: [id])
    func names(_ role: String) -> [String] { bodies.filter { $0["role"] == role }.map { $0["printed"] } }
    let due = (row["due"] as String?).flatMap(CalendarDate.init(iso:))
    let status = TaskStatus(rawValue: row["status"]) ?? .open
    let modes: String = row["modes"], deadline: String? = row["deadline"]
    let isPeriodic = modes.contains(Deadline.Mode.periodic.rawValue)
    self.init(
      id: id, document: DocumentSummary(row), file: row["file"], number: row["number"], path: row["path"],
      section: row["section"], title: row["title"], content: row["content"], lead: names("lead"),
      cooperating: names("cooperating"), deadline: deadline, due: due,
      modes: modes.split(separator: " ").compactMap { Deadline.Mode(rawValue: String($0)) },
      next: isPeriodic ? Recurrence(deadline ?? "")?.next(from: today) : nil, product: row["product"],
      page: row["page"], line: row["line"], confidence: row["confidence"], status: status, note: row["note"],
      changedBy: row["changedBy"], changedAt: row["changedAt"],
      isOverdue: status.isOpen && due.map { $0 < today } ?? false)
  }
}

extension HistoryEntry {
  init(_ row: Row) {
    self.init(
      at: row["at"], who: row["who"], entity: row["entity"], entityID: row["entityId"], field: row["field"],
      before: row["before"], after: row["after"], note: row["note"])
  }
}
