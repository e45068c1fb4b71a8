internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Parts those that lead from those that help where one value or cell names both: `Sở Nội vụ chủ trì, phối hợp với Sở Tài
/// chính`, `Chủ trì: Sở Nội vụ; phối hợp: Sở Tài chính`.
struct BodyCellReader: Sendable {
  struct Bodies {
    var lead: [Passage] = []
    var cooperating: [Passage] = []
  }

  private let labels: AssignmentLabels
  private let joints: PhraseTable<Bool>
  private let bare = PhraseTable(["chủ trì", "chủ trì thực hiện", "làm đầu mối"])

  init(_ phrases: Phrases) {
    labels = AssignmentLabels(phrases)
    // `các đơn vị chủ trì quản lý …` describes a body: only what names a partner parts the two.
    let wordings = phrases.vocabulary.wordings(.prose).filter {
      $0.1 == .lead && $0.0.contains(" với") || $0.0.hasSuffix("hợp")
    }
    joints = PhraseTable(wordings.map(\.0))
  }

  func bodies(lead: [Passage], cooperating: [Passage]) -> Bodies {
    var result = Bodies(cooperating: cooperating)
    for value in lead {
      let parts = parts(of: value)
      result.lead += parts.lead
      // Partners in the cell of those that lead stand before the others.
      result.cooperating = parts.cooperating + result.cooperating
    }
    return result
  }

  private func parts(of value: Passage) -> Bodies {
    let labelled = labels.parts(of: value).filter { [.lead, .cooperating].contains($0.role) && !$0.value.isEmpty }
    if labelled.first?.role == .lead {
      return Bodies(
        lead: labelled.filter { $0.role == .lead }.map(\.value),
        cooperating: labelled.filter { $0.role == .cooperating }.map(\.value))
    }
    let text = LooseText(value.text), marks = Array(" .,:;-".utf8)
    if let joint = joints.first(in: text), joint.range.lowerBound > 3 {
      return Bodies(
        lead: [value.slice(text.trimmed(0..<joint.range.lowerBound, of: marks))],
        cooperating: [value.slice(text.trimmed(joint.range.upperBound..<text.count, of: marks))].filter { !$0.isEmpty })
    }
    let all = text.trimmed(0..<text.count, of: marks)
    if let end = bare.all(in: text).last, end.range.upperBound == all.upperBound, end.range.lowerBound > 3 {
      return Bodies(lead: [value.slice(text.trimmed(all.lowerBound..<end.range.lowerBound, of: marks))])
    }
    return Bodies(lead: [value])
  }
}
