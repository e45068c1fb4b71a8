/// One input of a run: a file, or a folder whose page images make one document.
public struct Input: Sendable, Hashable, Codable {
  /// As the user named it, or as it was found below a folder that the user named.
  public var path: String
  public var kind: Kind
  /// The name of its folder in the output; no two inputs of a run share one.
  public var name: String
  /// SHA-256 of its bytes when a manifest was made: an input that has changed since then fails. Nil for an input that no
  /// manifest lists.
  public var sha256: String?

  public enum Kind: Sendable, Hashable, Codable {
    case pdf, text
    /// Image files in page order; a TIFF among them may hold several pages.
    case images([String])
  }

  public init(path: String, kind: Kind, name: String, sha256: String? = nil) {
    self.path = path
    self.kind = kind
    self.name = name
    self.sha256 = sha256
  }

  /// The files that it is read from.
  public var files: [String] {
    if case .images(let files) = kind { files } else { [path] }
  }
}
