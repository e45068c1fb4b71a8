internal import DocumentModel
internal import Vietnamese

/// Takes off what a recogniser saw of dust or of a line to write on beside the figures of a day: `ngày 19_ tháng 5`.
enum FigureDust {
  /// Words, without marks, after which figures stand by themselves.
  private static let before: Set<String> = ["ngay", "thang", "nam"]
  /// Signs that no figure of a day has at its ends. Points and commas may end a sentence.
  private static let dust: Set<Character> = ["_", "~", "'", "‘", "’", "`", "^", "*", "\"", "“", "”", "|", "¬", "—"]
  /// A day, month or year has so many figures at most.
  private static let longest = 4

  static func mend(_ line: inout Line) {
    for index in line.words.indices.dropFirst() {
      let text = line.words[index].text
      guard let figures = figures(of: text), figures.count < text.count else { continue }
      if before.contains(folded(smallLetters(line.words[index - 1].text))) { line.words[index].text = String(figures) }
    }
  }

  /// The figures between dust; nil where there is anything else.
  private static func figures(of text: String) -> Substring? {
    guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
    let rest = text.drop(while: dust.contains)
    guard let last = rest.lastIndex(where: { !dust.contains($0) }) else { return nil }
    let figures = rest[...last]
    return figures.count <= longest && figures.allSatisfy({ $0.isASCII && $0.isNumber }) ? figures : nil
  }
}
