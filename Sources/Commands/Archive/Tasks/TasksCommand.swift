public import Archive
public import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation

/// `sohoa tasks`: the follow-up of tasks across documents.
struct TasksCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "tasks",
    abstract: say(vi: "Theo dõi nhiệm vụ của mọi văn bản.", en: "Follow up the tasks of all documents."),
    discussion: say(
      vi: """
        Ví dụ:
          sohoa tasks --overdue
          sohoa tasks --lead "Văn phòng" --due-before 31/12/2025 --open
          sohoa tasks --open --group-by lead
          sohoa tasks --records ket-qua/
          sohoa tasks update 12 15 --status done --note "Đã báo cáo"
          sohoa tasks calendar --open > lich.ics

        Mọi tùy chọn lọc: sohoa help tasks list
        """,
      en: """
        Examples:
          sohoa tasks --overdue
          sohoa tasks --lead "Văn phòng" --due-before 2025-12-31 --open
          sohoa tasks --open --group-by lead
          sohoa tasks --records results/
          sohoa tasks update 12 15 --status done --note "Reported"
          sohoa tasks calendar --open > tasks.ics

        All options that choose: sohoa help tasks list
        """),
    subcommands: [TasksListCommand.self, TasksUpdateCommand.self, TasksHistoryCommand.self, TasksCalendarCommand.self],
    defaultSubcommand: TasksListCommand.self)
}

/// Which tasks are meant.
struct TaskOptions: ParsableArguments {
  @Option(help: help(vi: "Cơ quan chủ trì (một phần tên).", en: "Leading body (part of the name).", value: .body))
  var lead: String?
  @Option(help: help(vi: "Hạn trước ngày.", en: "Due before this day.", value: .day))
  var dueBefore: DayArgument?
  @Option(help: help(vi: "Hạn từ ngày.", en: "Due on this day or later.", value: .day))
  var dueFrom: DayArgument?
  @Flag(help: help(vi: "Chỉ nhiệm vụ quá hạn.", en: "Overdue tasks only."))
  var overdue = false
  @Flag(help: help(vi: "Chỉ nhiệm vụ chưa xong.", en: "Open tasks only."))
  var open = false
  @Option(
    help: help(
      vi: "Trạng thái: open, doing, done, cancelled.", en: "Status: open, doing, done, cancelled.", value: .status))
  var status: TaskStatus?
  @Option(
    help: help(
      vi: "Chỉ nhiệm vụ còn thiếu: lead (chủ trì), due (hạn).", en: "Only tasks that lack: lead, due.", value: .place))
  var without: [Lack] = []
  @Flag(help: help(vi: "Chỉ nhiệm vụ định kỳ, kèm kỳ tới.", en: "Periodic tasks only, with their next day."))
  var periodic = false
  @Option(
    help: help(
      vi: "Ngày tính quá hạn (mặc định hôm nay).", en: "Day that overdue is counted from (today).", value: .day))
  var asOf: DayArgument?
  @OptionGroup var filter: FilterOptions

  func validate() throws {
    if let dueFrom, let dueBefore, dueBefore.date <= dueFrom.date {
      throw ValidationError(
        say(
          vi:
            "--due-before \(dueBefore.date.printed) không sau --due-from \(dueFrom.date.printed): không ngày nào ở giữa.",
          en: "--due-before \(dueBefore.date) is not after --due-from \(dueFrom.date): no day is between."))
    }
    if status != nil, open {
      throw ValidationError(
        say(vi: "Chỉ chọn một trong --open, --status.", en: "Choose one of --open and --status."))
    }
  }

  /// `--body` here means the body of the task itself.
  func query(limit: Int?) throws -> TaskQuery {
    var filter = filter.filter
    filter.body = nil
    let statuses: Set<TaskStatus> = status.map { [$0] } ?? (open ? [.open, .doing] : Set(TaskStatus.allCases))
    var query = TaskQuery(
      today: try asOf?.date ?? Now.day(), lead: lead, body: self.filter.body, filter: filter,
      dueBefore: dueBefore?.date, dueFrom: dueFrom?.date, isOverdue: overdue, statuses: statuses, limit: limit)
    query.lacking = Set(without)
    query.isPeriodic = periodic
    return query
  }
}

extension TaskStatus: ExpressibleByArgument {}
extension TaskGrouping: ExpressibleByArgument {}
extension Lack: ExpressibleByArgument {}

/// `sohoa tasks list`, what `sohoa tasks` does.
struct TasksListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: say(vi: "Bảng nhiệm vụ.", en: "The task table."),
    discussion: say(
      vi: """
        Chữ “list” bỏ được. Ví dụ:
          sohoa tasks list --overdue --lead "Văn phòng"
          sohoa tasks list --open --due-before 31/12/2025
        """,
      en: """
        The word “list” can be left out. Examples:
          sohoa tasks list --overdue --lead "Văn phòng"
          sohoa tasks list --open --due-before 2025-12-31
        """))

  @OptionGroup var which: TaskOptions
  @Option(help: help(vi: "Nhóm theo: lead, month, document.", en: "Group by: lead, month, document.", value: .grouping))
  var groupBy: TaskGrouping?
  @Option(help: help(vi: "Số dòng tối đa; 0 là tất cả.", en: "Most rows; 0 for all.", value: .number))
  var limit = 50
  @OptionGroup var records: RecordsOption
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let found = try records.with(options, find)
      try options.print(found) {
        switch found {
        case .list(let list): show(list)
        case .groups(let groups): show(groups)
        }
      }
    }
  }

  private enum Found: Encodable {
    case list(TaskList), groups([TaskGroup])

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .list(let list): try list.encode(to: encoder)
      case .groups(let groups): try groups.encode(to: encoder)
      }
    }
  }

  @inline(never)
  private func find(in archive: Archive) throws -> Found {
    let query = try which.query(limit: limit > 0 ? limit : nil)
    if let groupBy { return .groups(try archive.taskGroups(query, by: groupBy)) }
    return .list(try archive.tasks(query))
  }

  private func show(_ list: TaskList) {
    var table = TextTable([
      (options.text("Mã", "ID"), .right), (options.text("Văn bản", "Document"), .left),
      (options.text("Số", "No."), .left), (options.text("Nội dung", "Content"), .left),
      (options.text("Chủ trì", "Lead"), .left), (options.text("Hạn", "Due"), .left),
      (options.text("Trạng thái", "Status"), .left),
    ])
    for task in list.entries {
      table.add([
        String(task.id), task.document?.symbol ?? task.document?.type ?? "–", task.number,
        (task.title.isEmpty ? task.content : task.title).shortened(to: 48),
        task.lead.joined(separator: "; ").shortened(to: 32),
        options.day(task.due) ?? next(of: task) ?? (task.deadline ?? "–").shortened(to: 24), title(of: task),
      ])
    }
    table.lines().forEach(Console.print)
    let shown = list.entries.count
    Console.print(
      shown == list.count
        ? options.text("\(shown) nhiệm vụ.", "\(Language.counted(shown, "task")).")
        : options.text(
          "\(shown) trong \(list.count) nhiệm vụ; xem tất cả: --limit 0",
          "\(shown) of \(Language.counted(list.count, "task")); all: --limit 0"))
  }

  /// `→ 31/12/2026`: when it comes round again.
  private func next(of task: TaskEntry) -> String? {
    which.periodic ? options.day(task.next).map { "→ \($0)" } : nil
  }

  private func title(of task: TaskEntry) -> String {
    task.isOverdue ? options.text("QUÁ HẠN", "OVERDUE") : task.status.title(in: options.language)
  }

  private func show(_ groups: [TaskGroup]) {
    var table = TextTable([
      (options.text("Nhóm", "Group"), .left), (options.text("Nhiệm vụ", "Tasks"), .right),
      (options.text("Chưa xong", "Open"), .right), (options.text("Đã xong", "Done"), .right),
      (options.text("Quá hạn", "Overdue"), .right),
    ])
    for group in groups {
      let name = group.name.isEmpty ? options.text("(không nêu)", "(not stated)") : group.name
      table.add([name.shortened(to: 60), "\(group.count)", "\(group.open)", "\(group.done)", "\(group.overdue)"])
    }
    table.lines().forEach(Console.print)
  }
}

extension TaskStatus {
  func title(in language: Language) -> String {
    switch self {
    case .open: language == .vi ? "Chưa làm" : "Open"
    case .doing: language == .vi ? "Đang làm" : "Doing"
    case .done: language == .vi ? "Đã xong" : "Done"
    case .cancelled: language == .vi ? "Đã hủy" : "Cancelled"
    }
  }
}

extension String {
  /// Cut at that many characters, with a mark of it.
  func shortened(to count: Int) -> String {
    self.count <= count ? self : prefix(count - 1) + "…"
  }
}
