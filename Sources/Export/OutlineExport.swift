public import DocumentModel

/// A document's tree for people: labels, headings, first words, pages; tasks marked with who leads and until when.
public struct OutlineExport: Sendable {
  /// How many characters of a paragraph are shown.
  private let shown = 72
  private let tasks: [Place: [TaskRecord]]

  private struct Place: Hashable {
    var page: Int
    var line: Int
  }

  /// The outline of a document, with the tasks of its record at their places.
  public static func outline(of tree: DocumentTree, _ record: DocumentRecord) -> OutlineNode {
    let export = OutlineExport(record)
    let header = tree.header
    let title = [
      header.type, header.printedSymbol, header.date?.description, header.issuer, header.subject,
    ]
    return OutlineNode(
      kind: .document, label: "", text: title.compactMap { $0 }.joined(separator: " · "), page: tree.firstPage,
      line: 0, children: export.children(of: tree.root))
  }

  private init(_ record: DocumentRecord) {
    tasks = Dictionary(grouping: record.tasks) { task in
      let place = task.evidence["content"]?.provenance
      return Place(page: place?.page ?? task.page, line: place?.line ?? 0)
    }
  }

  // MARK: Tree

  private func children(of node: SectionNode) -> [OutlineNode] {
    node.content.map { part in
      switch part {
      case .section(let child): outline(of: child)
      case .table(let table): outline(of: table)
      case .paragraph(let paragraph): outline(of: paragraph.passage, label: paragraph.bullet ?? "", kind: .paragraph)
      }
    }
  }

  private func outline(of node: SectionNode) -> OutlineNode {
    let place = node.evidence?.provenance
    let line = place?.line ?? 0, page = place?.page ?? 1
    return OutlineNode(
      kind: .section, label: node.label?.text ?? "", text: node.title, page: page, line: line,
      tasks: found(page, line), children: children(of: node))
  }

  private func outline(of table: DataTable) -> OutlineNode {
    let place = table.columns.lazy.compactMap(\.heading.provenance).first ?? table.rows.lazy.compactMap(\.place).first
    return OutlineNode(
      kind: .table, text: table.columns.map(\.text).joined(separator: " | "), page: place?.page ?? 1,
      line: place?.line ?? 0, children: table.rows.map(outline))
  }

  private func outline(of row: DataTable.Row) -> OutlineNode {
    let place = row.place
    let label = row.cells.first?.text ?? ""
    let cells = row.cells.dropFirst()
    let text =
      row.kind == .group
      ? cells.map(\.text).joined(separator: " ") : cells.map(\.text).max { $0.count < $1.count } ?? ""
    let pages = cells.compactMap { $0.provenance }
    let tasks = pages.lazy.map { found($0.page, $0.line ?? 0).filter { $0.number == label.trimmedNumber } }
      .first { !$0.isEmpty }
    return OutlineNode(
      kind: row.kind == .group ? .group : .row, label: label, text: row.kind == .group ? text : text.prefixed(shown),
      page: place?.page ?? 1, line: place?.line ?? 0, tasks: tasks ?? [])
  }

  private func outline(of passage: Passage, label: String, kind: OutlineNode.Kind) -> OutlineNode {
    let place = passage.provenance
    let page = place?.page ?? 1, line = place?.line ?? 0
    return OutlineNode(
      kind: kind, label: label, text: passage.text.prefixed(shown), page: page, line: line, tasks: found(page, line))
  }

  private func found(_ page: Int, _ line: Int) -> [OutlineNode.Task] {
    (tasks[Place(page: page, line: line)] ?? []).map(OutlineNode.Task.init)
  }
}

extension OutlineNode {
  /// One indented line for each part; its tasks follow below it, each behind `→`.
  public func text(language: Language = .vi) -> String {
    lines(depth: 0, language: language).joined(separator: "\n") + "\n"
  }

  private func lines(depth: Int, language: Language) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    let mark = [label, text].filter { !$0.isEmpty }.joined(separator: kind == .section ? ". " : " ")
    let pageName = language == .vi ? "tr." : "p."
    let own = indent + (kind == .table ? "▦ " : "") + mark + " (\(pageName) \(page))"
    return [own] + tasks.map { indent + "  → " + $0.text(language: language) }
      + children.flatMap { $0.lines(depth: depth + 1, language: language) }
  }
}

extension OutlineNode.Task {
  fileprivate func text(language: Language) -> String {
    let nobody = language == .vi ? "(chưa rõ đơn vị chủ trì)" : "(nobody named to lead)"
    let who = lead.isEmpty ? nobody : lead.joined(separator: "; ")
    let helpers = cooperating.isEmpty ? "" : " + " + cooperating.joined(separator: "; ")
    return who + helpers + (deadline.map { " | \($0)" } ?? "") + (due.map { " [\($0)]" } ?? "")
  }
}

extension DataTable.Row {
  fileprivate var place: Provenance? { cells.lazy.compactMap(\.provenance).first }
}

extension String {
  fileprivate func prefixed(_ count: Int) -> String { self.count <= count ? self : prefix(count - 1) + "…" }

  fileprivate var trimmedNumber: String { String(trimmedEnd { " .,;:)-_".contains($0) }) }
}
