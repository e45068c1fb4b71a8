/// How many documents a file holds.
public enum DocumentsOfFile: String, Sendable, Hashable, Codable, CaseIterable {
  /// As many as it has letterheads of their own.
  case auto
  /// One, whatever its pages show.
  case one
}
