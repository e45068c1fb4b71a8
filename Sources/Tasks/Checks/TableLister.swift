internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Lists every table of a document and tells what kind it is.
struct TableLister: Sendable {
  private let money: PhraseTable<Bool>
  private let captions: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    money = phrases.table(.money, .table)
    captions = phrases.table(.caption, .table)
  }

  func tables(of node: SectionNode) -> [TableRecord] {
    var result: [TableRecord] = []
    var before: Paragraph?
    for part in node.content {
      switch part {
      case .paragraph(let paragraph): before = paragraph
      case .section(let child):
        result += tables(of: child)
        before = nil
      case .table(let table):
        result.append(record(of: table, caption: caption(before, in: node)))
        before = nil
      }
    }
    return result
  }

  /// The line right above the table where it announces one, else the heading it stands under.
  private func caption(_ before: Paragraph?, in node: SectionNode) -> String? {
    if let before, before.text.count <= CheckLimits.longestCaption {
      let text = LooseText(before.text)
      if text.plain.last == .colon || captions.match(in: text, at: 0) != nil { return before.text }
    }
    return node.title.isEmpty ? nil : node.title
  }

  private func record(of table: DataTable, caption: String?) -> TableRecord {
    let (kind, why) = kind(of: table)
    let all = (table.columns.map(\.heading) + table.rows.flatMap(\.cells)).filter { !$0.isEmpty }
    let pages = all.flatMap { $0.words.map(\.page) }
    let first = pages.min() ?? 1
    let onFirst = Passage(words: all.flatMap(\.words).filter { $0.page == first })
    return TableRecord(
      caption: caption, kind: kind, why: why, header: table.columns.map(\.text),
      headerEvidence: table.columns.contains(where: \.heading.isInferred)
        ? table.columns.map { $0.heading.evidence() } : nil,
      rows: table.rows.map { TableRecord.Row(kind: $0.kind, cells: $0.cells.map(\.text), notes: $0.notes) },
      pages: [first, pages.max() ?? first], evidence: onFirst.evidence(certainty: CheckCertainties.table))
  }

  // MARK: Kinds

  private func kind(of table: DataTable) -> (TableRecord.Kind, Message) {
    if TaskTable(table) != nil { return (.task, .tableOfTasks(table.columns.map(\.text))) }
    if let heading = table.columns.first(where: { money.first(in: LooseText($0.text)) != nil }) {
      return (.money, .tableOfMoney(heading.text))
    }
    if let column = amounts(in: table) { return (.money, .tableOfMoney(column)) }
    return isNumbered(table) ? (.list, .tableOfThings) : (.other, .tableUnknown)
  }

  /// A column says that it counts the rows, or the first one does.
  private func isNumbered(_ table: DataTable) -> Bool {
    if table.columns.contains(where: { $0.role == .index }) { return true }
    let rows = table.rows.filter { $0.kind == .data }
    let numbers = rows.count { Int(($0.cells.first?.text ?? "").filter { $0 != "." }) != nil }
    return numbers > 0 && numbers + 1 >= rows.count
  }

  /// The heading of a column that holds amounts: `1.250.000`.
  private func amounts(in table: DataTable) -> String? {
    let rows = table.rows.filter { $0.kind == .data }
    let width = rows.map(\.cells.count).max() ?? 0
    let column = (0..<width).first { column in
      let filled = rows.compactMap { $0.cells.dropFirst(column).first?.text }.filter { !$0.isEmpty }
      return filled.count > 1 && filled.filter(\.isAmount).count * 2 > filled.count
    }
    // A table whose header is not known has it as its first row.
    return column.map {
      (table.columns.dropFirst($0).first?.heading ?? rows.first?.cells.dropFirst($0).first ?? Passage()).text
    }
  }
}

extension String {
  /// Groups of three digits: a number of a thousand or more, written as money is.
  fileprivate var isAmount: Bool {
    let groups = split(separator: ".")
    return groups.count > 1 && groups.dropFirst().allSatisfy { $0.count == 3 && $0.allSatisfy(\.isNumber) }
      && (1...3).contains(groups[0].count) && groups[0].allSatisfy(\.isNumber)
  }
}

extension Message {
  static func tableOfTasks(_ columns: [String]) -> Message {
    let list = columns.filter { !$0.isEmpty }.joined(separator: " | ")
    return Message(
      "table-of-tasks", vi: "Có cột nội dung việc và cột cơ quan thực hiện: \(list).",
      en: "It has a column of work and one of bodies: \(list).")
  }

  static func tableOfMoney(_ column: String) -> Message {
    Message("table-of-money", vi: "Cột “\(column)” ghi số tiền.", en: "The column “\(column)” holds amounts.")
  }

  static let tableOfThings = Message(
    "table-of-things", vi: "Có số thứ tự, không có cơ quan thực hiện.", en: "It is numbered and names nobody to act.")

  static let tableUnknown = Message(
    "table-unknown", vi: "Không nhận ra cột nào.", en: "None of its columns is known.")
}
