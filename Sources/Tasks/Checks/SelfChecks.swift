internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Holds what a document says of itself against what was found in it.
struct SelfChecks: Sendable {
  private let counted: PhraseTable<Bool>
  private let lists: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    counted = phrases.table(.counted, .table)
    lists = phrases.table(.taskList, .table)
  }

  /// `deadlines`: of the record's tasks, in their order, as they were read.
  func findings(of record: DocumentRecord, deadlines: [ReadDeadline], _ tree: DocumentTree) -> [Finding] {
    impossibleYears(in: record, deadlines) + unreadableQuarters(in: record, deadlines) + tasksWithoutLead(in: record)
      + rowGaps(in: tree.root) + groupCounts(in: tree.root)
      + totals(in: record, tree) + impossibleDates(in: tree)
  }

  /// `6/2005` in a plan of 2025 is a misreading: said, never silently put right.
  private func impossibleYears(in record: DocumentRecord, _ deadlines: [ReadDeadline]) -> [Finding] {
    zip(record.tasks, deadlines).flatMap { task, read in
      read.implausibleYears.map { year in
        Finding(.warning, .impossibleYear(year, task: task.number), at: task.evidence["deadline"]?.provenance)
      }
    }
  }

  /// `quý 12026` is the first quarter or the second: said, never guessed.
  private func unreadableQuarters(in record: DocumentRecord, _ deadlines: [ReadDeadline]) -> [Finding] {
    zip(record.tasks, deadlines).flatMap { task, read in
      read.unreadableQuarters.map { printed in
        Finding(.warning, .unreadableQuarter(printed, task: task.number), at: task.evidence["deadline"]?.provenance)
      }
    }
  }

  /// `31/02/2025`, `06/0/2025`: three numbers that are written as a day, of which the calendar has none.
  private func impossibleDates(in tree: DocumentTree) -> [Finding] {
    tree.root.allPassages.flatMap { passage in
      passage.words.compactMap { word in
        guard word.text.utf8.contains(.slash) else { return nil }
        let core = word.text.filter { $0.isNumber || $0 == "/" }
        let parts = core.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
        guard parts.count == 3, core.first != "/", word.text.allSatisfy({ $0.isNumber || "/.,;:)(".contains($0) }),
          let day = parts[0], let month = parts[1], let year = parts[2], (1900...2100).contains(year),
          CalendarDate(year: year, month: month, day: day) == nil
        else { return nil }
        return Finding(.warning, .impossibleDate(core), at: Passage(words: [word]).provenance)
      }
    }
  }

  private func tasksWithoutLead(in record: DocumentRecord) -> [Finding] {
    record.tasks.filter(\.lead.isEmpty).map { task in
      Finding(.warning, .leadMissing(task: task.number), at: task.evidence["content"]?.provenance)
    }
  }

  // MARK: Tables

  /// Rows number on: a number that is skipped may be a row that was lost.
  private func rowGaps(in node: SectionNode) -> [Finding] {
    node.allTables.flatMap { table -> [Finding] in
      guard let table = TaskTable(table) else { return [] }
      var previous = 0
      return table.entries.compactMap { entry in
        defer { previous = Int(entry.number) ?? previous }
        guard let number = Int(entry.number), previous > 0, number > previous + 1 else { return nil }
        return Finding(.warning, .rowsMissing(after: previous, before: number), at: entry.row.provenance)
      }
    }
  }

  /// A group row that counts its rows: `Về thể chế (13 nhiệm vụ)`.
  private func groupCounts(in node: SectionNode) -> [Finding] {
    node.allTables.flatMap { table -> [Finding] in
      let groups = table.rows.indices.filter { table.rows[$0].kind == .group }
      return zip(groups, groups.dropFirst() + [table.rows.count]).compactMap { start, end in
        let title = table.rows[start].cells[1]
        guard let stated = statedCount(in: LooseText(title.text)), stated != end - start - 1 else { return nil }
        return Finding(
          .warning, .countDiffers(of: title.text, stated: stated, found: end - start - 1), at: title.provenance)
      }
    }
  }

  /// A sentence that counts the tasks of the annex: `triển khai 32 nhiệm vụ tại Phụ lục`.
  private func totals(in record: DocumentRecord, _ tree: DocumentTree) -> [Finding] {
    let annexes = Set(tree.root.children.compactMap { $0.label?.kind == .annex ? $0.label?.text : nil })
    let rows = record.tasks.count { annexes.contains($0.path.first ?? "") }
    guard rows > 0 else { return [] }
    return tree.root.allPassages.compactMap { passage in
      let text = LooseText(passage.text)
      guard let stated = statedCount(in: text), stated > 1, stated > rows / 2, stated != rows,
        lists.first(in: text) != nil
      else { return nil }
      return Finding(.warning, .countDiffersInAnnexes(stated: stated, found: rows), at: passage.provenance)
    }
  }

  /// The number before `nhiệm vụ`.
  private func statedCount(in text: LooseText) -> Int? {
    for match in counted.all(in: text) {
      let before = text[max(0, match.range.lowerBound - CheckLimits.beforeCounted)..<match.range.lowerBound]
      let digits = before.split { !($0.isASCII && $0.isNumber) }.last.map(String.init) ?? ""
      if before.hasSuffix(digits + " "), let number = Int(digits) { return number }
    }
    return nil
  }
}

extension SectionNode {
  fileprivate var allTables: [DataTable] { tables + children.flatMap(\.allTables) }
}

extension DataTable.Row {
  fileprivate var provenance: Provenance? { cells.first { !$0.isEmpty }?.provenance }
}
