internal import DocumentModel
internal import Vietnamese

/// What the aids of one dossier say of it together.
struct AidGroup {
  private(set) var code: String?
  /// Of which folder, where no code tells it from others.
  private var folder: Substring
  /// By the name of the field every value that is stated, each once.
  private var stated: [String: [String]] = [:]
  /// Numbers that a paper says are missing.
  private(set) var gaps: [String] = []
  private(set) var items: [AidRow] = []
  private var note: String?

  private init(code: String?, folder: Substring) { (self.code, self.folder) = (code, folder) }

  /// In the order of the aids. One without a code belongs to the only dossier that others of its folder name, else to the one
  /// of the folder that none names.
  static func groups(of aids: [KeptAid]) -> [AidGroup] {
    var groups: [AidGroup] = []
    let own = aids.filter { $0.aid.kind != .dossierList }
    // Those with a code first: the others join them.
    for kept in own.filter({ $0.aid.dossier.code != nil }) + own.filter({ $0.aid.dossier.code == nil }) {
      let index = place(of: kept.aid.dossier, in: folder(of: kept.file), &groups)
      groups[index].take(kept.aid.dossier)
      groups[index].takeGaps(of: kept.aid)
      groups[index].items += kept.aid.rows
    }
    for kept in aids where kept.aid.kind == .dossierList {
      for row in kept.aid.rows {
        guard let dossier = row.dossier.map({ $0.filled(from: kept.aid.dossier) }),
          dossier.code != nil || dossier.title != nil
        else { continue }
        let index = place(of: dossier, in: folder(of: kept.file), &groups, isListed: true)
        groups[index].take(dossier)
        groups[index].note = groups[index].note ?? row.note
      }
    }
    return groups
  }

  private static func folder(of path: String) -> Substring {
    path.lastIndex { $0 == "/" || $0 == "\\" }.map { path[..<$0] } ?? ""
  }

  private static func place(
    of dossier: AidDossier, in folder: Substring, _ groups: inout [AidGroup], isListed: Bool = false
  ) -> Int {
    let known = groups.indices.filter { index in
      guard let code = dossier.code else { return groups[index].folder == folder && !isListed }
      return groups[index].code.map(ListedRows.plain) == ListedRows.plain(code) && groups[index].agrees(with: dossier)
    }
    if known.count == 1 { return known[0] }
    let unnamed = known.first { dossier.code == nil && groups[$0].code == nil }
    if let unnamed { return unnamed }
    groups.append(AidGroup(code: dossier.code, folder: folder))
    return groups.count - 1
  }

  /// Codes come again in every fonds and catalogue.
  private func agrees(with dossier: AidDossier) -> Bool {
    [("fonds", dossier.fonds), ("catalogue", dossier.catalogue)].allSatisfy { name, value in
      value.map { value in stated[name]?.contains { looseKey($0) == looseKey(value) } ?? true } ?? true
    }
  }

  // MARK: Values

  private mutating func take(_ dossier: AidDossier) {
    code = code ?? dossier.code
    for (name, value) in dossier.values
    where !stated[name, default: []].contains(where: { looseKey($0) == looseKey(value) }) {
      stated[name, default: []].append(value)
    }
  }

  /// What is missing on a closing sheet are sheets, elsewhere papers of a series.
  private mutating func takeGaps(of aid: Aid) {
    let stated = aid.gaps ?? []
    if aid.kind == .closingSheet {
      if !stated.isEmpty { note = note ?? Self.missingSheets + stated.joined(separator: ", ") }
    } else {
      gaps += stated.filter { !gaps.contains($0) }
    }
  }

  private static let missingSheets = "Số tờ khuyết: "

  /// Nil where nothing is stated of a field, or different things.
  func text(_ name: String) -> String? { stated[name].flatMap { $0.count == 1 ? $0[0] : nil } }

  var differences: [ProposedInventory.Difference] {
    stated.filter { $0.value.count > 1 }.sorted { $0.key < $1.key }.map {
      .init(dossier: code, field: $0.key, values: $0.value)
    }
  }

  /// A row for every document, the dossier beside it; one of the dossier alone where none is listed.
  func rows(_ columns: [InventoryColumn], number: Int) -> [[String]] {
    let dossier = dossierCells(number)
    let all = items.isEmpty ? [[:]] : items.map(\.inventoryCells)
    return all.map { item in columns.map { item[$0.field] ?? dossier[$0.field] ?? "" } }
  }

  private func dossierCells(_ number: Int) -> [InventoryField: String] {
    let start = DayCells(text("start")), end = DayCells(text("end"))
    return [
      .dossierOrdinal: String(number), .code: code ?? "", .title: text("title") ?? "", .fonds: text("fonds") ?? "",
      .catalogue: text("catalogue") ?? "", .box: text("box") ?? "", .maintenance: text("keeping") ?? "",
      .startDay: start.day, .startMonth: start.month, .startYear: start.year, .endDay: end.day, .endMonth: end.month,
      .endYear: end.year, "dossier.sheets": text("sheets") ?? "", "dossier.documents": text("documents") ?? "",
      "dossier.missing-numbers": gaps.joined(separator: ", "), "dossier.note": note ?? "",
    ]
  }
}
