/// Where a value was found: a page and a box of it, or a line of a text input.
public struct Provenance: Hashable, Codable, Sendable {
  /// 1-based, in the file.
  public var page: Int
  /// 1-based line of `text.txt`; nil where it is not known.
  public var line: Int?
  /// In pixels of the upright page image.
  public var box: PixelBox?

  public init(page: Int, line: Int? = nil, box: PixelBox? = nil) {
    self.page = page
    self.line = line
    self.box = box
  }

  /// Where something that spans several lines stands: its first line, and one box around its parts on the first page; nil
  /// without parts.
  public static func spanning(_ parts: some Sequence<Provenance>) -> Provenance? {
    parts.reduce(nil) { whole, part in
      guard var whole else { return part }
      if whole.page == part.page, let box = part.box { whole.box = whole.box?.union(box) ?? box }
      return whole
    }
  }
}

/// Where a value comes from and how sure it is.
public struct Evidence: Hashable, Codable, Sendable {
  public var provenance: Provenance
  public var confidence: Confidence
  /// Where the value was read on the paper: nil, or the name of the rule that read it, which holds a dot
  /// (`deadline.before-day`). Where it is not simply what is printed there: a word without a dot that says why it is
  /// believed (`body`, `inferred`, `year-repaired`).
  public var source: String?

  /// The source of a value of which a word does not stand on the paper.
  public static let inferred = "inferred"

  public init(provenance: Provenance, confidence: Confidence, source: String? = nil) {
    self.provenance = provenance
    self.confidence = confidence
    self.source = source
  }
}
