internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Gives columns whose heading no rule knows the role that their cells and neighbours tell. A heading that is known is never
/// overruled; a column of bodies left of another column of bodies leads, whatever stands over it.
struct ColumnContents: Sendable {
  private let cells: CellContents
  private let rules: ColumnRules

  init(_ phrases: Phrases) { (cells, rules) = (CellContents(phrases), ColumnRules(phrases)) }

  /// The columns, each with its role. A table without any header is given one only where work, bodies and times stand side
  /// by side: lists of names and of money have no such three columns.
  func columns(of table: DataTable) -> [DataTable.Column] {
    let rows = table.rows.filter { $0.kind == .data }
    guard !rows.isEmpty else { return table.columns }
    var draft = Draft(
      kinds: (0..<width(table)).map { kind(of: rows.map(\.cells), $0) }, rows: rows.count, columns: table.columns)
    guard draft.isOfTasks else { return table.columns }
    draft.giveRoles()
    return draft.columns
  }

  /// A table whose first row heads its columns in words that no rule knows: short, and in no column of numbers or times one
  /// of them itself, over rows that are tasks by their cells. Pages below may repeat it.
  func headed(_ table: DataTable) -> DataTable {
    guard table.columns.isEmpty, let top = table.rows.first, top.kind == .data, isHeading(top.cells) else {
      return table
    }
    let rows = table.rows.filter { $0.kind == .data }.dropFirst().map(\.cells)
    let kinds = top.cells.indices.map { kind(of: rows, $0) }
    let told = kinds.indices.filter { kinds[$0] == .number || kinds[$0] == .time || kinds[$0] == .assignments }
    guard rows.count >= TableLimits.fewestTellingRows, kinds.contains(.work), !told.isEmpty,
      told.allSatisfy({ cells.kind(of: top.cells[$0].text) != kinds[$0] })
    else { return table }
    let keys = top.cells.map { looseKey($0.text) }
    return DataTable(
      columns: zip(rules.columns(top.cells), kinds).map { column, kind in
        kind.map { $0.mayStand(under: column.role) } ?? true ? column : DataTable.Column(heading: column.heading)
      },
      rows: table.rows.filter { $0.kind != .data || $0.cells.map { looseKey($0.text) } != keys })
  }

  private func isHeading(_ cells: [Passage]) -> Bool {
    cells.count > 2 && cells.allSatisfy { !$0.isEmpty && $0.text.count <= TableLimits.longestHeading }
  }

  private func width(_ table: DataTable) -> Int {
    table.columns.isEmpty ? table.rows.map(\.cells.count).max() ?? 0 : table.columns.count
  }

  /// What most of the filled cells of a column look like; nil where they are of several kinds, or few.
  private func kind(of rows: [[Passage]], _ column: Int) -> CellContents.Kind? {
    let filled = rows.compactMap { $0.indices.contains(column) && !$0[column].isEmpty ? $0[column].text : nil }
    guard filled.count * 2 >= rows.count, filled.count >= min(TableLimits.fewestTellingRows, rows.count) else {
      return nil
    }
    let kinds = filled.compactMap(cells.kind)
    let counts = Dictionary(kinds.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.first { $0.value * TableLimits.tellingShare.of >= filled.count * TableLimits.tellingShare.part }?.key
  }

  /// The columns while roles are given to them.
  private struct Draft {
    let kinds: [CellContents.Kind?]
    /// Rows that are no titles.
    let rows: Int
    var columns: [DataTable.Column]
    private let isHeaded: Bool

    init(kinds: [CellContents.Kind?], rows: Int, columns: [DataTable.Column]) {
      (self.kinds, self.rows) = (kinds, rows)
      isHeaded = !columns.isEmpty
      self.columns = isHeaded ? columns : kinds.map { _ in DataTable.Column(heading: Passage()) }
      forgetContradicted()
    }

    /// Takes a role away that only a part of a heading gave, where the cells are of another kind: `Nội dung phân công` is
    /// over work, whatever `phân công` is over elsewhere.
    private mutating func forgetContradicted() {
      for (index, kind) in zip(columns.indices, kinds) {
        let rule = columns[index].rule
        guard rule == ColumnRules.withinRule || rule == ColumnRules.belowRule, let kind,
          !kind.mayStand(under: columns[index].role)
        else { continue }
        columns[index] = DataTable.Column(heading: columns[index].heading)
      }
    }

    /// Known headings and cells together say that the rows are tasks.
    var isOfTasks: Bool {
      let known = Set(columns.compactMap(\.role)).intersection([.task, .lead, .cooperating, .deadline])
      if kinds.contains(.assignments) { return kinds.contains(.work) || known.contains(.task) }
      if rows < TableLimits.fewestTellingRows { return known.count > 1 }
      if isHeaded, !known.isEmpty { return known.count > 1 || kinds.contains(.body) && kinds.contains(.work) }
      return kinds.contains(.work) && kinds.contains(.body) && kinds.contains(.time)
    }

    mutating func giveRoles() {
      // Cells that carry labels say more than any heading.
      if !has(.lead) { give(.lead, to: kinds.firstIndex(of: .assignments)) }
      if !has(.task) { give(.task, to: open(.work).first) }
      giveBodies()
      if !has(.deadline) { give(.deadline, to: open(.time).first) }
      if !has(.index), open(.number).first == 0 { give(.index, to: 0) }
    }

    /// The one that leads stands left of the one that helps.
    private mutating func giveBodies() {
      if !has(.lead) {
        let help = columns.firstIndex { $0.role == .cooperating } ?? columns.count
        give(.lead, to: open(.body).first { $0 < help } ?? open(.body).first)
      }
      let leads = columns.indices.filter { columns[$0].role == .lead }
      guard !has(.cooperating), let lead = leads.first else { return }
      give(.cooperating, to: open(.body).first { $0 > lead } ?? leads.dropFirst().first { kinds[$0] == .body })
    }

    private func has(_ role: ColumnRole) -> Bool { columns.contains { $0.role == role } }

    /// Columns of a kind whose heading says nothing.
    private func open(_ kind: CellContents.Kind) -> [Int] {
      columns.indices.filter { columns[$0].role == nil && kinds[$0] == kind }
    }

    private mutating func give(_ role: ColumnRole, to column: Int?) {
      guard let column else { return }
      columns[column].role = role
      columns[column].rule = "column.cells"
      columns[column].certainty = TableCertainties.roleByCells
    }
  }
}

extension CellContents.Kind {
  /// Whether cells of the kind bear out what their heading says.
  fileprivate func mayStand(under role: ColumnRole?) -> Bool {
    switch role {
    case .task: self == .work
    case .lead, .cooperating: self == .body || self == .assignments
    case .deadline: self == .time
    default: true
    }
  }
}
