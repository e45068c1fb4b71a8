internal import Digests

/// What the artefacts of a stage are known by: the stage, its version, the settings that matter to it, and the same of
/// every stage before it. Two runs whose keys are equal make the same of the same input.
public struct StageKey: Hashable, Codable, Sendable {
  /// The stage's name, for the names of files.
  public let stage: String
  /// SHA-256, hexadecimal, of the whole chain.
  public let digest: String

  /// The key of a stage that is given what an `earlier` one made; nil for the first. Its `settings` are what changes its
  /// result, and nothing else: one that is named without need makes work be done again.
  public init(_ stage: String, version: Int, settings: [String: String], after earlier: StageKey? = nil) {
    self.stage = stage
    let told = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.utf8.count):\($0.value)" }
    let lines = [earlier?.digest ?? "-", stage, String(version)] + told
    digest = Digest.sha256(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// For file names: sixteen digits tell all versions of a stage apart that will ever be.
  var shortDigest: String { String(digest.prefix(16)) }
}
