/// Something odd about a document. It is collected, never thrown.
public struct Finding: Hashable, Codable, Sendable {
  public enum Severity: String, Codable, Sendable { case note, warning, error }

  public var severity: Severity
  public var message: Message
  /// Where it was found; nil where it concerns the whole file.
  public var provenance: Provenance?

  public init(_ severity: Severity, _ message: Message, at provenance: Provenance? = nil) {
    self.severity = severity
    self.message = message
    self.provenance = provenance
  }
}
