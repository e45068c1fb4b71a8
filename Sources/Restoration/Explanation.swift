/// Why a word was read as it was.
public struct Explanation: Hashable, Codable, Sendable {
  /// One way to read it.
  public struct Reading: Hashable, Codable, Sendable {
    public var text: String
    /// Cost of this having been seen as it was, nats, weighted against the language model.
    public var channel: Double
    /// How much worse the whole paragraph would be with it, nats; 0 for the one that won.
    public var behind: Double
  }

  /// 1-based number of the line in the input.
  public var line: Int
  /// What was read.
  public var seen: String
  /// What is written.
  public var text: String
  public var noise: Noise
  /// Best first.
  public var readings: [Reading]
}
