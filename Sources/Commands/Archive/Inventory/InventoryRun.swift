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
    /// Sheets of the workbook in which no heading was found, and which were not read.
    var sheetsLeftOut: [String] = []
    /// How many dossiers and documents the rows come to, whether known before or not.
    var listed = Listed()
    var isDryRun: Bool
  }

  struct Listed: Encodable {
    var dossiers = 0
    var documents = 0
  }

  private struct Sheet {
    var index = 0
    var name = ""
    var hasText = false
  }

  /// Entries of one transaction.
  private static let batch = 5000

  private let sheet: SheetReader
  private var reader: InventoryReader
  private let archive: Archive?
  private let source: InventorySource
  private var entries: [InventoryEntry] = []
  private var result: Report
  private var current = Sheet()
  private var dossiers: Set<String> = []

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
    run.endSheet()
    try run.flush()
    run.result.listed.dossiers = run.dossiers.count
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

  /// Notes what became of the sheet that ends.
  private mutating func endSheet() {
    result.columns = result.columns ?? reader.understood
    if !reader.knowsSheet, current.hasText { result.sheetsLeftOut.append(current.name) }
  }

  private mutating func take(_ row: SheetRow) throws(Failure) {
    if row.sheet != current.index {
      endSheet()
      reader.beginSheet()
      current = Sheet(index: row.sheet)
    }
    current.name = row.sheetName
    current.hasText = current.hasText || !row.isBlank
    switch reader.read(row: row.number, cells: row.cells) {
    case .entry(let entry):
      if result.sample.count < 3 { result.sample.append(entry) }
      if let code = entry.dossier?.code { dossiers.insert("\(entry.fonds)\t\(entry.catalogue)\t\(code)") }
      if entry.item != nil { result.listed.documents += 1 }
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
    if report.isDryRun {
      showColumns()
      report.sample.forEach(show)
    }
    let summary = report.summary
    Console.print(
      report.isDryRun
        ? text(
          "Hiểu được \(summary.rows) dòng: \(report.listed.dossiers) hồ sơ và \(report.listed.documents) văn bản; chưa ghi gì.",
          "\(summary.rows) rows were understood: \(report.listed.dossiers) dossiers and \(report.listed.documents) documents; nothing was written."
        )
        : text(
          "Đã nhập \(summary.rows) dòng: \(summary.dossiers) hồ sơ và \(summary.items) văn bản mới, \(summary.unchanged) dòng đã có, \(summary.conflicts) mâu thuẫn.",
          "Took in \(summary.rows) rows: \(summary.dossiers) new dossiers, \(summary.items) new documents, \(summary.unchanged) known rows, \(summary.conflicts) conflicts."
        ))
    for rejection in report.rejections.prefix(20) {
      Console.print(text("  dòng \(rejection.row): ", "  row \(rejection.row): ") + rejection.reason.text(in: language))
    }
    for sheet in report.sheetsLeftOut {
      Console.print(
        text(
          "Trang tính “\(sheet)” không có dòng tiêu đề cột nên không đọc.",
          "The sheet “\(sheet)” has no heading row and was not read."))
    }
    let rejected = report.rejections.count
    if rejected > 0 {
      Console.print(
        text(
          "\(rejected) dòng bị từ chối; xem đủ bằng --json.", "\(rejected) rows were rejected; all of them with --json."
        ))
    }
  }

  /// One of the first rows as it was understood.
  private func show(_ entry: InventoryEntry) {
    let dossier = [
      entry.fonds, entry.catalogue, entry.box, entry.dossier?.code, entry.dossier?.title,
      entry.dossier?.fields.text("maintenance"),
    ]
    Console.print(text("  dòng \(entry.row): hồ sơ ", "  row \(entry.row): dossier ") + Self.joined(dossier))
    guard let item = entry.item else { return }
    let fields = item.fields
    let document = [
      item.ordinal.map { String($0) }, fields.text("typeName"), fields.text("number"), fields.text("symbol"),
      fields.text("date"), fields.text("issuer"), fields.text("subject"), fields.text("file"),
    ]
    Console.print(text("    văn bản ", "    document ") + Self.joined(document))
  }

  private static func joined(_ values: [String?]) -> String {
    values.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " | ")
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
