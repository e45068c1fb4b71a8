internal import DocumentModel

/// The sheets of an XLSX file (ECMA-376).
struct Workbook {
  private let parts: WorkbookParts
  private let strings: [String]
  private let styles: NumberStyles

  /// Nil for a file that is no workbook, is damaged, or is too large.
  init?(_ bytes: [UInt8]) {
    guard let zip = ZipFile(bytes) else { return nil }
    parts = WorkbookParts(zip)
    guard parts.sheets.contains(where: { zip.contents(of: $0.path, limit: WorkbookParts.limit) != nil }) else {
      return nil
    }
    strings = parts.part("sharedStrings").map(Self.strings) ?? []
    styles = NumberStyles(parts.part("styles"), isFrom1904: parts.isFrom1904)
  }

  /// A shared string may be in several runs of type; phonetic hints are not part of it.
  private static func strings(_ bytes: [UInt8]) -> [String] {
    var scanner = XMLScanner(bytes), strings: [String] = [], current = "", isText = false, isHint = false
    while let event = scanner.next() {
      switch event {
      case .start("si", _, let isEmpty):
        current = ""
        if isEmpty { strings.append("") }
      case .end("si"): strings.append(current)
      case .start("t", _, let isEmpty): isText = !isEmpty
      case .end("t"): isText = false
      case .start("rPh", _, let isEmpty): isHint = !isEmpty
      case .end("rPh"): isHint = false
      case .text where isText && !isHint, .data where isText && !isHint: current += event.characters ?? ""
      default: break
      }
    }
    return strings.map(Self.unescaped)
  }

  /// Signs that XML cannot hold are written `_x000D_`; such a text itself begins with `_x005F_`.
  private static func unescaped(_ text: String) -> String {
    guard text.contains("_x") else { return text }
    return text.replacing(/_x([0-9A-Fa-f]{4})_/) { match in
      UInt32(match.1, radix: 16).flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }

  /// Gives the rows of all sheets in their order, until `body` says false.
  func forEachRow(_ body: (SheetRow) -> Bool) {
    for (index, sheet) in parts.sheets.enumerated() {
      guard let bytes = parts.zip.contents(of: sheet.path, limit: WorkbookParts.limit) else { continue }
      var merged = MergedCells(MergedRange.all(in: bytes))
      let goesOn = forEachRow(of: bytes) { row in
        var row = merged.filled(row)
        (row.sheet, row.sheetName) = (index, sheet.name)
        return body(row)
      }
      if !goesOn { return }
    }
  }

  /// False where `body` said so.
  private func forEachRow(of sheet: [UInt8], _ body: (SheetRow) -> Bool) -> Bool {
    var scanner = XMLScanner(sheet)
    var row = SheetRow(number: 0, cells: []), cell = Cell(), isValue = false, isHint = false
    while let event = scanner.next() {
      switch event {
      case .start("row", let attributes, let isEmpty):
        row = SheetRow(
          number: XMLScanner.attribute("r", in: attributes).flatMap { Int($0) } ?? row.number + 1, cells: [])
        if isEmpty { continue }
      case .end("row"): if !body(row) { return false }
      case .start("c", let attributes, let isEmpty):
        cell = Cell(attributes, default: row.cells.count)
        if isEmpty { row.set("", at: cell.column) }
      case .end("c"): row.set(value(of: cell), at: cell.column)
      case .start("v", _, let isEmpty), .start("t", _, let isEmpty): isValue = !isEmpty
      case .end("v"), .end("t"): isValue = false
      case .start("rPh", _, let isEmpty): isHint = !isEmpty
      case .end("rPh"): isHint = false
      case .text where isValue && !isHint, .data where isValue && !isHint: cell.raw += event.characters ?? ""
      case .end("sheetData"): return true
      default: break
      }
    }
    return true
  }

  private func value(of cell: Cell) -> String {
    switch cell.type {
    case "s": Int(cell.raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": cell.raw == "1" ? "1" : "0"
    case "e": ""
    case "n": styles.text(cell.raw, style: cell.style)
    case "d": Self.day(cell.raw)
    default: Self.unescaped(cell.raw)
    }
  }

  /// A day as ISO 8601 has it, which strict workbooks write: `2010-05-12T00:00:00`.
  private static func day(_ raw: String) -> String {
    CalendarDate(iso: String(raw.prefix(10)))?.printed ?? raw
  }
}

/// A cell while it is read.
private struct Cell {
  var column = 0
  var type = "n"
  var style = 0
  var raw = ""

  init() {}

  init(_ attributes: ArraySlice<UInt8>, default column: Int) {
    self.column = XMLScanner.attribute("r", in: attributes).flatMap(SheetRow.column) ?? column
    type = XMLScanner.attribute("t", in: attributes) ?? "n"
    style = XMLScanner.attribute("s", in: attributes).flatMap { Int($0) } ?? 0
  }
}
