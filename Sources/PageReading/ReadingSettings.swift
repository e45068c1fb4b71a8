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
  /// What is done with the words that another program laid under a scan.
  public var textLayer: TextLayerUse
  /// The path of a program that reads doubtful lines, too; nil for none.
  public var reader: String?

  public init(
    recogniser: String = Recognisers.usual.name, languages: String = Recognisers.usual.usualLanguages,
    mostPixels: Int = 100_000_000, pageTimeout: Double = 180, textLayer: TextLayerUse = .auto, reader: String? = nil
  ) {
    self.recogniser = recogniser
    self.languages = languages
    self.mostPixels = mostPixels
    self.pageTimeout = pageTimeout
    self.textLayer = textLayer
    self.reader = reader
  }
}

/// What is done with the words that another program laid under a scan. The words of a page that a program made are its
/// text in any case.
public enum TextLayerUse: String, Sendable, Hashable, Codable, CaseIterable {
  /// The page is read, and the words that read better are taken.
  case auto
  /// The layer is the text.
  case keep
  /// The page is read as if it had no layer.
  case read
}
