/// How pages are read.
public struct ReadingSettings: Sendable, Hashable, Codable {
  /// Models of Tesseract, joined by `+`.
  public var languages: String
  /// An image or a drawn page with more pixels is refused.
  public var mostPixels: Int
  /// Seconds that recognising a page may take; then the page is given up.
  public var pageTimeout: Double

  public init(languages: String = "vie", mostPixels: Int = 100_000_000, pageTimeout: Double = 180) {
    self.languages = languages
    self.mostPixels = mostPixels
    self.pageTimeout = pageTimeout
  }
}
