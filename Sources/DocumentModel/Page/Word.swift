/// One white-space token of a line.
public struct Word: Hashable, Codable, Sendable {
  /// Another reading of a word.
  public struct Alternative: Hashable, Codable, Sendable {
    public var text: String
    /// How much less likely it is than the word's text by those who thought of it, nats.
    public var behind: Double

    public init(_ text: String, behind: Double) {
      self.text = text
      self.behind = behind
    }
  }

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
  public var alternatives: [Alternative]
  /// The engine could not decide; a person should look.
  public var isDoubtful: Bool

  public init(
    text: String, original: String? = nil, spaceBefore: String = " ", box: PixelBox? = nil,
    confidence: Confidence = 1, alternatives: [Alternative] = [], isDoubtful: Bool = false
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
