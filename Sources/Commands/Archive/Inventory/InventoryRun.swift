internal import Archive
internal import DocumentModel
internal import Foundation
internal import Spreadsheets

/// A file into an archive, in pieces: a list of a million rows is taken in while it is read.
struct InventoryRun {
  struct Report: Encodable {
    /// Of the first sheet.
    var columns: InventoryColumns?
    /// Of every sheet that was read.
    var sheets: [SheetColumns] = []
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

  struct SheetColumns: Encodable {
    var name: String
    var columns: InventoryColumns
    /// Columns that nothing is read from: their headings are not understood, or they have none.
    var leftOut: [InventoryColumns.Column]
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

  /// Entries that a report shows as they were understood.
  private static let sample = 10
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
    if let columns = reader.understood {
      result.sheets.append(SheetColumns(name: current.name, columns: columns, leftOut: reader.leftOut))
    }
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
    guard !row.isCut else {
      return result.rejections.append(InventoryRejection(row: row.number, reason: .rowTooLong()))
    }
    switch reader.read(row: row.number, cells: row.cells) {
    case .entry(let entry):
      if result.sample.count < Self.sample { result.sample.append(entry) }
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

extension Message {
  static func rowTooLong() -> Message {
    Message(
      "row-too-long", vi: "ô dài quá 1 MB; kiểm tra dấu ngoặc kép không đóng",
      en: "a cell of more than 1 MB; look for a quotation mark that never closes")
  }
}
