public import DocumentModel

/// A page image for a new PDF: encoded as PDF can hold it, in strips from top to bottom.
public struct PageScan: Sendable {
  public var width, height: Int
  public var strips: [ImageStrip]
  /// How the image lies when it is shown.
  public var orientation: StoredOrientation

  /// `width` and `height` are those of the image as it is stored.
  public init(width: Int, height: Int, strips: [ImageStrip], orientation: StoredOrientation = .upright) {
    self.width = width
    self.height = height
    self.strips = strips
    self.orientation = orientation
  }
}

/// A part of a page image as wide as the page.
public struct ImageStrip: Sendable {
  public var rows: Int
  public var bytes: [UInt8]
  /// The entries of its dictionary that say how to read the bytes, in PDF syntax.
  public var entries: String

  public init(rows: Int, bytes: [UInt8], entries: String) {
    self.rows = rows
    self.bytes = bytes
    self.entries = entries
  }
}
