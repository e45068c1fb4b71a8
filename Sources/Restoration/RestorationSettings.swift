/// What went wrong with a text before it came here.
public enum Noise: String, Codable, Sendable, CaseIterable {
  /// Found out for each part of the document.
  case automatic
  /// The marks are lost and nothing else: `Quyet dinh`.
  case stripped
  /// A Vietnamese page read by an English model: `Quyét dinh`, `d6i m&i`.
  case english
  /// What Tesseract's Vietnamese model leaves wrong: `QUYÉT`, `hội đông`.
  case vietnamese
  /// Nothing; the text stays as it is.
  case clean
}

/// How to restore.
public struct RestorationSettings: Sendable {
  /// Where the tone mark of an open `oa`, `oe`, `uy` goes.
  public enum TonePlacement: String, Codable, Sendable, CaseIterable {
    /// As the document has it where it shows; else old.
    case document
    case old, new
  }

  public var noise: Noise
  public var tone: TonePlacement
  /// Local names and terms, as they are written.
  public var terms: [String]

  public init(noise: Noise = .automatic, tone: TonePlacement = .document, terms: [String] = []) {
    self.noise = noise
    self.tone = tone
    self.terms = terms
  }
}
