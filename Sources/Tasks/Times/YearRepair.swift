internal import DocumentModel

/// Puts right a year that cannot be meant, `6/2005` in a plan of 2025, where the same table gives the same month of the
/// year of issue to another task and one digit makes the difference. Anything else stays empty; the finding stays.
struct YearRepair {
  /// `deadlines`: of the record's tasks, in their order.
  func repair(_ record: inout DocumentRecord, _ deadlines: [ReadDeadline]) -> [Finding] {
    guard let year = record.document.date?.year else { return [] }
    var findings: [Finding] = []
    let known = Set(record.tasks.compactMap { $0.deadline.due.map { Month(year: $0.year, month: $0.month) } })
    for (index, read) in zip(record.tasks.indices, deadlines) where record.tasks[index].deadline.due == nil {
      guard let date = read.lastDay, differsByOneDigit(date.year, year),
        known.contains(Month(year: year, month: date.month)),
        let due = CalendarDate(year: year, month: date.month, day: date.day)
      else { continue }
      findings.append(repair(&record.tasks[index], printed: date.year, due: due))
    }
    return findings
  }

  private func repair(_ task: inout TaskRecord, printed: Int, due: CalendarDate) -> Finding {
    task.deadline.due = due
    task.deadline.items.append(DeadlineItem(mode: .date, due: due, precision: .month, bound: .on))
    task.evidence["deadline"]?.source = "year-repaired"
    task.evidence["deadline"]?.confidence = Confidence(TimeCertainty.yearRepaired)
    return Finding(
      .note, .yearRepaired(printed, due.year, task: task.number), at: task.evidence["deadline"]?.provenance)
  }

  private struct Month: Hashable {
    var year: Int
    var month: Int
  }

  private func differsByOneDigit(_ a: Int, _ b: Int) -> Bool {
    a != b && zip(String(a), String(b)).count(where: { $0 != $1 }) == 1
  }
}
