/// The text of a page as it was read.
public struct PageText: Hashable, Codable, Sendable {
  /// 1-based, in the file.
  public var page: Int
  public var text: String

  public init(page: Int, text: String) {
    self.page = page
    self.text = text
  }

  /// The pages of a `text.txt`, which a line that holds a form feed parts.
  public static func pages(ofTranscript text: String) -> [PageText] {
    text.split(separator: "\u{0C}", omittingEmptySubsequences: false).enumerated().map { index, part in
      PageText(page: index + 1, text: String(part.drop { $0.isNewline }))
    }
  }
}
