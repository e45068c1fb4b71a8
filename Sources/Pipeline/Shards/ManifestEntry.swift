public import DocumentModel
internal import Intake

/// An input in a manifest.
public struct ManifestEntry: Codable, Hashable, Sendable {
  enum Kind: String, Codable { case pdf, text, images }

  /// The SHA-256 of the bytes, as `ContentHash` takes it.
  public var sha256: String
  /// The size of all files taken together.
  public var bytes: Int
  /// The path as it was named; a relative one begins at the manifest's base.
  public var path: String
  /// The name of its folder in the shard's results; no other input of the manifest has it.
  public var name: String
  var kind: Kind
  /// The page images of a folder, in order.
  var files: [String]?

  init(_ input: Input, sha256: String, bytes: Int) {
    self.sha256 = sha256
    self.bytes = bytes
    path = input.path
    name = input.name
    switch input.kind {
    case .pdf: kind = .pdf
    case .text: kind = .text
    case .images(let images):
      kind = .images
      files = images == [input.path] ? nil : images
    }
  }

  /// The input that it was planned as, which must still be the same bytes.
  var input: Input {
    let kind: Input.Kind =
      switch kind {
      case .pdf: .pdf
      case .text: .text
      case .images: .images(files ?? [path])
      }
    return Input(path: path, kind: kind, name: name, sha256: sha256)
  }

  /// Whether the values are possible ones: above all, the name must be that of a folder directly in the results.
  var isSound: Bool {
    sha256.utf8.count == 64 && sha256.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
      && bytes >= 0 && !path.isEmpty && !name.isEmpty && !name.hasPrefix(".") && !name.contains("/")
      && !name.contains("\0") && !path.contains("\0")
  }
}

/// A path that was named or found, and could not be planned.
public struct RefusedPath: Codable, Hashable, Sendable {
  public var path: String
  public var exitCode: Int32
  public var message: Message

  init(path: String, failure: Failure) {
    self.path = path
    exitCode = failure.code.rawValue
    message = failure.message
  }
}
