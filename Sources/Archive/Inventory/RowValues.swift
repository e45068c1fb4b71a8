internal import DocumentModel
internal import Vietnamese

/// The cells of one row by what they hold.
struct RowValues {
  let cells: [String]
  let columns: InventoryColumns
  let places: [InventoryField: Int]

  func cell(_ field: InventoryField) -> String {
    guard let index = places[field], cells.indices.contains(index) else { return "" }
    return cells[index]
  }

  func text(_ field: InventoryField) -> String? { InventoryValues.text(cell(field)) }

  func dossier(code: String) throws(InventoryValues.Problem) -> InventoryDossier {
    var dossier = InventoryDossier(code: code, title: text(.title) ?? "")
    dossier.maintenance = InventoryValues.maintenance(cell(.maintenance))
    dossier.mode = InventoryValues.mode(cell(.mode))
    (dossier.start, dossier.end) = try period()
    dossier.documents = try InventoryValues.count(cell(.documents), .documents)
    dossier.sheets = try InventoryValues.count(cell(.sheets), .sheets)
    dossier.pages = try InventoryValues.count(cell(.pages), .pages)
    dossier.metres = try InventoryValues.metres(cell(.metres))
    (dossier.valueClass, dossier.language) = (text(.valueClass), text(.language))
    (dossier.annotation, dossier.infoSign, dossier.keywords) = (text(.annotation), text(.infoSign), text(.keywords))
    (dossier.condition, dossier.confidenceLevel) = (text(.condition), text(.confidenceLevel))
    (dossier.paperCode, dossier.archiveCode) = (text(.paperCode), text(.archiveCode))
    (dossier.missingNumbers, dossier.note) = (text(.missingNumbers), text(.note))
    return dossier
  }

  /// Two columns, six columns, or one: `2010-2012`, `01/2010 – 12/2012`.
  private func period() throws(InventoryValues.Problem) -> (String?, String?) {
    let start = try InventoryValues.date(
      day: cell(.startDay), month: cell(.startMonth), year: cell(.startYear), field: .start)
    let end = try InventoryValues.date(day: cell(.endDay), month: cell(.endMonth), year: cell(.endYear), field: .end)
    if start != nil || end != nil { return (start, end) }
    if let text = text(.period) {
      let ends = text.replacing("đến", with: "-").replacing("–", with: "-").replacing("từ", with: "")
        .split(separator: "-").map { String($0).trimmedSpaces }
      guard let first = ends.first, let last = ends.last, ends.count <= 2 else {
        throw .init(message: .notADate(text, .period))
      }
      return (try InventoryValues.date(first, .period), try InventoryValues.date(last, .period))
    }
    return (try InventoryValues.date(cell(.start), .start), try InventoryValues.date(cell(.end), .end))
  }

  /// Nil where no column of a document is filled.
  func item() throws(InventoryValues.Problem) -> InventoryItem? {
    let filled = columns.columns.contains { column in
      guard let field = column.field, field.isOfItem, field != .ordinal else { return false }
      return text(field) != nil
    }
    guard filled else { return nil }
    var item = InventoryItem()
    item.ordinal = try InventoryValues.count(cell(.ordinal), .ordinal)
    (item.number, item.symbol) = numberAndSymbol()
    (item.typeName, item.subject) = typeAndSubject()
    // "Ngày văn bản" is a day beside columns of month and year, and a whole date without them.
    let isWhole = text(.month) == nil && text(.year) == nil
    item.date =
      isWhole
      ? try InventoryValues.date(cell(.day), .date)
      : try InventoryValues.date(day: cell(.day), month: cell(.month), year: cell(.year), field: .date)
    if item.date == nil { item.date = try InventoryValues.date(cell(.date), .date) }
    item.pages = try InventoryValues.count(cell(.itemPages), .itemPages)
    (item.sheetFrom, item.sheetTo) = try InventoryValues.sheets(cell(.sheet))
    item.mode = InventoryValues.mode(cell(.itemMode))
    (item.issuer, item.language, item.note) = (text(.issuer), text(.itemLanguage), text(.itemNote))
    (item.infoSign, item.keywords) = (text(.itemInfoSign), text(.itemKeywords))
    (item.confidenceLevel, item.condition) = (text(.itemConfidenceLevel), text(.itemCondition))
    (item.autograph, item.process) = (text(.autograph), text(.process))
    (item.materialType, item.file) = (text(.materialType), text(.file))
    return item
  }

  /// Two columns, or one: `05/KH-UBND`.
  private func numberAndSymbol() -> (String?, String?) {
    if let both = text(.numberAndSymbol) {
      if let symbol = DocumentSymbol(both) { return (symbol.number, symbol.symbol) }
      let number = both.prefix { $0.isNumber }
      let rest = both.dropFirst(number.count).drop { $0 == "/" || $0 == "-" || $0 == " " }
      return (number.isEmpty ? nil : String(number), rest.isEmpty ? nil : String(rest))
    }
    return (text(.number), text(.symbol))
  }

  /// A list of documents often has both in one cell: `Kế hoạch triển khai …`.
  private func typeAndSubject() -> (String?, String?) {
    let subject = text(.subject)
    if let type = text(.typeName) { return (type, subject) }
    return (subject.flatMap(DocumentTypeNames.typeName(startingIn:)), subject)
  }
}

/// Names of document types and their codes (Nghị định 30/2020/NĐ-CP, Phụ lục III; Quy định 399-QĐ/TW).
enum DocumentTypeNames {
  private static let codes: [(name: String, code: String)] = [
    ("Nghị quyết", "NQ"), ("Quyết định", "QĐ"), ("Chỉ thị", "CT"), ("Quy chế", "QC"), ("Quy định", "QyĐ"),
    ("Thông cáo", "TC"), ("Thông báo", "TB"), ("Hướng dẫn", "HD"), ("Chương trình", "CTr"), ("Kế hoạch", "KH"),
    ("Phương án", "PA"), ("Đề án", "ĐA"), ("Dự án", "DA"), ("Báo cáo", "BC"), ("Biên bản", "BB"), ("Tờ trình", "TTr"),
    ("Hợp đồng", "HĐ"), ("Công văn", "CV"), ("Công điện", "CĐ"), ("Bản ghi nhớ", "BGN"), ("Bản thỏa thuận", "BTT"),
    ("Giấy ủy quyền", "GUQ"), ("Giấy mời", "GM"), ("Giấy giới thiệu", "GGT"), ("Giấy nghỉ phép", "GNP"),
    ("Phiếu gửi", "PG"), ("Phiếu chuyển", "PC"), ("Phiếu báo", "PB"), ("Kết luận", "KL"), ("Thông tri", "TTr"),
    ("Nghị định", "NĐ"), ("Thông tư", "TT"), ("Luật", "L"),
  ]

  private static let byKey: [String: String] = Dictionary(
    codes.flatMap { [(looseKey($0.name), $0.code), (looseKey($0.code), $0.code)] }
  ) { first, _ in first }

  /// `Kế hoạch`, `ke hoach`, `KH` → `KH`.
  static func code(of name: String) -> String? { byKey[looseKey(nfc(name))] }

  static func name(of code: String) -> String? { codes.first { $0.code == code }?.name }

  static func typeName(startingIn text: String) -> String? {
    let key = looseKey(text)
    return codes.first { key.hasPrefix(looseKey($0.name) + " ") }?.name
  }
}
