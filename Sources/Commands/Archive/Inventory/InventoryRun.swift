internal import Archive
internal import DocumentModel
internal import Foundation
internal import Spreadsheets

/// A file into an archive, in pieces: a list of a million rows is taken in while it is read.
struct InventoryRun {
  struct Report: Encodable {
    var columns: InventoryColumns?
    var summary = InventoryImportSummary()
    /// The first entries, as they were understood.
    var sample: [InventoryEntry] = []
    var rejections: [InventoryRejection] = []
    var isDryRun: Bool
  }

  /// Entries of one transaction.
  private static let batch = 5000

  private let sheet: SheetReader
  private var reader: InventoryReader
  private let archive: Archive?
  private let source: InventorySource
  private var entries: [InventoryEntry] = []
  private var result: Report

  init(file: String, settings: InventoryReader.Settings, archive: Archive?, who: String) throws(Failure) {
    sheet = try SheetReader(path: file)
    reader = InventoryReader(settings: settings)
    self.archive = archive
    source = InventorySource(file: file, sha256: "", who: who, at: Now.moment)
    result = Report(isDryRun: archive == nil)
  }

  mutating func report() throws(Failure) -> Report {
    var run = self
    // A closure that throws a type of its own crashes the optimiser of Swift 6.3.1.
    var stopped: Failure?
    try sheet.forEachRow { row in
      stopped = run.failure(taking: row)
      return stopped == nil
    }
    if let stopped { throw stopped }
    if let failure = run.reader.failure { throw failure }
    try run.flush()
    run.result.columns = run.reader.columns
    try archive?.noteImport(of: source, run.result.summary, rejected: run.result.rejections.count)
    self = run
    return result
  }

  private mutating func failure(taking row: SheetRow) -> Failure? {
    do {
      try take(row)
      return nil
    } catch {
      return error
    }
  }

  private mutating func take(_ row: SheetRow) throws(Failure) {
    switch reader.read(row: row.number, cells: row.cells) {
    case .entry(let entry):
      if result.sample.count < 3 { result.sample.append(entry) }
      entries.append(entry)
      if entries.count >= Self.batch { try flush() }
    case .rejected(let rejection): result.rejections.append(rejection)
    case .heading, .passedOver: break
    }
  }

  private mutating func flush() throws(Failure) {
    guard !entries.isEmpty else { return }
    let done = try archive?.importInventory(entries, from: source)
    result.summary.rows += entries.count
    if let done {
      result.summary.dossiers += done.dossiers
      result.summary.items += done.items
      result.summary.unchanged += done.unchanged
      result.summary.conflicts += done.conflicts
      result.summary.uncountedMetres += done.uncountedMetres
    }
    entries.removeAll(keepingCapacity: true)
  }
}

/// What an import did, for a terminal.
struct InventoryReport: Bilingual {
  let report: InventoryRun.Report
  let language: Language

  func show() {
    if report.isDryRun { showColumns() }
    let summary = report.summary
    Console.print(
      report.isDryRun
        ? text(
          "Hiểu được \(summary.rows) dòng; chưa ghi gì.", "\(summary.rows) rows were understood; nothing was written.")
        : text(
          "Đã nhập \(summary.rows) dòng: \(summary.dossiers) hồ sơ và \(summary.items) văn bản mới, \(summary.unchanged) dòng đã có, \(summary.conflicts) mâu thuẫn.",
          "Took in \(summary.rows) rows: \(summary.dossiers) new dossiers, \(summary.items) new documents, \(summary.unchanged) known rows, \(summary.conflicts) conflicts."
        ))
    for rejection in report.rejections.prefix(20) {
      Console.print(text("  dòng \(rejection.row): ", "  row \(rejection.row): ") + rejection.reason.text(in: language))
    }
    let rejected = report.rejections.count
    if rejected > 0 {
      Console.print(
        text(
          "\(rejected) dòng bị từ chối; xem đủ bằng --json.", "\(rejected) rows were rejected; all of them with --json."
        ))
    }
  }

  private func showColumns() {
    var table = TextTable([
      (text("Cột", "Column"), .right), (text("Tiêu đề", "Heading"), .left), (text("Hiểu là", "Understood as"), .left),
    ])
    for column in report.columns?.columns ?? [] {
      let field = column.field?.rawValue ?? text("(bỏ qua)", "(left out)")
      table.add(["\(column.index + 1)", column.heading.shortened(to: 50), field])
    }
    table.lines().forEach(Console.print)
  }
}
