public import DocumentModel

extension DocumentTree {
  /// The tree as text, a line a node, for people, logs and golden tests.
  public func outline() -> String {
    var lines = headerLines()
    root.outline(into: &lines, depth: 0)
    lines += footnotes.map { "footnote: " + $0.text }
    lines += header.signers.isEmpty ? [] : header.signers.map { "signer: " + $0.outline }
    if header.signers.isEmpty, header.signer != Signer() { lines.append("signer: " + header.signer.outline) }
    lines += header.recipients.map { "recipient: " + $0 }
    lines += findings.map { "finding: \($0.severity.rawValue) \($0.message.code)" }
    return lines.joined(separator: "\n") + "\n"
  }

  private func headerLines() -> [String] {
    let fields: [(String, String?)] = [
      ("type", header.type), ("number", header.number), ("symbol", header.symbol), ("issuer", header.issuer),
      ("place", header.place), ("date", header.date?.description), ("subject", header.subject),
      ("addressee", header.addressee),
    ]
    return ["document: pages \(firstPage)-\(lastPage)\(isDraft ? " draft" : "")"]
      + marks.map { "mark: " + $0 } + fields.compactMap { name, value in value.map { "\(name): \($0)" } }
  }
}

extension Signer {
  fileprivate var outline: String { [authority, title, name].compactMap { $0 }.joined(separator: " / ") }
}

extension SectionNode {
  fileprivate func outline(into lines: inout [String], depth: Int) {
    let indent = String(repeating: "  ", count: depth)
    if let label { lines.append(String("\(indent)[\(label.text)] \(title)".trimmedEnd { $0 == " " })) }
    let inner = label == nil ? indent : indent + "  "
    for part in content {
      switch part {
      case .paragraph(let paragraph): lines.append(inner + (paragraph.bullet.map { $0 + " " } ?? "") + paragraph.text)
      case .table(let table): lines += table.outline.map { inner + $0 }
      case .section(let node): node.outline(into: &lines, depth: label == nil ? depth : depth + 1)
      }
    }
  }
}

extension DataTable {
  fileprivate var outline: [String] {
    let header = columns.isEmpty ? [] : ["table: " + columns.map(\.text).joined(separator: " | ")]
    return header
      + rows.map { row in
        let notes = row.notes.isEmpty ? "" : " (" + row.notes.joined(separator: ", ") + ")"
        return (row.kind == .group ? "group: " : "row: ") + row.cells.map(\.text).joined(separator: " | ") + notes
      }
  }
}
