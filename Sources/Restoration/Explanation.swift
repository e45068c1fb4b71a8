/// The readings of one word and what each would have cost, so that a person sees why one of them won.
public struct Explanation: Hashable, Codable, Sendable {
  /// One way to read it.
  public struct Reading: Hashable, Codable, Sendable {
    public var text: String
    /// What the channel charges for this word having been read as it was, nats, weighted against the language model.
    /// Negative for a word of the user's own list.
    public var channel: Double
    /// The cost that the paragraph has more with this reading than with the best one, nats; 0 for the one that won.
    public var behind: Double
  }

  /// Number of the line in the input, from 1.
  public var line: Int
  /// What was read.
  public var seen: String
  /// What is written.
  public var text: String
  public var noise: Noise
  /// The best first.
  public var readings: [Reading]
}
