import DocumentModel
import Foundation
import FoundationXML

@testable import Archive

/// A name as an attacker would give it.
let hostile = "<script>alert('x')</script>\" onmouseover=\"a & b"

func day(_ iso: String) throws -> CalendarDate {
  guard let date = CalendarDate(iso: iso) else { throw Failure(.badInput, Message("test", vi: iso, en: iso)) }
  return date
}

/// A share of pages that is known: `reached` of `whole`.
func known(_ reached: Double, of whole: Double) -> Ratio {
  let share = whole > 0 ? reached / whole : nil
  return Ratio(
    reached: reached, counted: whole, estimatedLow: 0, estimatedHigh: 0, low: share, mid: share, high: share,
    coverage: 1, unknown: 0)
}

/// A group whose stages have come less far the later they are; `name` may be anything.
func group(_ name: String, pages: Double, packaged: Double) -> ProgressReport.Group {
  let lines = PageStage.allCases.flatMap { stage in
    ProgressUnit.allCases.map { unit in
      let left = Double(PageStage.packaged.rawValue - stage.rawValue) / Double(PageStage.packaged.rawValue)
      return ProgressReport.Line(
        stage: stage, unit: unit, ratio: known(packaged + (pages - packaged) * left, of: pages), before: nil)
    }
  }
  return ProgressReport.Group(name: name, dossiers: 3, lines: lines, uncountedMetres: 0)
}

/// 1,200 of 4,000 pages are packaged. The groups, the baseline and its approver bear the name.
func progress(named name: String, target: Double = 0.3, packaged: Double = 1200) throws -> ProgressReport {
  let none = ProgressReport.Group(name: "", dossiers: 0, lines: [], uncountedMetres: 0)
  let all = group("", pages: 4000, packaged: packaged)
  let gains = [
    (day: try day("2025-05-05").dayNumber, pages: 600.0), (day: try day("2025-06-02").dayNumber, pages: 600),
  ]
  return ProgressReport(
    asOf: try day("2025-07-11"), grouping: .unit, predicate: ScopePredicate(maintenance: [name]),
    baseline: Baseline(
      id: 1, name: name, predicate: ScopePredicate(), frozenAt: 0, approvedBy: name, dossiers: 6,
      pages: known(0, of: 4000)),
    target: target, until: try day("2025-12-31"), stage: .packaged,
    verdict: Verdict(known(packaged, of: 4000), target: target), all: all,
    groups: [group(name, pages: 3000, packaged: 1000), group("", pages: 1000, packaged: 200)], years: [],
    additions: none,
    secret: none, bornDigital: none, outside: 2, undetermined: 0,
    forecast: Forecast(
      gains: gains, today: try day("2025-07-11").dayNumber, missing: target * 4000 - packaged,
      until: try day("2025-12-31").dayNumber),
    series: [
      .init(day: try day("2025-05-05"), reached: 600, scanned: 900),
      .init(day: try day("2025-07-11"), reached: packaged, scanned: 2000),
    ],
    quality: .init(checked: 100, rejected: 2, graded: 0, rate: 0.02, low: 0.006, high: 0.07),
    acceptance: Sample(
      id: 1, at: 0, who: name, population: 1000, bound: 0.02, size: 100, checked: 50, wrong: 1,
      interval: WilsonInterval(wrong: 1, of: 50)), openConflicts: 3, unlistedPages: 12,
    packages: packages(named: name))
}

/// A task of a document; every text of it bears the name.
func task(
  _ id: Int64, named name: String, due: CalendarDate? = nil, status: TaskStatus = .open, isOverdue: Bool = false
) -> TaskEntry {
  TaskEntry(
    id: id, document: DocumentSummary(id: 1, symbol: name, type: "KH", issuer: name, date: nil, subject: name),
    file: name, number: "1.1", path: "I/1", section: name, title: name, content: name, lead: [name, "Sở Nội vụ"],
    cooperating: [name], deadline: name, due: due, modes: [], product: name, page: 1, line: 2, confidence: 0.875,
    status: status, note: name, changedBy: nil, changedAt: nil, isOverdue: isOverdue)
}

func taskReport(named name: String) throws -> TaskReport {
  let tasks = [
    task(1, named: name, due: try day("2025-07-01"), isOverdue: true), task(2, named: name),
    task(3, named: name, due: try day("2025-07-20"), status: .done),
  ]
  return TaskReport(
    from: try day("2025-07-01"), to: try day("2025-07-31"), open: 1234, done: 5, due: [tasks[2]], finished: [tasks[2]],
    overdueCount: 1, overdue: [tasks[0]], next: [tasks[1]],
    byLead: [TaskGroup(name: name, count: 3, open: 2, done: 1, overdue: 1)],
    byMonth: [
      TaskGroup(name: "2025-07", count: 3, open: 2, done: 1, overdue: 1),
      TaskGroup(name: "", count: 9, open: 9, done: 0, overdue: 0),
    ])
}

extension String {
  /// The tags of a page with the names of their attributes, in order: what a browser takes as markup.
  var tags: [String] {
    matches(of: /<(!?\/?[a-zA-Z0-9]+)((?:[^>"]|"[^"]*")*)>/).map { match in
      let names = match.output.2.matches(of: /([a-zA-Z-]+)="[^"]*"/).map { String($0.output.1) }
      return ([String(match.output.1)] + names).joined(separator: " ")
    }
  }

  /// The pictures of a page, each as its XML.
  var pictures: [String] { matches(of: /(?s)<svg.*?<\/svg>/).map { String($0.output) } }

  var isWellFormed: Bool { (try? XMLDocument(xmlString: self)) != nil }
}

/// One archival package that holds and one that is stale; a reason bears the name.
func packages(named name: String) -> PackageSummary {
  var summary = PackageSummary()
  summary.kinds = [
    .init(
      kind: "aip", packages: 2, documents: 30, pages: 1200, bytes: 87_000_000, signed: 1, stale: 1, passed: 1, failed: 0
    )
  ]
  (summary.pagesByPackage, summary.pagesOfStale, summary.pagesByHand) = (800, 300, 100)
  (summary.refusedDossiers, summary.reasons) = (3, [.init(code: name, dossiers: 2)])
  (summary.lastCheck, summary.nextCheck) = (1_752_000_000, 1_846_608_000)
  return summary
}
