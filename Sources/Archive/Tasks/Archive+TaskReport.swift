public import DocumentModel
internal import GRDB

/// How the tasks stand at the end of a week or a month.
public struct TaskReport: Hashable, Codable, Sendable {
  public var from: CalendarDate
  public var to: CalendarDate
  public var open: Int
  public var done: Int
  /// Due within the period.
  public var due: [TaskEntry]
  /// Said to be done within the period.
  public var finished: [TaskEntry]
  /// Open and late at its end; the number is of all, the entries are the longest overdue.
  public var overdueCount: Int
  public var overdue: [TaskEntry]
  /// Due within as many days after it.
  public var next: [TaskEntry]
  public var byLead: [TaskGroup]
  /// Due by month, for a timeline.
  public var byMonth: [TaskGroup]
}

extension Archive {
  /// The report of a period. `limit`: entries of each list.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func taskReport(
    from: CalendarDate, to: CalendarDate, filter query: TaskQuery, limit: Int = 200
  ) throws(Failure) -> TaskReport {
    func day(after day: CalendarDate, by days: Int) -> CalendarDate {
      CalendarDate(dayNumber: day.dayNumber + days) ?? day
    }
    let after = day(after: to, by: 1), length = after.dayNumber - from.dayNumber
    func list(_ change: (inout TaskQuery) -> Void) throws(Failure) -> TaskList {
      var asked = query
      asked.today = after
      asked.limit = limit
      change(&asked)
      return try tasks(asked)
    }
    var all = query
    all.today = after
    let months = try taskGroups(all, by: .month), leads = try taskGroups(all, by: .lead)
    let overdue = try list { $0.isOverdue = true }
    let finished = try finishedTasks(from: from, to: to)
    return TaskReport(
      from: from, to: to, open: months.reduce(0) { $0 + $1.open }, done: months.reduce(0) { $0 + $1.done },
      due: try list { ($0.dueFrom, $0.dueBefore) = (from, after) }.entries,
      finished: try list { $0.statuses = [.done] }.entries.filter { finished.contains($0.id) },
      overdueCount: overdue.count, overdue: overdue.entries,
      next: try list {
        ($0.dueFrom, $0.dueBefore) = (after, day(after: after, by: length))
        $0.statuses = [.open, .doing]
      }.entries, byLead: leads, byMonth: months)
  }

  private func finishedTasks(from: CalendarDate, to: CalendarDate) throws(Failure) -> Set<Int64> {
    try reading { db in
      Set(
        try Int64.fetchAll(
          db,
          sql: """
            SELECT entityId FROM history WHERE entity = 'task' AND field = 'status' AND after = 'done'
              AND at > ? AND at <= ?
            """, arguments: [VietnamDay.end(of: from) - 86400, VietnamDay.end(of: to)]))
    }
  }
}
