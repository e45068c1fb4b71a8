public import DocumentModel
internal import GRDB

/// An inventory to be written as a sheet.
public struct InventorySheet: Sendable {
  public var heading: [String]
  /// Widths of the columns, in characters.
  public var widths: [Double]
  public var rows: [[String]]

  public init(heading: [String], widths: [Double], rows: [[String]]) {
    (self.heading, self.widths, self.rows) = (heading, widths, rows)
  }
}

extension Archive {
  /// The inventory in the full layout that archives keep (`InventoryColumn.written`): a document a row, its dossier
  /// beside it. A dossier without listed documents is a row of its own.
  ///
  /// - Throws: a `Failure` where the archive cannot be read.
  public func inventorySheet() throws(Failure) -> InventorySheet {
    let columns = InventoryColumn.written
    let rows = try reading { db in
      let rows = try Row.fetchCursor(db, sql: InventoryExport.select)
      var result: [[String]] = [], number = 0, before: Int64?
      while let row = try rows.next() {
        let id: Int64 = row[InventoryExport.dossierID]
        if id != before { number += 1 }
        before = id
        result.append(columns.map { InventoryExport.cell($0, row, number: number) })
      }
      return result
    }
    return InventorySheet(heading: columns.compactMap(\.heading), widths: columns.map(\.width), rows: rows)
  }
}

/// The cells of the sheet, made of the table of columns.
private enum InventoryExport {
  static let dossierID = "dossierId"

  static var select: String {
    let kept = Set(InventoryColumn.written.compactMap(\.storage) + [.item(InventoryColumn.lastSheet)])
    let names = kept.map { "\($0.table.rawValue).\($0.column) AS \(name($0))" }.sorted()
    return """
      SELECT dossier.id AS \(dossierID), \(names.joined(separator: ", "))
      FROM dossier JOIN catalogue ON catalogue.id = dossier.catalogueId JOIN fonds ON fonds.id = catalogue.fondsId
      LEFT JOIN box ON box.id = dossier.boxId LEFT JOIN item ON item.dossierId = dossier.id
      ORDER BY fonds.code, catalogue.number, dossier.id, item.ordinal
      """
  }

  private static func name(_ storage: InventoryColumn.Storage) -> String {
    "\(storage.table.rawValue)_\(storage.column)"
  }

  static func cell(_ column: InventoryColumn, _ row: Row, number: Int) -> String {
    guard let storage = column.storage else { return column.content == .runningNumber ? String(number) : "" }
    let value = text(storage, row)
    switch column.content {
    case .day: return part(2, of: value)
    case .month: return part(1, of: value)
    case .year: return part(0, of: value)
    case .sheets: return sheets(value, text(.item(InventoryColumn.lastSheet), row))
    default: return value
    }
  }

  /// Empty for what was not stated.
  private static func text(_ storage: InventoryColumn.Storage, _ row: Row) -> String {
    let value: DatabaseValue = row[name(storage)]
    return switch value.storage {
    case .string(let text): text
    case .int64(let number): String(number)
    case .double(let number): String(number)
    case .null, .blob: ""
    }
  }

  /// Year, month or day of `2010-05`; what is not known is empty.
  private static func part(_ index: Int, of date: String) -> String {
    let parts = date.split(separator: "-")
    return parts.indices.contains(index) ? String(parts[index]) : ""
  }

  /// `1-3`; one number where the last sheet is the first.
  private static func sheets(_ first: String, _ last: String) -> String {
    Set([first, last]).sorted { $0.count < $1.count || $0 < $1 }.filter { !$0.isEmpty }.joined(separator: "-")
  }
}
