/// The files that a workbook is made of, found by its relations and never by their usual names alone (ECMA-376).
struct WorkbookParts {
  let zip: ZipArchive
  /// Names and paths of the sheets in their order, without those that are hidden.
  private(set) var sheets: [(name: String, path: String)] = []
  private(set) var isFrom1904 = false
  private let relations: [Relation]

  /// What a part is, by its id, and where.
  struct Relation {
    var id: String
    var type: Substring
    var path: String
  }

  /// - Throws: a `PartProblem` where there is no workbook, or it cannot be read.
  init(_ zip: ZipArchive) throws(PartProblem) {
    self.zip = zip
    let root = try RelationsReader.relations("_rels/.rels", of: zip, folder: "")
    let workbook = root.first { $0.type == "officeDocument" }?.path ?? "xl/workbook.xml"
    let folder = workbook.split(separator: "/").dropLast().joined(separator: "/")
    let name = workbook.split(separator: "/").last ?? "workbook.xml"
    relations = try RelationsReader.relations("\(folder)/_rels/\(name).rels", of: zip, folder: folder)
    let reader = SheetsReader(relations)
    try XMLPass.read(workbook, of: zip, with: reader)
    (sheets, isFrom1904) = (reader.shown.isEmpty ? reader.hidden : reader.shown, reader.isFrom1904)
    if sheets.isEmpty { sheets = [("Sheet1", "xl/worksheets/sheet1.xml")] }
  }

  /// Reads the part of a kind, such as `sharedStrings` or `styles`; nothing where the workbook has none.
  ///
  /// - Throws: a `PartProblem` where it cannot be read.
  func read(_ kind: String, with reader: any PartReader) throws(PartProblem) {
    let path = relations.first { $0.type == kind }?.path ?? "xl/\(kind).xml"
    if zip.has(path) { try XMLPass.read(path, of: zip, with: reader) }
  }
}

private final class RelationsReader: PartReader {
  private let folder: String
  private var found: [WorkbookParts.Relation] = []

  private init(folder: String) { self.folder = folder }

  /// None where the part is not there.
  static func relations(
    _ part: String, of zip: ZipArchive, folder: String
  ) throws(PartProblem) -> [WorkbookParts.Relation] {
    let reader = RelationsReader(folder: folder)
    if zip.has(part) { try XMLPass.read(part, of: zip, with: reader) }
    return reader.found
  }

  func start(_ element: PartElement, _ attributes: PartAttributes) {
    guard element == .relationship, let id = attributes["Id"], let target = attributes["Target"] else { return }
    let type = attributes["Type"]?.split(separator: "/").last ?? ""
    found.append(.init(id: id, type: type, path: path(target)))
  }

  /// `/xl/a.xml` is meant from the root, `../a.xml` and `a.xml` from the folder; none leads out of the file.
  private func path(_ target: String) -> String {
    var parts = target.hasPrefix("/") ? [] : folder.split(separator: "/")
    for part in target.split(separator: "/") {
      if part == ".." { _ = parts.popLast() } else if part != "." { parts.append(part) }
    }
    return parts.joined(separator: "/")
  }
}

private final class SheetsReader: PartReader {
  private let relations: [String: WorkbookParts.Relation]
  private(set) var shown: [(name: String, path: String)] = []
  private(set) var hidden: [(name: String, path: String)] = []
  private(set) var isFrom1904 = false

  init(_ relations: [WorkbookParts.Relation]) {
    self.relations = Dictionary(relations.map { ($0.id, $0) }) { first, _ in first }
  }

  func start(_ element: PartElement, _ attributes: PartAttributes) {
    switch element {
    case .properties: isFrom1904 = ["1", "true", "on"].contains(attributes["date1904"] ?? "")
    case .sheet: take(attributes)
    default: break
    }
  }

  /// `sheetId` is another attribute; the relation's is `r:id`.
  private func take(_ attributes: PartAttributes) {
    guard let relation = attributes["id"].flatMap({ relations[$0] }), relation.type != "chartsheet" else { return }
    let sheet = (name: attributes["name"] ?? "", path: relation.path)
    if attributes["state"]?.lowercased().hasSuffix("hidden") == true {
      hidden.append(sheet)
    } else {
      shown.append(sheet)
    }
  }
}
