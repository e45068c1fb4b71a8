public import DocumentModel

/// The bytes of an encoded image, and which of its frames is meant.
public struct EncodedImage: Sendable {
  public var bytes: [UInt8]
  /// 0-based; more than one only in a TIFF.
  public var frame: Int
  /// Resolution where the file does not say it itself.
  public var dpi: Int?
}

/// A page of an input, before it is read.
public struct PageSource: Sendable {
  enum Place: Sendable {
    case file(String)
    case frame(bytes: [UInt8], Int)
    case pdf(String, dpi: Int)
  }

  /// 1-based, in the input.
  public let number: Int
  let place: Place
  /// Lines that need no recognition, with boxes in the pixels of `image()`; nil for a scan.
  public let textLayer: [Line]?

  /// The page as an image. A PDF page is drawn without its annotations: overlays of signing services cover the text.
  public func image() async throws(Failure) -> EncodedImage {
    switch place {
    case .file(let path): return EncodedImage(bytes: try ReadOnlyFile.contents(of: path), frame: 0)
    case .frame(let bytes, let frame): return EncodedImage(bytes: bytes, frame: frame)
    case .pdf(let path, let dpi):
      let page = String(number)
      let drawn = try await PopplerTool(name: "pdftoppm").run(
        ["-r", String(dpi), "-f", page, "-l", page, "-hide-annotations", path], on: path)
      guard drawn.succeeded, !drawn.bytes.isEmpty else {
        throw Failure(.badInput, .toolFailed("pdftoppm", path, String(drawn.errors.prefix(200))))
      }
      return EncodedImage(bytes: drawn.bytes, frame: 0, dpi: dpi)
    }
  }
}

/// An input that has been looked into.
public struct OpenedInput: Sendable {
  public var kind: SourceSummary.Kind
  public var sha256: String
  /// The pages to recognise; empty for a text input.
  public var pages: [PageSource]
  /// The lines of a text input.
  public var text: [Line]
  public var findings: [Finding]
}
