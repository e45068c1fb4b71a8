internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Knows lists of papers, covers and closing sheets of dossiers, and reads what they say. What a paper is taken for is weighed
/// (`AidWeights`): by its title, the headings of its columns, what their cells hold, and the labels of its lines.
struct AidReader: Sendable {
  private let titles: PhraseTable<Vocabulary.Role>
  private let headings: AidHeadings
  private let fields: AidFieldReader

  init(_ phrases: Phrases) {
    titles = phrases.table(.aidTitle)
    (headings, fields) = (AidHeadings(phrases), AidFieldReader(phrases))
  }

  /// Puts what an aid says into the tree of a paper that is one. What such a paper has no place for is no longer missed there,
  /// and its own title is not who issued it.
  func complete(_ document: inout OpenDocument, of items: ArraySlice<FlowItem>) {
    let lines = items.compactMap(\.line)
    let title = title(of: lines)
    guard let aid = aid(document.tree, lines, title) else { return }
    document.tree.aid = aid
    document.missing = []
    document.tree.findings.removeAll { $0.message.code == Self.headerMissing }
    document.tree.findings.append(Finding(.note, .paperAid(aid.kind), at: aid.evidence.provenance))
    guard let title, let issuer = document.tree.header.issuer else { return }
    let (printed, own) = (looseKey(lines[title.line].string), looseKey(issuer))
    if own.hasPrefix(printed) || printed.hasPrefix(own) {
      document.tree.header.issuer = nil
      document.tree.header.evidence["issuer"] = nil
    }
  }

  private static let headerMissing = "header-missing"

  private func aid(_ tree: DocumentTree, _ lines: [FlowLine], _ title: AidTitle?) -> Aid? {
    var tables: [AidTable] = []
    for table in tree.root.tablesWithin {
      if let list = headings.list(in: table, after: tables.last) { tables.append(list) }
    }
    // Most papers have neither, and their lines need not be looked through.
    guard title != nil || !tables.isEmpty else { return nil }
    let evidence = AidEvidence(tree: tree, lines: lines, title: title, tables: tables)
    let isCover = title?.kind == .cover
    let statement = AidStatement(lines, title: title?.line, isCover: isCover, reader: fields)
    guard let (kind, weight) = evidence.kind(labels: statement.labels) else { return nil }
    let first = title.map { lines[$0.line].passage } ?? lines.first?.passage ?? Passage()
    let place = first.provenance ?? Provenance(page: tree.firstPage)
    let rows = kind.isList ? tables.flatMap { AidRowReader($0).rows(ofDossiers: kind == .dossierList) } : []
    return Aid(
      kind: kind, dossier: statement.dossier, gaps: statement.gaps, rows: rows,
      evidence: Evidence(provenance: place, confidence: Confidence(weight / AidWeights.sure), source: "aid.weighed"))
  }

  /// The first line near the top, or at the top of another page, that is a title.
  private func title(of lines: [FlowLine]) -> AidTitle? {
    for (index, line) in lines.enumerated() where index < AidLimits.titleLines || line.startsPage {
      let text = line.text, range = text.trimmed(0..<text.count, of: Array(" .:*".utf8))
      guard range.count > 0, range.count <= AidLimits.longestTitle else { continue }
      if let match = titles.match(in: text, at: range.lowerBound) {
        let isWhole = match.range.upperBound == range.upperBound
        let kind = Aid.Kind(match.value)
        // In capitals more may follow: `MỤC LỤC VĂN BẢN CỦA HỒ SƠ SỐ 5`. So much begins with `HỒ SƠ` that it must stand alone.
        if let kind, isWhole || kind != .cover && line.string == line.string.uppercased() {
          return AidTitle(line: index, kind: kind, isNear: false)
        }
      } else if let kind = titles.nearest(to: text, in: range).flatMap(Aid.Kind.init) {
        return AidTitle(line: index, kind: kind, isNear: true)
      }
    }
    return nil
  }
}

/// A line that heads an aid.
struct AidTitle {
  /// Its place among the lines.
  var line: Int
  var kind: Aid.Kind
  /// Letters of it were misread.
  var isNear: Bool
}

extension Aid.Kind {
  var isList: Bool { self == .documentList || self == .dossierList }

  fileprivate init?(_ role: Vocabulary.Role) {
    switch role {
    case .documentList: self = .documentList
    case .dossierList: self = .dossierList
    case .cover: self = .cover
    case .closingSheet: self = .closingSheet
    default: return nil
    }
  }
}

extension SectionNode {
  /// The tables of a section and of all below it, in print order.
  fileprivate var tablesWithin: [DataTable] {
    content.flatMap { part -> [DataTable] in
      switch part {
      case .table(let table): [table]
      case .section(let node): node.tablesWithin
      case .paragraph: []
      }
    }
  }
}

extension Message {
  static func paperAid(_ kind: Aid.Kind) -> Message {
    let (vi, en) =
      switch kind {
      case .documentList: ("mục lục văn bản", "a list of documents")
      case .dossierList: ("mục lục hồ sơ", "a list of dossiers")
      case .cover: ("bìa hồ sơ", "the cover of a dossier")
      case .closingSheet: ("chứng từ kết thúc", "the closing sheet of a dossier")
      }
    return Message("paper-aid", vi: "Đọc như \(vi).", en: "Read as \(en).")
  }
}
