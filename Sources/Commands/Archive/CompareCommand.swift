internal import Archive
internal import ArgumentParser
internal import DocumentModel

/// `sohoa compare`: what changed between two documents.
struct CompareCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "compare",
    abstract: say(
      vi: "Hai văn bản khác nhau chỗ nào: dự thảo và bản ban hành.",
      en: "What differs between a draft and what was issued."),
    discussion: say(
      vi: """
        Nhiệm vụ được ghép theo lời văn. Mã văn bản lấy từ “sohoa search … --in document”.

        Ví dụ:
          sohoa compare 12 15
          sohoa compare 12 15 --json
        """,
      en: """
        Tasks are matched by their wording. IDs of documents come from “sohoa search … --in document”.

        Examples:
          sohoa compare 12 15
          sohoa compare 12 15 --json
        """))

  @Argument(help: help(vi: "Mã văn bản trước.", en: "ID of the earlier document.", value: .id))
  var before: Int64
  @Argument(help: help(vi: "Mã văn bản sau.", en: "ID of the later document.", value: .id))
  var after: Int64
  @OptionGroup var options: ArchiveOptions

  func run() async throws {
    try await reportingFailure(in: options.language) {
      let found = try options.open().comparison(of: before, with: after, today: try Now.day())
      try options.print(found) { show(found) }
    }
  }

  private func show(_ found: DocumentComparison) {
    for change in found.head { Console.print(line(change)) }
    for task in found.changed {
      Console.print("~ \(name(of: task.after))")
      for change in task.changes { Console.print("    " + line(change)) }
    }
    for task in found.added { Console.print("+ \(name(of: task))") }
    for task in found.removed { Console.print("- \(name(of: task))") }
    let counts = (found.changed.count, found.added.count, found.removed.count)
    Console.print(
      options.text(
        "Nhiệm vụ: \(counts.0) sửa, \(counts.1) thêm, \(counts.2) bỏ, \(found.unchanged) giữ nguyên.",
        "Tasks: \(counts.0) changed, \(counts.1) added, \(counts.2) removed, \(found.unchanged) as they were."))
  }

  private func name(of task: TaskEntry) -> String {
    "[\(task.id)] \(task.number) \((task.title.isEmpty ? task.content : task.title).shortened(to: 90))"
  }

  private func line(_ change: DocumentComparison.Change) -> String {
    "\(title(of: change.field)): \((change.before ?? "–").shortened(to: 60)) → \((change.after ?? "–").shortened(to: 60))"
  }

  private func title(of field: String) -> String {
    switch field {
    case "type": options.text("Loại", "Type")
    case "symbol": options.text("Số, ký hiệu", "Symbol")
    case "issuer": options.text("Cơ quan ban hành", "Issuer")
    case "date": options.text("Ngày", "Day")
    case "subject": options.text("Trích yếu", "Subject")
    case "content": options.text("Nội dung", "Content")
    case "lead": options.text("Chủ trì", "Lead")
    case "cooperating": options.text("Phối hợp", "Cooperating")
    case "due": options.text("Hạn", "Due")
    case "deadline": options.text("Thời hạn", "Deadline")
    default: options.text("Sản phẩm", "Product")
    }
  }
}
