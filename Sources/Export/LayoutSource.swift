/// The source that an ALTO or hOCR file names for its pages.
public struct LayoutSource: Sendable {
  /// Name of the file that was read, without its folder.
  public var fileName: String
  /// Hexadecimal, of the file's bytes.
  public var sha256: String
  public var title: String

  public init(fileName: String, sha256: String, title: String) {
    self.fileName = fileName
    self.sha256 = sha256
    self.title = title
  }
}
