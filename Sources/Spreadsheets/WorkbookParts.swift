/// The files that a workbook is made of, found by its relations and never by their usual names alone (ECMA-376).
struct WorkbookParts {
  /// No part of a workbook may be larger than this, in bytes.
  static let limit = 1 << 30

  let zip: ZipFile
  /// Names and paths of the sheets in their order, without those that are hidden.
  private(set) var sheets: [(name: String, path: String)] = []
  private(set) var isFrom1904 = false
  /// The relations of the workbook: what each is, by its id, and where.
  private var relations: [(id: String, type: Substring, path: String)] = []

  init(_ zip: ZipFile) {
    self.zip = zip
    let workbook = Self.workbookPath(in: zip)
    let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
    let name = workbook.split(separator: "/").last ?? "workbook.xml"
    relations = Self.relations(in: zip.contents(of: "\(folder)/_rels/\(name).rels", limit: Self.limit), folder)
    if let bytes = zip.contents(of: workbook, limit: Self.limit) { readWorkbook(bytes) }
    if sheets.isEmpty { sheets = [("Sheet1", "xl/worksheets/sheet1.xml")] }
  }

  /// The bytes of the part of a kind, such as `sharedStrings` or `styles`.
  func part(_ kind: String) -> [UInt8]? {
    let path = relations.first { $0.type == kind }?.path ?? "xl/\(kind).xml"
    return zip.contents(of: path, limit: Self.limit)
  }

  private static func workbookPath(in zip: ZipFile) -> String {
    let root = relations(in: zip.contents(of: "_rels/.rels", limit: limit), "")
    return root.first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
  }

  private static func relations(
    in bytes: [UInt8]?, _ folder: String
  ) -> [(id: String, type: Substring, path: String)] {
    var scanner = XMLScanner(bytes ?? []), found: [(id: String, type: Substring, path: String)] = []
    while let event = scanner.next() {
      guard case .start("Relationship", let attributes, _) = event,
        let id = XMLScanner.attribute("Id", in: attributes),
        let target = XMLScanner.attribute("Target", in: attributes)
      else { continue }
      let type = XMLScanner.attribute("Type", in: attributes)?.split(separator: "/").last ?? ""
      found.append((id, type, path(target, in: folder)))
    }
    return found
  }

  /// `/xl/a.xml` is meant from the root, `../a.xml` and `a.xml` from the folder.
  private static func path(_ target: String, in folder: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }

  private mutating func readWorkbook(_ bytes: [UInt8]) {
    var scanner = XMLScanner(bytes), hidden: [(name: String, path: String)] = []
    while let event = scanner.next() {
      switch event {
      case .start("workbookPr", let attributes, _):
        isFrom1904 = ["1", "true", "on"].contains(XMLScanner.attribute("date1904", in: attributes) ?? "")
      case .start("sheet", let attributes, _):
        // `sheetId` is another attribute; the relation's is `r:id`.
        guard let id = XMLScanner.attribute("id", in: attributes),
          let relation = relations.first(where: { $0.id == id }), relation.type != "chartsheet"
        else { continue }
        let sheet = (name: XMLScanner.attribute("name", in: attributes) ?? "", path: relation.path)
        if XMLScanner.attribute("state", in: attributes)?.lowercased().hasSuffix("hidden") == true {
          hidden.append(sheet)
        } else {
          sheets.append(sheet)
        }
      default: break
      }
    }
    if sheets.isEmpty { sheets = hidden }
  }
}
