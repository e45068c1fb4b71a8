internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads one row after another; a row may leave to the one above what it shares with it.
struct EntryReader {
  private let settings: InventoryReader.Settings
  private let types: DocumentTypeNames
  /// Made of the first row's columns.
  private var plan: ReadingPlan?
  private var fonds: String?
  private var catalogue: String?
  private var box: String?
  private var code: String?
  /// Where every dossier stood first, and its title.
  private var seen: [String: (row: Int, title: String)] = [:]

  init(settings: InventoryReader.Settings) {
    self.settings = settings
    types = DocumentTypeNames(settings.vocabulary.documentTypes)
    (fonds, catalogue, code) = (settings.fonds, settings.catalogue, settings.dossier)
  }

  /// The next sheet may have other columns, and none of its rows belongs to the last dossier of the one before.
  mutating func beginSheet() {
    plan = nil
    (fonds, catalogue, box, code) = (settings.fonds, settings.catalogue, nil, settings.dossier)
  }

  mutating func entry(
    _ row: Int, _ cells: [String], _ columns: InventoryColumns
  ) throws(InventoryValues.Problem) -> InventoryEntry {
    let plan = plan ?? ReadingPlan(columns)
    self.plan = plan
    let values = RowValues(cells: cells, plan: plan, types: types)
    let item = try values.item()
    var entry = try place(row, values)
    let stated = values.text(.code)
    if stated == nil, item == nil { return try uncounted(entry, values) }
    guard let code = stated ?? code else { throw .init(message: .noDossier()) }
    let dossier = try values.dossier(code: code)
    try check(dossier, of: entry, stated: stated != nil)
    self.code = code
    entry.dossier = dossier
    entry.item = item
    return entry
  }

  /// Where the row stands in the hierarchy: what it says, else what the row above said. A new place ends the one above.
  private mutating func place(_ row: Int, _ values: RowValues) throws(InventoryValues.Problem) -> InventoryEntry {
    if let new = values.text(.fonds), new != fonds { (fonds, catalogue, box) = (new, settings.catalogue, nil) }
    if let new = values.text(.catalogue), new != catalogue { (catalogue, box) = (new, nil) }
    if let new = values.text(.box) { box = new }
    var entry = InventoryEntry(row: row)
    entry.fonds = fonds ?? ""
    entry.catalogue = catalogue ?? "1"
    entry.box = box
    (entry.fondsName, entry.holder, entry.unit) = (values.text(.fondsName), values.text(.holder), values.text(.unit))
    guard !entry.fonds.isEmpty else { throw .init(message: .noFonds()) }
    return entry
  }

  private func uncounted(
    _ entry: InventoryEntry, _ values: RowValues
  ) throws(InventoryValues.Problem) -> InventoryEntry {
    guard let metres = try InventoryValues.metres(values.cell(.metres)) else { throw .init(message: .noCode()) }
    var entry = entry
    entry.uncountedMetres = metres
    entry.uncountedMaintenance = InventoryValues.maintenance(values.cell(.maintenance))
    entry.uncountedValueClass = values.text(.valueClass)
    return entry
  }

  /// One code for two dossiers is a mistake that nobody but a person can put right.
  private mutating func check(
    _ dossier: InventoryDossier, of entry: InventoryEntry, stated: Bool
  ) throws(InventoryValues.Problem) {
    let key = "\(entry.fonds)\t\(entry.catalogue)\t\(dossier.code)"
    guard let first = seen[key] else {
      seen[key] = (entry.row, dossier.title)
      return
    }
    if stated, !dossier.title.isEmpty, !first.title.isEmpty, looseKey(first.title) != looseKey(dossier.title) {
      throw .init(message: .doubleCode(dossier.code, first.row))
    }
  }
}

extension Message {
  static func noFonds() -> Message {
    Message("no-fonds", vi: "không có phông; thêm cột Phông hoặc --fonds", en: "no fonds; add a column or --fonds")
  }

  static func noDossier() -> Message {
    Message(
      "no-dossier", vi: "văn bản không thuộc hồ sơ nào; thêm cột hồ sơ hoặc --dossier",
      en: "a document of no dossier; add a column or --dossier")
  }

  static func noCode() -> Message {
    Message("no-code", vi: "không có số ký hiệu hồ sơ", en: "no dossier code")
  }

  static func doubleCode(_ code: String, _ row: Int) -> Message {
    Message(
      "double-code", vi: "số ký hiệu hồ sơ “\(code)” trùng với dòng \(row) nhưng tiêu đề khác",
      en: "dossier code “\(code)” is that of row \(row), with another title")
  }
}
