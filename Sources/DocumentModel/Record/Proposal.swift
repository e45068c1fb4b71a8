/// A value that may be right and is not asserted; a person takes it or does not.
public struct Proposal: Hashable, Codable, Sendable {
  public var value: String
  /// Where it comes from: `pen`, `cited`, `signature-time`, `file-name`, …
  public var source: String
  public var confidence: Confidence
  public var provenance: Provenance
  /// The SHA-256 of the input that `provenance` is a place in, where that is another paper: the list that names this one. Nil
  /// for a place of the document's own.
  public var input: String?

  /// The place on the document's own pages; nil where the value is printed on another paper.
  public var ownPlace: Provenance? { input == nil ? provenance : nil }

  public init(value: String, source: String, confidence: Confidence, provenance: Provenance) {
    self.value = value
    self.source = source
    self.confidence = confidence
    self.provenance = provenance
  }
}
