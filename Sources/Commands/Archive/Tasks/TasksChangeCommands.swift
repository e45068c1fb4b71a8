internal import Archive
internal import ArgumentParser
internal import DocumentModel
internal import Export
internal import Foundation

/// `sohoa tasks update`.
struct TasksUpdateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "update",
    abstract: say(vi: "Ghi tình trạng nhiệm vụ.", en: "Write down how a task stands."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa tasks update 12 --status done --note \"15/BC-UBND\" --by \"Nguyễn A\"",
      en: "Example:\n  sohoa tasks update 12 --status done --note \"15/BC-UBND\" --by \"Nguyễn A\""))

  @Argument(
    help: help(vi: "Mã nhiệm vụ (cột đầu của sohoa tasks).", en: "Task ids (first column of sohoa tasks).", value: .id))
  var ids: [Int64]
  @Option(
    help: help(
      vi: "Trạng thái: open, doing, done, cancelled.", en: "Status: open, doing, done, cancelled.", value: .status))
  var status: TaskStatus?
  @Option(help: help(vi: "Ghi chú.", en: "A note.", value: .text))
  var note: String?
  @OptionGroup var person: PersonOptions
  @OptionGroup var options: ArchiveOptions

  func validate() throws {
    if status == nil, note == nil {
      throw ValidationError(say(vi: "Cần --status hoặc --note.", en: "Give --status or --note."))
    }
  }

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let archive = try options.open()
      try archive.update(
        tasks: ids, TaskUpdate(status: status, note: note, who: person.who, at: Now.moment))
      try options.print(try ids.flatMap { try archive.history(ofTask: $0) }) {
        Console.print(
          options.text("Đã ghi \(ids.count) nhiệm vụ.", "Wrote down \(Language.counted(ids.count, "task"))."))
      }
    }
  }
}

/// `sohoa tasks history`.
struct TasksHistoryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "history",
    abstract: say(vi: "Các lần thay đổi của một nhiệm vụ.", en: "The changes of a task."),
    discussion: say(vi: "Ví dụ:\n  sohoa tasks history 12", en: "Example:\n  sohoa tasks history 12"))

  @Argument(help: help(vi: "Mã nhiệm vụ.", en: "Task id.", value: .id))
  var id: Int64
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let history = try options.open().history(ofTask: id)
      try options.print(history) {
        for change in history {
          let day = options.day(VietnamDay.day(of: change.at)) ?? "?"
          Console.print(
            "\(day)  \(change.who)  \(name(of: change.field)): \(shown(change.before)) → \(shown(change.after))")
        }
        if history.isEmpty { Console.print(options.text("Chưa có thay đổi nào.", "Nothing was changed yet.")) }
      }
    }
  }

  private func name(of field: String) -> String {
    switch field {
    case "status": options.text("trạng thái", "status")
    case "note": options.text("ghi chú", "note")
    default: field
    }
  }

  private func shown(_ value: String?) -> String {
    value.map { TaskStatus(rawValue: $0)?.title(in: options.language) ?? $0 } ?? "–"
  }
}

/// `sohoa tasks calendar`.
struct TasksCalendarCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "calendar",
    abstract: say(vi: "Lịch hạn nhiệm vụ (iCalendar).", en: "Calendar of due days (iCalendar)."),
    discussion: say(
      vi: "Ví dụ:\n  sohoa tasks calendar --open --lead \"Văn phòng\" > lich.ics",
      en: "Example:\n  sohoa tasks calendar --open --lead \"Văn phòng\" > tasks.ics"))

  @OptionGroup var which: TaskOptions
  @OptionGroup var records: RecordsOption
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let list = try records.with(options) { try $0.tasks(try which.query(limit: nil)) }
      Console.write(Array(CalendarExport.text(of: list.entries.compactMap(event), stamp: Now.moment).utf8))
    }
  }

  /// Nil for a task without a day.
  private func event(_ task: TaskEntry) -> CalendarExport.Event? {
    guard let due = task.due else { return nil }
    let head = task.title.isEmpty ? task.content.shortened(to: 90) : task.title
    let lead = options.text("Chủ trì: ", "Lead: ") + task.lead.joined(separator: "; ")
    let source = [task.document?.symbol, task.document?.subject].compactMap { $0 }.joined(separator: ", ")
    return CalendarExport.Event(
      id: "task-\(task.id)@sohoa", day: due, title: head, text: [task.content, lead, source].joined(separator: "\n"),
      isDone: task.status == .done)
  }
}
