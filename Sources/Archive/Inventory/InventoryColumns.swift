internal import Vietnamese

/// Which column holds what.
public struct InventoryColumns: Hashable, Codable, Sendable {
  public struct Column: Hashable, Codable, Sendable {
    /// From 0.
    public var index: Int
    public var heading: String
    /// Nil for one that is not understood, and is left out.
    public var field: InventoryField?

    /// `A` for the first, as spreadsheet programs call it.
    public var letter: String { InventoryColumns.letter(index) }
  }

  public var columns: [Column]
  /// Number of the last heading row, as the file counts.
  public var headingRow: Int

  /// Where every field stands.
  var places: [InventoryField: Int] {
    Dictionary(columns.compactMap { column in column.field.map { ($0, column.index) } }) { first, _ in first }
  }

  /// Whether something is read from the column of that index.
  func understands(_ index: Int) -> Bool { columns.indices.contains(index) && columns[index].field != nil }

  /// What a table has to have: a dossier, or a document of one that is named beside it.
  var isUsable: Bool {
    let fields = Set(columns.compactMap(\.field))
    return fields.contains(.code) || fields.contains(.metres) || (fields.contains(.subject) && fields.count >= 3)
  }

  /// Reads the rows of a heading; those above the last name groups of columns. `map` has headings or column letters and
  /// what they hold, and overrides.
  init(rows: [[String]], row: Int, map: [String: InventoryField]) {
    headingRow = row
    let stacks = Self.stacks(rows)
    columns = stacks.enumerated().map { index, stack in
      Column(index: index, heading: stack.joined(separator: " / "), field: nil)
    }
    var used: Set<InventoryField> = []
    for (index, stack) in stacks.enumerated() {
      let own = Self.key(stack.last ?? "")
      let group = Self.key(stack.dropLast().joined(separator: " "))
      let field = Self.mapped(own, letter: Self.letter(index), map) ?? Self.field(own, group: group, used: used)
      columns[index].field = field
      if let field { used.insert(field) }
    }
  }

  /// For every column its texts from the uppermost group to its own heading, each once. A group stands over its first
  /// column only, and holds for those to the right of it that have a heading of their own and no other group.
  private static func stacks(_ rows: [[String]]) -> [[String]] {
    var stacks = [[String]](repeating: [], count: rows.map(\.count).max() ?? 0)
    for (level, cells) in rows.enumerated() {
      var group = ""
      for index in stacks.indices {
        let text = text(cells, index)
        let hasBelow = rows[(level + 1)...].contains { !self.text($0, index).isEmpty }
        if !text.isEmpty || !hasBelow { group = text }
        let shown = text.isEmpty ? group : text
        if !shown.isEmpty, stacks[index].last != shown { stacks[index].append(shown) }
      }
    }
    return stacks
  }

  /// How many columns are understood.
  var known: Int { columns.count { $0.field != nil } }

  private static func text(_ cells: [String], _ index: Int) -> String {
    cells.indices.contains(index) ? cells[index].trimmedSpaces : ""
  }

  static func key(_ heading: String) -> String {
    looseKey(nfc(heading)).filter { $0 != "." && $0 != ":" && $0 != "*" }.trimmedSpaces
  }

  private static func mapped(_ key: String, letter: String, _ map: [String: InventoryField]) -> InventoryField? {
    map[key] ?? map[letter.lowercased()]
  }

  static func letter(_ index: Int) -> String {
    let last = String(UnicodeScalar(UInt8(0x41 + index % 26)))
    return index < 26 ? last : letter(index / 26 - 1) + last
  }

  private static let byHeading: [String: InventoryField] = Dictionary(
    InventoryColumn.all.flatMap { column in column.keys.map { ($0, column.field) } }
      + InventoryColumn.all.flatMap { column in column.keys.map { (HeadingWords.bare($0), column.field) } }
  ) { first, _ in first }

  /// Fields by the words that their headings have, whatever their order.
  private static let byMeaning: [Set<String>: InventoryField] = Dictionary(
    InventoryColumn.all.flatMap { column in column.keys.map { (HeadingWords.meaning($0), column.field) } }
  ) { first, _ in first }

  private static func field(meaning key: String) -> InventoryField? {
    let words = HeadingWords.meaning(key)
    if let field = byMeaning[words] { return field }
    // What the column is of may be said once more, or left out.
    let levels: [Set<String>] = [["ho", "so"], ["van", "ban"], ["tai", "lieu"]]
    for level in levels {
      if level.isSubset(of: words), let field = byMeaning[words.subtracting(level)] { return field }
      if level.isDisjoint(with: words), words.count >= 2, let field = byMeaning[words.union(level)] { return field }
    }
    return nil
  }

  /// The heading itself, or with the group above it. A heading that comes twice is the dossier's first and then the
  /// document's; after a column that only documents have, every such heading is the document's.
  private static func field(_ own: String, group: String, used: Set<InventoryField>) -> InventoryField? {
    let whole = group.isEmpty || group == own ? own : own.isEmpty ? group : group + " " + own
    let isPastDossier = used.contains { $0.isOfItem }
    if ["ngay", "thang", "nam"].contains(own) {
      return dayPart(own, group: group, used: used, isPastDossier: isPastDossier)
    }
    let known = [whole, own].flatMap(HeadingWords.forms).lazy.compactMap { byHeading[$0] }.first
    let found = known ?? [whole, own].lazy.compactMap(field(meaning:)).first
    guard let found else { return nil }
    let candidates = isPastDossier ? [found.twin, found] : [found, found.twin]
    return candidates.compactMap { $0 }.first { !used.contains($0) }
  }

  /// `Ngày`, `Tháng`, `Năm` stand three times in the widest layout: of the beginning, of the end, of the document.
  private static func dayPart(
    _ own: String, group: String, used: Set<InventoryField>, isPastDossier: Bool
  ) -> InventoryField? {
    let start: [String: InventoryField] = ["ngay": .startDay, "thang": .startMonth, "nam": .startYear]
    let end: [String: InventoryField] = ["ngay": .endDay, "thang": .endMonth, "nam": .endYear]
    let issue: [String: InventoryField] = ["ngay": .day, "thang": .month, "nam": .year]
    if group.contains("bat dau") { return start[own] }
    if group.contains("ket thuc") { return end[own] }
    let isOfDossier = used.contains(.code) && !isPastDossier
    return (isOfDossier ? [start[own], end[own], issue[own]] : [issue[own]]).compactMap { $0 }.first {
      !used.contains($0)
    }
  }
}

extension String {
  /// Without white space at its ends, and with single spaces in it.
  var trimmedSpaces: String {
    var before: UInt8 = 0x20
    // Most cells are tidy. 0xC2 begins a space that does not break, 0xE2 the wider ones.
    let isTidy = utf8.allSatisfy { byte in
      defer { before = byte }
      return byte > 0x20 ? byte != 0xC2 && byte != 0xE2 : byte == 0x20 && before != 0x20
    }
    return isTidy && before != 0x20 ? self : split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
