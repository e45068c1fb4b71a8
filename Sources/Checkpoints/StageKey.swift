internal import Digests

/// What the artefacts of a stage are known by: the stage, its code, the settings that matter to it, and the same of
/// every stage before it. Two runs whose keys are equal make the same of the same input.
public struct StageKey: Hashable, Codable, Sendable {
  /// The stage's name, for the names of files.
  public let stage: String
  /// SHA-256, hexadecimal, of the whole chain.
  public let digest: String

  /// - Parameters:
  ///   - stage: its name.
  ///   - code: a digest of the code that the stage is made of.
  ///   - settings: what changes its result, and nothing else: a setting that changes nothing makes work be done again.
  ///   - earlier: the key of the stage whose result it is given; nil for the first stage.
  public init(_ stage: String, madeOf code: String, settings: [String: String], after earlier: StageKey? = nil) {
    self.stage = stage
    let told = settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value.utf8.count):\($0.value)" }
    let lines = [earlier?.digest ?? "-", stage, code] + told
    digest = Digest.sha256(of: Array(lines.joined(separator: "\n").utf8))
  }

  /// The first sixteen digits, for file names: enough to tell all keys of a stage apart.
  var shortDigest: String { String(digest.prefix(16)) }
}
