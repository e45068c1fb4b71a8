public import Recognition

/// How pages are read.
public struct ReadingSettings: Sendable, Hashable, Codable {
  /// The name of the recogniser, one of `Recognisers.all`.
  public var recogniser: String
  /// The languages that the recogniser reads, in its own form (`RecogniserKind.languagesHelp`).
  public var languages: String
  /// An image or a drawn page with more pixels is refused.
  public var mostPixels: Int
  /// Seconds that recognising a page may take; then the page is given up.
  public var pageTimeout: Double

  public init(
    recogniser: String = Recognisers.usual.name, languages: String = Recognisers.usual.usualLanguages,
    mostPixels: Int = 100_000_000, pageTimeout: Double = 180
  ) {
    self.recogniser = recogniser
    self.languages = languages
    self.mostPixels = mostPixels
    self.pageTimeout = pageTimeout
  }
}
