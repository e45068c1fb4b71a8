public import DocumentModel

/// Which tasks are meant. Names are compared without marks and case, and a part of a name is enough.
public struct TaskQuery: Sendable {
  public var lead: String?
  /// Leads or cooperates.
  public var body: String?
  /// What holds for the document: type, issuer, place, day of issue.
  public var filter: DocumentFilter
  public var document: Int64?
  /// Due before this day.
  public var dueBefore: CalendarDate?
  /// Due on this day or later.
  public var dueFrom: CalendarDate?
  /// Open tasks whose day is before `today`.
  public var isOverdue: Bool
  public var statuses: Set<TaskStatus>
  /// Tasks that lack one of these.
  public var lacking: Set<Lack> = []
  /// Only what comes again and again.
  public var isPeriodic = false
  /// The day that “overdue” is counted from.
  public var today: CalendarDate
  public var order: TaskOrder
  public var isDescending: Bool
  /// Nil for all.
  public var limit: Int?
  public var offset: Int

  public init(
    today: CalendarDate, lead: String? = nil, body: String? = nil, filter: DocumentFilter = DocumentFilter(),
    document: Int64? = nil, dueBefore: CalendarDate? = nil, dueFrom: CalendarDate? = nil, isOverdue: Bool = false,
    statuses: Set<TaskStatus> = Set(TaskStatus.allCases), order: TaskOrder = .due, isDescending: Bool = false,
    limit: Int? = nil, offset: Int = 0
  ) {
    self.today = today
    self.lead = lead
    self.body = body
    self.filter = filter
    self.document = document
    self.dueBefore = dueBefore
    self.dueFrom = dueFrom
    self.isOverdue = isOverdue
    self.statuses = statuses
    self.order = order
    self.isDescending = isDescending
    self.limit = limit
    self.offset = offset
  }
}

/// What a task may not say.
public enum Lack: String, Codable, Sendable, CaseIterable { case lead, due }

/// What a list of tasks is ordered by.
public enum TaskOrder: String, Codable, Sendable, CaseIterable { case due, document, number, content, lead, status }

/// A task as the follow-up table shows it.
public struct TaskEntry: Hashable, Codable, Sendable {
  public var id: Int64
  public var document: DocumentSummary?
  /// The file that was processed.
  public var file: String
  public var number: String
  public var path: String
  public var section: String?
  public var title: String
  public var content: String
  public var lead: [String]
  public var cooperating: [String]
  public var deadline: String?
  public var due: CalendarDate?
  public var modes: [Deadline.Mode]
  /// When a periodic task is due next, from the query's day on; nil for others, and where its words name no period.
  public var next: CalendarDate?
  public var product: String?
  /// 1-based, in the file.
  public var page: Int
  public var line: Int?
  public var confidence: Double?
  public var status: TaskStatus
  public var note: String?
  public var changedBy: String?
  /// Seconds since 1970.
  public var changedAt: Int?
  /// Still open, and its day is past.
  public var isOverdue: Bool
}

/// A page of tasks, and how many there are in all.
public struct TaskList: Hashable, Codable, Sendable {
  public var count: Int
  public var entries: [TaskEntry]
}

/// What tasks are put together by.
public enum TaskGrouping: String, Codable, Sendable, CaseIterable { case lead, month, document, status }

/// Tasks that have a lead, a month or a document in common.
public struct TaskGroup: Hashable, Codable, Sendable {
  /// Empty for tasks without a lead or a day.
  public var name: String
  public var count: Int
  public var open: Int
  public var done: Int
  public var overdue: Int
}

/// A change that a person made.
public struct HistoryEntry: Hashable, Codable, Sendable {
  /// Seconds since 1970.
  public var at: Int
  public var who: String
  public var entity: String
  public var entityID: Int64
  public var field: String
  public var before: String?
  public var after: String?
  public var note: String?
}
