/// The text of a page as it was read.
public struct PageText: Hashable, Codable, Sendable {
  /// 1-based, in the file.
  public var page: Int
  public var text: String

  public init(page: Int, text: String) {
    self.page = page
    self.text = text
  }

  /// The texts of an input's pages, from the first on.
  public static func pages(_ texts: [String]) -> [PageText] {
    texts.enumerated().map { PageText(page: $0 + 1, text: $1) }
  }
}
