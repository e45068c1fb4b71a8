internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Finds the issuing body in the text of a document whose letterhead is missing: the body that says of itself that it
/// issues, orders or submits.
struct IssuerInference: Sendable {
  /// Bodies that issue, each with its whole name.
  private let bodies: PhraseTable<String>
  private let acts: PhraseTable<Bool>
  private let levels: PhraseTable<Bool>

  init(_ phrases: Phrases) {
    bodies = PhraseTable(
      phrases.vocabulary.names.filter { $0.kind == .issuing }.map { ($0.wording, $0.meaning) })
    acts = phrases.table(.act, .sentence)
    levels = phrases.names(.level)
  }

  /// Fills in the issuer, where the text names one, and says so in a finding.
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
          .evidence(certainty: LetterheadCertainty.body, source: EvidenceSource.body)
        tree.findings.append(Finding(.note, .issuerInferred(name), at: paragraph.passage.provenance))
        return
      }
    }
  }

  /// ` xã Nghĩa Đàn`: a level and the capitals after it; nil where no such name follows.
  private func place(in text: LooseText, from start: Int) -> Range<Int>? {
    let levelStart = text.skipping([.space], from: start)
    guard let level = levels.match(in: text, at: levelStart) else { return nil }
    var end = level.range.upperBound
    while end + 1 < text.count, text.plain[end] == .space, text.scalars[end + 1].isCapital {
      end = text.firstIndex(of: .space, from: end + 1) ?? text.count
    }
    let range = text.trimmed(levelStart..<end, of: [.comma, .period, .semicolon])
    return range.upperBound > level.range.upperBound ? range : nil
  }

  private func isActing(in text: LooseText, at offset: Int) -> Bool {
    acts.match(in: text, at: text.skipping([.space], from: offset)) != nil
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
