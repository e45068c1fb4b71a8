/// A value that may be right and is not asserted; a person takes it or does not.
public struct Proposal: Hashable, Codable, Sendable {
  public var value: String
  /// Where it comes from: `pen`, `cited`, `signature-time`, `file-name`, …
  public var source: String
  public var confidence: Confidence
  public var provenance: Provenance

  public init(value: String, source: String, confidence: Confidence, provenance: Provenance) {
    self.value = value
    self.source = source
    self.confidence = confidence
    self.provenance = provenance
  }
}
