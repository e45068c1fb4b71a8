/// One white-space token of a line.
public struct Word: Hashable, Codable, Sendable {
  /// The word as it is believed to be printed.
  public var text: String
  /// The word as it was read, before restoration.
  public var original: String
  /// What stands between this word and the one before it (or the line's start): spaces, or a tab between columns.
  public var spaceBefore: String
  /// Where it is printed; nil for a text input.
  public var box: PixelBox?
  public var confidence: Confidence
  /// Other readings, best first, without `text`.
  public var alternatives: [String]
  /// The engine could not decide; a person should look.
  public var isDoubtful: Bool

  public init(
    text: String, original: String? = nil, spaceBefore: String = " ", box: PixelBox? = nil,
    confidence: Confidence = 1, alternatives: [String] = [], isDoubtful: Bool = false
  ) {
    self.text = text
    self.original = original ?? text
    self.spaceBefore = spaceBefore
    self.box = box
    self.confidence = confidence
    self.alternatives = alternatives
    self.isDoubtful = isDoubtful
  }
}
