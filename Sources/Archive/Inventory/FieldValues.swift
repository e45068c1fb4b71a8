internal import GRDB

/// The stated fields of an entry by their columns.
struct FieldValues {
  private(set) var fields: [(column: String, value: DatabaseValue)] = []

  init(_ dossier: InventoryDossier, box: Int64?) {
    add("boxId", box)
    add("title", dossier.title.isEmpty ? nil : dossier.title)
    add("maintenance", dossier.maintenance)
    add("valueClass", dossier.valueClass)
    add("mode", dossier.mode)
    add("language", dossier.language)
    add("startDate", dossier.start)
    add("endDate", dossier.end)
    add("documents", dossier.documents)
    add("sheets", dossier.sheets)
    add("pages", dossier.pages)
    add("metres", dossier.metres)
    add("annotation", dossier.annotation)
    add("infoSign", dossier.infoSign)
    add("keywords", dossier.keywords)
    add("condition", dossier.condition)
    add("confidenceLevel", dossier.confidenceLevel)
    add("paperCode", dossier.paperCode)
    add("archiveCode", dossier.archiveCode)
    add("missingNumbers", dossier.missingNumbers)
    add("note", dossier.note)
  }

  init(_ item: InventoryItem) {
    add("typeName", item.typeName)
    add("number", item.number)
    add("symbol", item.symbol)
    add("date", item.date)
    add("issuer", item.issuer)
    add("subject", item.subject)
    add("language", item.language)
    add("pages", item.pages)
    add("sheetFrom", item.sheetFrom)
    add("sheetTo", item.sheetTo)
    add("note", item.note)
    add("infoSign", item.infoSign)
    add("keywords", item.keywords)
    add("mode", item.mode)
    add("confidenceLevel", item.confidenceLevel)
    add("autograph", item.autograph)
    add("condition", item.condition)
    add("process", item.process)
    add("materialType", item.materialType)
    add("file", item.file)
  }

  private mutating func add(_ column: String, _ value: (some DatabaseValueConvertible)?) {
    if let value { fields.append((column, value.databaseValue)) }
  }

  /// Adds a row of what every row of the table has, what was stated, and in `fallbacks` what is written by column where
  /// nothing was.
  func insert(
    into table: String, _ fixed: [(String, DatabaseValue)], fallbacks: [String: DatabaseValue] = [:], _ db: Database
  ) throws {
    let stated = Set(fields.map(\.column))
    let all =
      fixed + fields.map { ($0.column, $0.value) }
      + fallbacks.filter { !stated.contains($0.key) }.map { ($0.key, $0.value) }
    let names = all.map(\.0).joined(separator: ", ")
    let marks = [String](repeating: "?", count: all.count).joined(separator: ", ")
    try db.run("INSERT INTO \(table) (\(names)) VALUES (\(marks))", StatementArguments(all.map(\.1)))
  }
}
