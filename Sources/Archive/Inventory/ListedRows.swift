internal import DocumentModel
internal import Vietnamese

/// The rows of the lists of documents that were scanned, to find the one that a document of the inventory was listed in.
struct ListedRows {
  /// A value of a row and where it is printed.
  struct Cell {
    var value: String
    /// The SHA-256 of the list's file.
    var input: String
    var evidence: Evidence
  }

  struct Printed {
    /// By the name of the field of a document's head.
    var cells: [String: Cell]
    /// Nil where the list names no dossier.
    var dossier: String?
  }

  private let byOrdinal: [Int: [Printed]]

  init(_ aids: [KeptAid]) {
    var rows: [Int: [Printed]] = [:]
    for kept in aids where kept.aid.kind == .documentList {
      for row in kept.aid.rows {
        guard let ordinal = row.ordinal else { continue }
        rows[ordinal, default: []].append(Printed(row, of: kept))
      }
    }
    byOrdinal = rows
  }

  /// The only row of that number in a list of the dossier that says nothing else than the inventory does and agrees with it in
  /// one value at least; nil where there is none, or several.
  func row(of code: String, ordinal: Int?, stating values: [String: String]) -> Printed? {
    let rows = ordinal.flatMap { byOrdinal[$0] } ?? []
    let fitting = rows.filter { row in
      let isOfDossier = row.dossier.map { Self.plain($0) == Self.plain(code) } ?? true
      let shared = values.filter { row.cells[$0.key] != nil }
      return isOfDossier && !shared.isEmpty
        && shared.allSatisfy { Self.plain($0.value) == Self.plain(row.cells[$0.key]?.value ?? "") }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// A code, number or word as lists are compared by: `07` is `7`; marks and spaces do not count.
  static func plain(_ text: String) -> String {
    String(looseKey(text).filter { !$0.isWhitespace }.drop { $0 == "0" })
  }
}

extension ListedRows.Printed {
  fileprivate init(_ row: AidRow, of kept: KeptAid) {
    let values: [(String, String, String?)] = [
      ("number", "number", row.number), ("symbol", "symbol", row.symbol), ("date", "date", row.dateParts.iso),
      ("issuer", "author", row.author), ("subject", "subject", row.subject),
    ]
    cells = [:]
    dossier = kept.aid.dossier.code
    for (field, name, value) in values {
      guard let value, let evidence = row.evidence[name] else { continue }
      cells[field] = ListedRows.Cell(value: value, input: kept.sha256, evidence: evidence)
    }
  }
}
