internal import DocumentModel

/// How often a group row of a table is one, 0…1. By judgement.
private let groupCertainty = 0.95

/// Lists the headings of a document in reading order, the group rows of its tables among them.
enum SectionLister {
  /// Articles are listed whether they have titles or are sentences of a decision (`Điều 1. Thành lập …`): the text is parted by
  /// them.
  static func sections(of node: SectionNode) -> [SectionEntry] {
    var result: [SectionEntry] = []
    if let label = node.label, let evidence = node.evidence {
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
    // A title without a number is none of the headings that are listed by their labels.
    table.rows.filter { $0.kind == .group && !$0.cells[0].isEmpty }.map { row in
      SectionEntry(
        label: row.cells[0].text, title: row.cells[1].text, level: level,
        evidence: Passage(joining: row.cells).evidence(certainty: groupCertainty))
    }
  }
}
