/// *Noise* is what changed the letters of a text on its way from the print.
public enum Noise: String, Codable, Sendable, CaseIterable {
  /// Not known: the program finds out for each paragraph.
  case automatic
  /// The text lost its marks and nothing else: `Quyet dinh`.
  case stripped
  /// An English model read a Vietnamese page: `Quyét dinh`, `d6i m&i`.
  case english
  /// Tesseract's Vietnamese model read the page and left some words wrong: `QUYÉT`, `hội đông`.
  case vietnamese
  /// Nothing changed; the text stays as it is.
  case clean
}

/// What restoration should assume of a text, and how it should write.
public struct RestorationSettings: Sendable {
  /// The place of the tone mark in `oa`, `oe` and `uy` at the end of a syllable.
  public enum TonePlacement: String, Codable, Sendable, CaseIterable {
    /// As most words of the document have it; old where no word shows it.
    case document
    /// `hóa`, `thủy`.
    case old
    /// `hoá`, `thuỷ`.
    case new
  }

  public var noise: Noise
  public var tone: TonePlacement
  /// Local names and terms, spelled as they are to be written.
  public var terms: [String]

  public init(noise: Noise = .automatic, tone: TonePlacement = .document, terms: [String] = []) {
    self.noise = noise
    self.tone = tone
    self.terms = terms
  }
}
