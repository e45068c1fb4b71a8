/// What a file of pages in a format of OCR programs says of where they come from.
public struct LayoutSource: Sendable {
  /// Name of the file that was read, without its folder.
  public var fileName: String
  public var sha256: String
  public var title: String

  public init(fileName: String, sha256: String, title: String) {
    self.fileName = fileName
    self.sha256 = sha256
    self.title = title
  }
}
