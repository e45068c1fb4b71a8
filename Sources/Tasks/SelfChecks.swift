internal import DocumentModel
internal import Vietnamese

/// Holds a document's statements about itself against what was found in it.
struct SelfChecks: Sendable {
  private let deadlines: DeadlineParser

  init(_ vocabulary: Vocabulary) {
    deadlines = DeadlineParser(vocabulary)
  }

  func findings(of record: DocumentRecord, _ tree: DocumentTree) -> [Finding] {
    impossibleYears(in: record) + tasksWithoutLead(in: record)
  }

  /// `6/2005` in a plan of 2025 is a misreading: said, never silently put right.
  private func impossibleYears(in record: DocumentRecord) -> [Finding] {
    let issueYear = record.document.date?.year
    return record.tasks.flatMap { task in
      deadlines.implausibleYears(in: task.deadline.text ?? "", issueYear: issueYear).map { year in
        Finding(
          .warning, .impossibleYear(year, task: task.number), at: task.evidence["deadline"]?.provenance)
      }
    }
  }

  private func tasksWithoutLead(in record: DocumentRecord) -> [Finding] {
    record.tasks.filter(\.lead.isEmpty).map { task in
      Finding(.warning, .leadMissing(task: task.number), at: task.evidence["content"]?.provenance)
    }
  }
}

extension Message {
  static func impossibleYear(_ year: Int, task: String) -> Message {
    Message(
      "impossible-year", vi: "Thời hạn của nhiệm vụ \(task) ghi năm \(year), không hợp với năm ban hành; bỏ trống.",
      en: "The deadline of task \(task) says \(year), which does not fit the year of issue; left empty.")
  }

  static func leadMissing(task: String) -> Message {
    Message(
      "lead-missing", vi: "Nhiệm vụ \(task) không có đơn vị chủ trì.", en: "Task \(task) names no leading body.")
  }
}
