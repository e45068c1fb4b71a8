/// The first sheet of an XLSX file (ECMA-376).
struct Workbook {
  /// No part of a workbook may be larger than this, in bytes.
  static let limit = 1 << 30

  private let sheet: [UInt8]
  private let strings: [String]
  private let dateStyles: Set<Int>
  /// Cells that are one: each shows what its first one holds.
  private let merged: [MergedRange]

  /// Nil for a file that is no workbook, is damaged, or is too large.
  init?(_ bytes: [UInt8]) {
    guard let zip = ZipFile(bytes), let sheet = Self.firstSheet(in: zip) else { return nil }
    self.sheet = sheet
    strings = zip.contents(of: "xl/sharedStrings.xml", limit: Self.limit).map(Self.strings) ?? []
    dateStyles = zip.contents(of: "xl/styles.xml", limit: Self.limit).map(DateStyles.read) ?? []
    merged = MergedRange.all(in: sheet)
  }

  /// The sheet that stands first; where the workbook does not say, the one of the lowest number.
  private static func firstSheet(in zip: ZipFile) -> [UInt8]? {
    if let workbook = zip.contents(of: "xl/workbook.xml", limit: limit),
      let relations = zip.contents(of: "xl/_rels/workbook.xml.rels", limit: limit),
      let id = firstAttribute("id", of: "sheet", in: workbook), let target = target(of: id, in: relations),
      let sheet = zip.contents(of: target.hasPrefix("/") ? String(target.dropFirst()) : "xl/" + target, limit: limit)
    {
      return sheet
    }
    return zip.contents(of: "xl/worksheets/sheet1.xml", limit: limit)
  }

  private static func firstAttribute(_ attribute: String, of element: String, in bytes: [UInt8]) -> String? {
    var scanner = XMLScanner(bytes)
    while let event = scanner.next() {
      guard case .start(element, let attributes, _) = event else { continue }
      // `sheetId` is another attribute; the relation's is `r:id`.
      return XMLScanner.attribute(attribute, in: attributes)
    }
    return nil
  }

  private static func target(of id: String, in bytes: [UInt8]) -> String? {
    var scanner = XMLScanner(bytes)
    while let event = scanner.next() {
      guard case .start("Relationship", let attributes, _) = event,
        XMLScanner.attribute("Id", in: attributes) == id
      else { continue }
      return XMLScanner.attribute("Target", in: attributes)
    }
    return nil
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
      case .text(let text) where isText && !isHint: current += XMLScanner.text(text)
      default: break
      }
    }
    return strings
  }

  func forEachRow(_ body: (SheetRow) -> Bool) {
    var scanner = XMLScanner(sheet)
    var row = SheetRow(number: 0, cells: []), cell = Cell(), isValue = false
    while let event = scanner.next() {
      switch event {
      case .start("row", let attributes, let isEmpty):
        row = SheetRow(
          number: XMLScanner.attribute("r", in: attributes).flatMap { Int($0) } ?? row.number + 1, cells: [])
        if isEmpty { continue }
      case .end("row"): if !body(filled(row)) { return }
      case .start("c", let attributes, let isEmpty):
        cell = Cell(attributes, default: row.cells.count)
        if isEmpty { row.set("", at: cell.column) }
      case .end("c"): row.set(value(of: cell), at: cell.column)
      case .start("v", _, let isEmpty), .start("t", _, let isEmpty): isValue = !isEmpty
      case .end("v"), .end("t"): isValue = false
      case .text(let text) where isValue: cell.raw += XMLScanner.text(text)
      case .end("sheetData"): return
      default: break
      }
    }
  }

  private func value(of cell: Cell) -> String {
    switch cell.type {
    case "s": Int(cell.raw).flatMap { strings.indices.contains($0) ? strings[$0] : nil } ?? ""
    case "b": cell.raw == "1" ? "1" : "0"
    case "e": ""
    case "n": number(cell)
    default: cell.raw
    }
  }

  private func number(_ cell: Cell) -> String {
    if dateStyles.contains(cell.style), let serial = Double(cell.raw), let day = DateStyles.day(serial: serial) {
      return day
    }
    // `12.0` and `1.2E1` are written for 12 by some programs.
    if let value = Double(cell.raw), value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    return cell.raw
  }

  private func filled(_ row: SheetRow) -> SheetRow {
    var row = row
    for range in merged where range.rows.contains(row.number) && range.rows.lowerBound == row.number {
      guard row.cells.indices.contains(range.columns.lowerBound) else { continue }
      for column in range.columns { row.set(row.cells[range.columns.lowerBound], at: column) }
    }
    return row
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

/// `<mergeCell ref="A1:C1"/>`, in zero-based columns and rows as they are numbered.
struct MergedRange {
  var columns: ClosedRange<Int>
  var rows: ClosedRange<Int>

  /// They stand after the rows, so only what follows these is read.
  static func all(in sheet: [UInt8]) -> [MergedRange] {
    let end = Array("</sheetData>".utf8)
    let tail = sheet.suffix(4 << 20)
    guard let start = tail.indices.last(where: { tail[$0...].starts(with: end) }) else { return [] }
    var scanner = XMLScanner(Array(tail[start...])), ranges: [MergedRange] = []
    while let event = scanner.next() {
      guard case .start("mergeCell", let attributes, _) = event,
        let range = XMLScanner.attribute("ref", in: attributes).flatMap(MergedRange.init)
      else { continue }
      ranges.append(range)
    }
    return ranges
  }

  init?(_ text: String) {
    let ends = text.split(separator: ":").map(String.init)
    guard ends.count == 2, let left = SheetRow.column(of: ends[0]), let right = SheetRow.column(of: ends[1]),
      let top = Int(ends[0].drop { $0.isLetter }), let bottom = Int(ends[1].drop { $0.isLetter }),
      left <= right, top <= bottom, right < SheetRow.mostColumns
    else { return nil }
    columns = left...right
    rows = top...bottom
  }
}
