internal import DocumentModel
internal import Vietnamese

/// Puts right a year that cannot be meant, `6/2005` in a plan of 2025, where the same table gives the same month of the
/// year of issue to another task and one digit makes the difference. Anything else stays empty; the finding stays.
struct YearRepair {
  func repair(_ record: inout DocumentRecord) -> [Finding] {
    guard let year = record.document.date?.year else { return [] }
    var findings: [Finding] = []
    let known = Set(record.tasks.compactMap { $0.deadline.due.map { Month(year: $0.year, month: $0.month) } })
    for index in record.tasks.indices where record.tasks[index].deadline.due == nil {
      guard let text = record.tasks[index].deadline.text, let date = lastDay(in: text),
        differsByOneDigit(date.year, year), known.contains(Month(year: year, month: date.month)),
        let due = CalendarDate(year: year, month: date.month, day: date.day)
      else { continue }
      record.tasks[index].deadline.due = due
      record.tasks[index].deadline.items.append(DeadlineItem(mode: .date, due: due, precision: .month, bound: .on))
      record.tasks[index].evidence["deadline"]?.source = "year-repaired"
      record.tasks[index].evidence["deadline"]?.confidence = 0.5
      findings.append(
        Finding(
          .note, .yearRepaired(date.year, year, task: record.tasks[index].number),
          at: record.tasks[index].evidence["deadline"]?.provenance))
    }
    return findings
  }

  private struct Month: Hashable {
    var year: Int
    var month: Int
  }

  private func lastDay(in text: String) -> CalendarDate? { DateFinder().dates(in: LooseText(text)).last?.last }

  private func differsByOneDigit(_ a: Int, _ b: Int) -> Bool {
    a != b && zip(String(a), String(b)).count(where: { $0 != $1 }) == 1
  }
}
