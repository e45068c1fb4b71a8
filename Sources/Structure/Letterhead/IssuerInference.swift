internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the issuing body in the text of a document whose letterhead is missing: the body that says of itself that it
/// issues, orders or submits.
struct IssuerInference: Sendable {
  private let bodies = PhraseTable([
    ("ủy ban nhân dân", "Ủy ban nhân dân"), ("ubnd", "Ủy ban nhân dân"), ("đảng ủy", "Đảng ủy"),
    ("hội đồng nhân dân", "Hội đồng nhân dân"), ("hđnd", "Hội đồng nhân dân"),
  ])
  private let acts = PhraseTable([
    "ban hành", "xây dựng", "yêu cầu", "đề nghị", "kính trình", "trình", "triển khai", "báo cáo", "thông báo",
  ])
  private let levels: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    levels = phrases.names(.level)
  }

  func infer(into tree: inout DocumentTree) {
    for paragraph in tree.root.allParagraphs {
      let text = LooseText(paragraph.text)
      for match in bodies.all(in: text) {
        guard let place = place(in: text, from: match.range.upperBound), isActing(in: text, at: place.upperBound) else {
          continue
        }
        let name = match.value + text[match.range.upperBound..<place.upperBound]
        tree.header.issuer = name
        tree.header.evidence["issuer"] = paragraph.passage.slice(match.range.lowerBound..<place.upperBound)
          .evidence(certainty: 0.6, source: "body")
        tree.findings.append(Finding(.note, .issuerInferred(name), at: paragraph.passage.provenance))
        return
      }
    }
  }

  /// ` xã Nghĩa Đàn`: a level and the capitals after it.
  private func place(in text: LooseText, from start: Int) -> Range<Int>? {
    let levelStart = text.skipping([0x20], from: start)
    guard let level = levels.match(in: text, at: levelStart) else { return nil }
    var end = level.range.upperBound
    while end + 1 < text.count, text.plain[end] == 0x20, text.scalars[end + 1].properties.isUppercase {
      end = text.firstIndex(of: 0x20, from: end + 1) ?? text.count
    }
    let range = text.trimmed(levelStart..<end, of: [0x2C, 0x2E, 0x3B])
    return range.upperBound > level.range.upperBound ? range : nil
  }

  private func isActing(in text: LooseText, at offset: Int) -> Bool {
    acts.match(in: text, at: text.skipping([0x20], from: offset)) != nil
  }
}

extension SectionNode {
  /// Its own paragraphs and those of all sections in it, in reading order.
  var allParagraphs: [Paragraph] {
    content.flatMap { part -> [Paragraph] in
      switch part {
      case .paragraph(let paragraph): [paragraph]
      case .section(let node): node.allParagraphs
      case .table: []
      }
    }
  }
}
