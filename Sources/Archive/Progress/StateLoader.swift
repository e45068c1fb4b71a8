internal import GRDB

/// Reads what percentages are computed from: one state a dossier, in a handful of sums that SQLite makes.
struct StateLoader {
  let db: Database
  /// Nil to take the predicate as it stands.
  let baseline: Int64?
  let predicate: ScopePredicate
  /// What reached a stage later is left out.
  let moment: Int
  /// What had reached it by an earlier moment is counted too; nil where nobody asks.
  var before: Int?

  struct Loaded {
    var dossiers: [DossierState]
    var uncounted: [UncountedPaper]
  }

  func load() throws -> Loaded {
    var states: [Int64: DossierState] = [:], order: [Int64] = []
    let frozen = try baseline.map {
      Set(try Int64.fetchAll(db, sql: "SELECT dossierId FROM baselineDossier WHERE baselineId = ?", arguments: [$0]))
    }
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT dossier.id, fonds.code, fonds.unit, fonds.holder, startDate, maintenance, valueClass, mode, documents,
          sheets, pages, dossier.metres, bornDigital
        FROM dossier JOIN catalogue ON catalogue.id = dossier.catalogueId JOIN fonds ON fonds.id = catalogue.fondsId
        ORDER BY dossier.id
        """)
    while let row = try rows.next() {
      let id: Int64 = row[0]
      states[id] = state(row, id: id, frozen: frozen)
      order.append(id)
    }
    try addItems(to: &states)
    try addStages(to: &states)
    return Loaded(dossiers: order.compactMap { states[$0] }, uncounted: try uncounted())
  }

  private func state(_ row: Row, id: Int64, frozen: Set<Int64>?) -> DossierState {
    var state = DossierState()
    state.fonds = row[1]
    state.unit = row[2] ?? ""
    state.year = (row[4] as String?).map { String($0.prefix(4)) } ?? ""
    (state.documents, state.sheets, state.pages, state.metres) = (row[8], row[9], row[10], row[11])
    let holds = predicate.holds(
      holder: row[3], maintenance: row[5], valueClass: row[6], fonds: state.fonds)
    state.standing = standing(
      holds: holds, isFrozen: frozen?.contains(id), isSecret: (row[7] as String?) == "03", isBornDigital: row[12])
    return state
  }

  private func standing(
    holds: Bool?, isFrozen: Bool?, isSecret: Bool, isBornDigital: Bool
  ) -> DossierState.Standing {
    // What was frozen stays in, whatever the inventory says of it since.
    guard holds == true || isFrozen == true else { return holds == nil ? .undetermined : .outside }
    if isSecret { return .secret }
    if isBornDigital { return .bornDigital }
    return isFrozen ?? true ? .inScope : .added
  }

  /// Papers only: what was born digital, and second scans, are no part of it.
  private static let paper = "bornDigital = 0 AND duplicateOf IS NULL"
  /// As many pages as the list says, with or without blank versos.
  private static let agrees = """
    item.scannedPages > 0
      AND (item.pages IS NULL OR item.pages IN (item.scannedPages, item.scannedPages - item.blankPages))
    """

  private func addItems(to states: inout [Int64: DossierState]) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT dossierId, COUNT(*), SUM(scannedPages = 0),
          SUM(CASE WHEN \(Self.agrees) THEN scannedPages - blankPages ELSE COALESCE(item.pages, 0) END),
          SUM(scannedPages = 0 AND item.pages IS NULL), MAX(COALESCE(sheetTo, sheetFrom))
        FROM item WHERE \(Self.paper) GROUP BY dossierId
        """)
    while let row = try rows.next() {
      let id: Int64 = row[0]
      states[id]?.items = row[1]
      states[id]?.unscannedItems = row[2]
      states[id]?.itemPages = row[3]
      states[id]?.itemsWithoutPages = row[4]
      states[id]?.lastSheet = row[5]
    }
  }

  private func addStages(to states: inout [Int64: DossierState]) throws {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT item.dossierId, itemStage.stage, COUNT(*), MAX(itemStage.at), \(Self.reached), \(Self.reached)
        FROM item CROSS JOIN itemStage ON itemStage.itemId = item.id
        WHERE \(Self.paper) AND \(Self.agrees) AND itemStage.pages = item.scannedPages
        GROUP BY item.dossierId, itemStage.stage
        """, arguments: [moment, moment, before ?? moment, before ?? moment])
    while let row = try rows.next() {
      let (id, stage, count, at): (Int64, Int, Int, Int) = (row[0], row[1], row[2], row[3])
      guard let state = states[id], (1...6).contains(stage) else { continue }
      if count == state.items { states[id]?.reachedAt[stage - 1] = at }
      // A dossier that was finished long ago needs no parts: they would be the whole.
      if count == state.items, at <= before ?? moment { continue }
      states[id]?.note(DossierState.Part(documents: row[4], pages: row[5]), of: stage, by: moment)
      if let before { states[id]?.note(DossierState.Part(documents: row[6], pages: row[7]), of: stage, by: before) }
    }
  }

  /// Documents and pages that reached a stage by a moment.
  private static let reached = """
    SUM(itemStage.at <= ?), SUM(CASE WHEN itemStage.at <= ? THEN scannedPages - blankPages ELSE 0 END)
    """

  private func uncounted() throws -> [UncountedPaper] {
    try Row.fetchAll(
      db,
      sql: """
        SELECT metres, maintenance, valueClass, holder, code, unit FROM uncounted
        JOIN fonds ON fonds.id = uncounted.fondsId
        """
    ).map { row in
      let code: String = row["code"]
      let holds = predicate.holds(
        holder: row["holder"], maintenance: row["maintenance"], valueClass: row["valueClass"], fonds: code)
      // Of paper that nobody arranged it is seldom known what it is; it may all be in scope.
      return UncountedPaper(
        metres: row["metres"], standing: holds == false ? .outside : .inScope, fonds: code, unit: row["unit"] ?? "")
    }
  }
}

extension DossierState {
  fileprivate mutating func note(_ part: Part, of stage: Int, by moment: Int) {
    guard part.documents > 0 else { return }
    parts[moment, default: Array(repeating: Part(), count: 6)][stage - 1] = part
  }
}
