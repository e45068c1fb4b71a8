internal import DocumentModel

/// Lists the headings of a document in reading order, the group rows of its tables among them.
enum SectionLister {
  static func sections(of node: SectionNode) -> [SectionEntry] {
    var result: [SectionEntry] = []
    // An article that is a sentence of the decision (`Điều 1. Thành lập …`) is its text, not a heading of it.
    if let label = node.label, let evidence = node.evidence, label.kind != .article || !node.title.isEmpty {
      result.append(SectionEntry(label: label.text, title: node.title, level: node.level, evidence: evidence))
    }
    for part in node.content {
      switch part {
      case .section(let child): result += sections(of: child)
      case .table(let table): result += groups(of: table, level: node.level + 1)
      case .paragraph: break
      }
    }
    return result
  }

  private static func groups(of table: DataTable, level: Int) -> [SectionEntry] {
    table.rows.filter { $0.kind == .group }.map { row in
      SectionEntry(
        label: row.cells[0].text, title: row.cells[1].text, level: level,
        evidence: Passage(joining: row.cells).evidence(certainty: 0.95))
    }
  }
}
