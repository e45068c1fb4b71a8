internal import DocumentModel
internal import GRDB
internal import Vietnamese

/// What scanned lists, covers and closing sheets say of a dossier against its row of the inventory.
struct AidComparison {
  let db: Database

  /// By the column of `dossier` what a paper states.
  private typealias Stated = [(column: String, value: String)]

  /// Differences of fields that were not found to differ before: one field is one conflict. Several papers may contradict the
  /// inventory; the first is shown.
  func differences(
    of aids: [KeptAid], besides found: [ConflictWriter.Difference]
  ) throws -> [ConflictWriter.Difference] {
    let aids = aids.filter { $0.aid.dossier.code != nil }
    let dossiers = aids.isEmpty ? [:] : try dossiers()
    var seen = Set(found.map { "\($0.level) \($0.id) \($0.field)" })
    return aids.flatMap { kept -> [ConflictWriter.Difference] in
      guard let row = Self.dossier(kept.aid.dossier, in: dossiers) else { return [] }
      let id: Int64 = row["id"]
      return Self.stated(by: kept.aid).compactMap { column, value in
        let listed: String? = row[column]
        guard let listed, !listed.isEmpty, !Self.agree(listed, value, column) else { return nil }
        guard seen.insert("dossier \(id) \(column)").inserted else { return nil }
        return .init(level: "dossier", id: id, field: column, inventory: listed, archive: value)
      }
    }
  }

  /// By code, as `plain` makes it.
  private func dossiers() throws -> [String: [Row]] {
    let rows = try Row.fetchAll(
      db,
      sql: """
        SELECT dossier.id, dossier.code, CAST(sheets AS TEXT) AS sheets, CAST(documents AS TEXT) AS documents, startDate,
          endDate, missingNumbers, fonds.code AS fonds, fonds.name AS fondsName, catalogue.number AS catalogue
        FROM dossier JOIN catalogue ON catalogue.id = dossier.catalogueId JOIN fonds ON fonds.id = catalogue.fondsId
        """)
    return Dictionary(grouping: rows) { Self.plain($0["code"]) }
  }

  /// The only dossier with the code that the paper names, in the fonds and catalogue that it names; nil where there is none, or
  /// several.
  private static func dossier(_ aid: AidDossier, in dossiers: [String: [Row]]) -> Row? {
    let rows = aid.code.flatMap { dossiers[plain($0)] } ?? []
    let fitting = rows.filter { row in
      let places: [(String?, [String?])] = [
        (aid.fonds, [row["fonds"], row["fondsName"]]), (aid.catalogue, [row["catalogue"]]),
      ]
      return rows.count == 1 || places.allSatisfy { own, listed in own.map { isOne(of: listed, $0) } ?? true }
    }
    return fitting.count == 1 ? fitting[0] : nil
  }

  /// `07` is `7`.
  private static func plain(_ code: String) -> String { String(looseKey(code).drop { $0 == "0" }) }

  private static func isOne(of listed: [String?], _ own: String) -> Bool {
    listed.contains { $0.map(looseKey) == looseKey(own) }
  }

  private static func stated(by aid: Aid) -> Stated {
    let dossier = aid.dossier
    let all: [(String, String?)] = [
      ("sheets", dossier.sheets.map { String($0) }), ("documents", dossier.documents.map { String($0) }),
      ("startDate", dossier.start), ("endDate", dossier.end),
      // On a closing sheet these are sheets.
      ("missingNumbers", aid.kind == .closingSheet ? nil : aid.gaps?.joined(separator: ", ")),
    ]
    return all.compactMap { column, value in value.map { (column, $0) } }
  }

  /// A month agrees with any day in it; numbers that are missing in whatever order and runs.
  private static func agree(_ listed: String, _ stated: String, _ column: String) -> Bool {
    switch column {
    case "startDate", "endDate": listed.hasPrefix(stated) || stated.hasPrefix(listed)
    case "missingNumbers":
      Set(DossierComparison.numbers(in: listed)) == Set(DossierComparison.numbers(in: stated))
    default: listed == stated
    }
  }
}
