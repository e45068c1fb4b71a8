internal import DocumentModel

/// Day, month and year of `2009-01-05`, `2009-01` or `2009`, each for a cell of its own; empty where it is not known.
struct DayCells {
  let day, month, year: String

  init(_ iso: String?) {
    let parts = (iso ?? "").split(separator: "-").map(String.init)
    year = parts.first ?? ""
    month = parts.count > 1 ? parts[1] : ""
    day = parts.count > 2 ? parts[2] : ""
  }
}

extension AidRow {
  /// The cells of the full layout that the row fills.
  var inventoryCells: [InventoryField: String] {
    let date = DayCells(dateParts.iso)
    let cells: [InventoryField: String?] = [
      .ordinal: ordinal.map { String($0) }, .typeName: typeName, .number: number, .symbol: symbol, .day: date.day,
      .month: date.month, .year: date.year, "document.issuer": author, .subject: subject, "document.note": note,
      .sheet: sheet,
    ]
    return cells.compactMapValues { $0 }
  }
}

extension AidDossier {
  /// What is stated beside the code, by the name of the field.
  var values: [(String, String)] {
    let all: [(String, String?)] = [
      ("title", title), ("start", start), ("end", end), ("sheets", sheets.map { String($0) }),
      ("documents", documents.map { String($0) }), ("keeping", keeping), ("box", box), ("fonds", fonds),
      ("catalogue", catalogue),
    ]
    return all.compactMap { name, value in value.map { (name, $0) } }
  }

  /// With the place that the head of a list states for all of its rows.
  func filled(from list: AidDossier) -> AidDossier {
    var filled = self
    filled.fonds = fonds ?? list.fonds
    filled.catalogue = catalogue ?? list.catalogue
    filled.box = box ?? list.box
    return filled
  }
}
