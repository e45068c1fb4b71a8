/// One line of text in reading order. An empty line has no words.
public struct Line: Hashable, Codable, Sendable {
  /// Which part of the page's width the line stands in; in a grid of labels without rules `label` is a label with the
  /// first line of its value, `value` a further line of it.
  public enum Column: String, Codable, Sendable { case full, left, right, label, value }

  public var words: [Word]
  /// White space after the last word, kept so that a text input comes out with its own layout.
  public var trailing: String
  /// 1-based, in the file.
  public var page: Int
  /// 1-based line of `text.txt`, counted over the whole file.
  public var number: Int
  public var column: Column

  public init(words: [Word], trailing: String = "", page: Int = 1, number: Int = 0, column: Column = .full) {
    self.words = words
    self.trailing = trailing
    self.page = page
    self.number = number
    self.column = column
  }

  /// Splits a text at white space, which is kept; `text` gives the same string again.
  public init(parsing text: String, page: Int = 1, number: Int = 0, column: Column = .full) {
    var words: [Word] = []
    var space = "", core = ""
    for character in text {
      if character.isWhitespace {
        if !core.isEmpty {
          words.append(Word(text: core, spaceBefore: space))
          (space, core) = ("", "")
        }
        space.append(character)
      } else {
        core.append(character)
      }
    }
    if !core.isEmpty {
      words.append(Word(text: core, spaceBefore: space))
      space = ""
    }
    self.init(words: words, trailing: space, page: page, number: number, column: column)
  }

  /// Goes on with a part of the same line; white space at the seam stays as it was.
  public mutating func append(_ part: Line) {
    guard var first = part.words.first else { return trailing += part.trailing }
    first.spaceBefore = trailing + first.spaceBefore
    words.append(first)
    words += part.words.dropFirst()
    trailing = part.trailing
  }

  /// The line with its own white space.
  public var text: String { words.reduce(into: "") { $0 += $1.spaceBefore + $1.text } + trailing }
  /// The line as it was read, with its own white space.
  public var originalText: String { words.reduce(into: "") { $0 += $1.spaceBefore + $1.original } + trailing }
  public var isEmpty: Bool { words.isEmpty }
  public var box: PixelBox? { PixelBox.enclosing(words.lazy.compactMap(\.box)) }
  /// The mean confidence of the words; certain for an empty line.
  public var confidence: Confidence { Confidence.mean(of: words.map(\.confidence)) ?? 1 }
  public var provenance: Provenance { Provenance(page: page, line: number, box: box) }
}
