internal import DocumentModel

/// Tells print from ink that only looks like it: rules, the rim of a stamp, a pen's flourish.
enum Ink {
  /// Marks that stand alone in a document: bullets, the closing mark of a text, stray but printed punctuation.
  private static let standing: Set<String> = ["-", "–", "—", "+", "*", "•", ";", ":", ",", ".", "./.", "…", "...", "/"]

  /// A line of a letter or three that the engine itself does not believe is dirt, or a number it cannot read.
  static func isPrint(_ line: Line) -> Bool {
    let letters = line.words.reduce(0) { $0 + $1.text.count { $0.isLetter || $0.isNumber } }
    return letters > 3 || letters > 0 && line.confidence >= 0.4
  }

  /// Words are print whatever their confidence, since it is low for capitals that were read right; signs that no
  /// document has alone are not.
  static func isPrint(_ text: String, _ confidence: Confidence) -> Bool {
    if text.contains(where: { $0.isLetter || $0.isNumber }) { return true }
    return standing.contains(text) || (confidence > 0.8 && !text.contains { "_|~^¬\\<>=`".contains($0) })
  }
}
