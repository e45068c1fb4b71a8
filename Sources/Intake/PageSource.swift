public import DocumentModel

/// The bytes of an encoded image, and which of its frames is meant.
public struct EncodedImage: Sendable {
  public var bytes: [UInt8]
  /// 0-based; more than one only in a TIFF.
  public var frame: Int
  /// Resolution, where what surrounds the image says it; it counts more than what the image says of itself.
  public var dpi: Int?
  /// It is a PDF's page as it is shown; false for an image that a file or a page holds.
  public var isDrawn = false
}

/// A page of an input, before it is read.
public struct PageSource: Sendable {
  enum Place: Sendable {
    case file(String)
    case frame(bytes: [UInt8], Int)
    /// A page that is not looked at, and why.
    case refused(Failure)
    /// The one image that a PDF's page is, taken as it is.
    case embedded(String, dpi: Int)
    /// A PDF's page, drawn.
    case drawn(String, dpi: Int)
  }

  /// 1-based, in the input.
  public let number: Int
  let place: Place
  /// What there is to say of the words that the page carries; `absent` for what is no PDF.
  public let layer: TextLayerReport
  /// The words of the page, boxes in the pixels of `image()`; empty where they are not to be trusted as its text.
  public let textLayer: [Line]
  /// Words laid over the page that are not its text, such as a signing service's.
  public let overlay: [Line]
  /// An image covers the page: its words were put there by another tool, and may be a part of what it shows.
  public let isScan: Bool
  /// Share of the page that pictures cover, 0 or more.
  public let pictures: Double
  /// Bits of a pixel of the largest picture on a PDF's page; nil for another file, which says it itself.
  public let bits: Int?

  init(
    number: Int, place: Place, layer: TextLayerReport = TextLayerReport([]), textLayer: [Line] = [],
    overlay: [Line] = [], isScan: Bool = true, pictures: Double = 1, bits: Int? = nil
  ) {
    self.number = number
    self.place = place
    self.layer = layer
    self.textLayer = textLayer
    self.overlay = overlay
    self.isScan = isScan
    self.pictures = pictures
    self.bits = bits
  }

  /// The page as an image. A PDF page is drawn without its annotations: overlays of signing services cover the text.
  public func image() async throws(Failure) -> EncodedImage {
    switch place {
    case .file(let path): EncodedImage(bytes: try ReadOnlyFile.contents(of: path), frame: 0)
    case .frame(let bytes, let frame): EncodedImage(bytes: bytes, frame: frame)
    case .embedded(let path, let dpi):
      try await PDFPageImage(path: path, page: number, dpi: dpi, isScan: true).extracted()
    case .drawn(let path, let dpi):
      try await PDFPageImage(path: path, page: number, dpi: dpi, isScan: isScan).drawn()
    case .refused(let failure): throw failure
    }
  }
}

/// An input that has been looked into.
public struct OpenedInput: Sendable {
  public var kind: SourceSummary.Kind
  /// Of its file; nil for several page images.
  public var format: FileKind?
  public var sha256: String
  /// The pages to recognise; empty for a text input.
  public var pages: [PageSource] = []
  /// The lines of a text input.
  public var text: [Line] = []
  /// Signature fields of a PDF.
  public var signatures: [Signature] = []
  public var findings: [Finding] = []
}
