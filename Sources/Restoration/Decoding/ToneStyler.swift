internal import DocumentModel
internal import Vietnamese

/// Moves tone marks of `oa`, `oe` and `uy` to the place that the settings or the document's own habit ask for.
struct ToneStyler {
  private let style: ToneStyle
  /// Whether every word is styled, or only those that restoration changed.
  private let touchesAll: Bool

  /// The style of the settings; for `document` the one that most words of the lines have, and the old one if there are
  /// none.
  init(_ placement: RestorationSettings.TonePlacement, of lines: [Line]) {
    touchesAll = placement != .document
    switch placement {
    case .old: style = .old
    case .new: style = .new
    case .document: style = Self.habit(of: lines)
    }
  }

  private static func habit(of lines: [Line]) -> ToneStyle {
    var old = 0, new = 0
    for line in lines {
      for word in line.words where mayMoveTone(in: word.text) && !word.text.isASCII {
        switch toneStyle(of: parts(word.text).core) {
        case .old: old += 1
        case .new: new += 1
        case nil: break
        }
      }
    }
    return new > old ? .new : .old
  }

  /// The lines in the style; `before` are the same lines before restoration, which say what was changed.
  func styled(_ lines: [Line], before: [Line]) -> [Line] {
    if !touchesAll, style == .old { return lines }
    var result = lines
    for index in lines.indices {
      guard lines[index].words.contains(where: { mayMoveTone(in: $0.text) }) else { continue }
      let isUnchanged = !touchesAll && Self.isSame(lines[index], before[index])
      if isUnchanged { continue }
      for word in lines[index].words.indices { style(&result[index].words[word]) }
    }
    return result
  }

  /// Whether two lines are written alike; the words are compared, since putting lines together takes longer.
  private static func isSame(_ a: Line, _ b: Line) -> Bool {
    a.trailing == b.trailing
      && a.words.elementsEqual(b.words) { $0.text == $1.text && $0.spaceBefore == $1.spaceBefore }
  }

  private func style(_ word: inout Word) {
    if !mayMoveTone(in: word.text) || !touchesAll && word.text == word.original { return }
    let parts = Self.parts(word.text)
    word.text = parts.lead + placingTone(of: parts.core, style) + parts.trail
  }

  private static func parts(_ text: String) -> (lead: String, core: String, trail: String) {
    let lead = text.prefix { !$0.isLetter }
    let trail = text.dropFirst(lead.count).reversed().prefix { !$0.isLetter }.reversed()
    return (String(lead), String(text.dropFirst(lead.count).dropLast(trail.count)), String(trail))
  }
}
