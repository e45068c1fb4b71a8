internal import DocumentModel

/// Takes off what an engine made of dust, of strokes of a pen and of the edge of a stamp at the ends of lines: `\ W &} -`.
enum LineDust {
  /// Signs that no Vietnamese paper prints by themselves at the end of a line.
  private static let hard: Set<Character> = ["\\", "~", "^", "`", "{", "}", "¬", "§", "©", "®"]
  /// Signs and letters that such dust may be beside these.
  private static let longest = 2

  /// A line of nothing else stays: what it is, others decide.
  static func mend(_ line: inout Line) {
    guard line.words.contains(where: { mayHoldDust($0.text) }) else { return }
    if let first = line.words.first, line.words.count > 1, isDust(first.text), !isDust(line.words[1].text) {
      line.words.removeFirst()
      line.words[0].spaceBefore = first.spaceBefore
    }
    // A bracket that closes nothing; a box to tick has both.
    let isClosed = line.words.contains { $0.text.utf8.contains(UInt8(ascii: "[")) }
    guard let start = line.words.firstIndex(where: { isDust($0.text) || !isClosed && $0.text == "]" }), start > 0 else {
      return
    }
    let rest = line.words[start...]
    guard rest.allSatisfy({ $0.text.count <= longest && !$0.text.contains(where: \.isNumber) }) else { return }
    line.words.removeSubrange(start...)
  }

  /// Whether a token has a sign of `hard` or a bracket, or a character that begins with the same byte as one: most lines
  /// are left after this look.
  private static func mayHoldDust(_ text: String) -> Bool {
    text.utf8.contains { byte in
      switch byte {
      case UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "~"), UInt8(ascii: "^"), UInt8(ascii: "`"),
        UInt8(ascii: "{"), UInt8(ascii: "}"), 0xC2:
        true
      default: false
      }
    }
  }

  /// Whether a token has a sign of dust and neither a letter nor a figure.
  private static func isDust(_ text: String) -> Bool {
    text.contains(where: hard.contains) && !text.contains { $0.isLetter || $0.isNumber }
  }
}
