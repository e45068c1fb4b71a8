internal import Vietnamese

/// Which column holds what.
public struct InventoryColumns: Hashable, Codable, Sendable {
  public struct Column: Hashable, Codable, Sendable {
    /// From 0.
    public var index: Int
    public var heading: String
    /// Nil for one that is not understood, and is left out.
    public var field: InventoryField?
  }

  public var columns: [Column]
  /// Number of the last heading row, as the file counts.
  public var headingRow: Int

  /// Where every field stands.
  var places: [InventoryField: Int] {
    Dictionary(columns.compactMap { column in column.field.map { ($0, column.index) } }) { first, _ in first }
  }

  /// What a table has to have: a dossier, or a document of one that is named beside it.
  var isUsable: Bool {
    let fields = Set(columns.compactMap(\.field))
    return fields.contains(.code) || fields.contains(.metres) || (fields.contains(.subject) && fields.count >= 3)
  }

  /// Reads one heading row, with the row above where that names groups of columns. `map` has headings or column
  /// letters and what they hold, and overrides.
  init(heading: [String], above: [String], row: Int, map: [String: InventoryField]) {
    headingRow = row
    columns = heading.enumerated().map { index, text in
      Column(index: index, heading: Self.joined(Self.text(above, index), text.trimmedSpaces), field: nil)
    }
    var used: Set<InventoryField> = []
    for index in columns.indices {
      let own = Self.key(heading[index])
      let group = Self.key(Self.text(above, index))
      let field = Self.mapped(own, letter: Self.letter(index), map) ?? Self.field(own, group: group, used: used)
      columns[index].field = field
      if let field { used.insert(field) }
    }
  }

  /// How many columns are understood.
  var known: Int { columns.count { $0.field != nil } }

  private static func text(_ cells: [String], _ index: Int) -> String {
    cells.indices.contains(index) ? cells[index].trimmedSpaces : ""
  }

  private static func joined(_ group: String, _ text: String) -> String {
    group.isEmpty || group == text ? text : text.isEmpty ? group : group + " / " + text
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
  ) { first, _ in first }

  /// The heading itself, or with the group above it. A heading that comes twice is the dossier's first and then the
  /// document's; after a column that only documents have, every such heading is the document's.
  private static func field(_ own: String, group: String, used: Set<InventoryField>) -> InventoryField? {
    let whole = group.isEmpty || group == own ? own : own.isEmpty ? group : group + " " + own
    let isPastDossier = used.contains { $0.isOfItem }
    if own == "ngay" || own == "thang" || own == "nam" {
      return dayPart(own, group: group, used: used, isPastDossier: isPastDossier)
    }
    guard let found = byHeading[whole] ?? byHeading[own] else { return nil }
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
