internal import DocumentModel

/// Reads the rows of a sheet, one after another.
final class RowReader: PartReader {
  private let strings: SharedStrings
  private let styles: NumberStyles
  private let body: (SheetRow) -> Bool
  private var merged: MergedCells
  private var row = SheetRow(number: 0, cells: [])
  private var cell = Cell()
  private var isValue = false, isHint = false
  /// Bytes of the row's texts.
  private var size = 0
  private(set) var ending: PartEnding?
  /// Whether `body` wanted no more.
  private(set) var isRefused = false

  /// A row's texts may not be larger than this together, in bytes; spreadsheet programs allow 32,767 signs a cell.
  private static let largestRow = 8 << 20

  init(_ workbook: Workbook, merged: [MergedRange], _ body: @escaping (SheetRow) -> Bool) {
    (strings, styles) = (workbook.strings, workbook.styles)
    self.merged = MergedCells(merged)
    self.body = body
  }

  func start(_ element: PartElement, _ attributes: PartAttributes) {
    switch element {
    case .row:
      row = SheetRow(number: attributes.number("r") ?? row.number + 1, cells: [])
      size = 0
    case .cell: cell.begin(attributes, default: row.cells.count)
    case .value, .text: isValue = true
    case .hint: isHint = true
    default: break
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard isValue, !isHint else { return }
    cell.raw.append(contentsOf: bytes)
    if cell.raw.count > Self.largestRow { ending = .tooLarge }
  }

  func end(_ element: PartElement) {
    switch element {
    case .row: endRow()
    case .cell: endCell()
    case .value, .text: isValue = false
    case .hint: isHint = false
    case .data: ending = .done
    default: break
    }
  }

  private func endRow() {
    guard !row.cells.isEmpty, !body(merged.filled(row)) else { return }
    (isRefused, ending) = (true, .done)
  }

  private func endCell() {
    let text = value
    size += text.utf8.count
    if size > Self.largestRow { ending = .tooLarge }
    row.set(text, at: cell.column)
  }

  private var value: String {
    let raw = String(decoding: cell.raw, as: UTF8.self)
    switch cell.type {
    case .shared: return Int(raw).map { strings[$0] } ?? ""
    case .truth: return raw == "1" ? "1" : "0"
    case .error: return ""
    case .number: return styles.text(raw, style: cell.style)
    // A day as ISO 8601 has it, which strict workbooks write: `2010-05-12T00:00:00`.
    case .day: return CalendarDate(iso: String(raw.prefix(10)))?.printed ?? raw
    case .text: return SharedStrings.unescaped(raw)
    }
  }
}

/// A cell while it is read.
private struct Cell {
  enum Kind: String {
    case shared = "s", truth = "b", error = "e", number = "n", day = "d", text = "str"
  }

  var column = 0
  var type = Kind.number
  var style = 0
  var raw: [UInt8] = []

  mutating func begin(_ attributes: PartAttributes, default column: Int) {
    self.column = attributes["r"].flatMap(SheetRow.column) ?? column
    type = attributes["t"].map { Kind(rawValue: $0) ?? .text } ?? .number
    style = attributes.number("s") ?? 0
    raw.removeAll(keepingCapacity: true)
  }
}
