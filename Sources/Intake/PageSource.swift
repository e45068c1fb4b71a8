public import DocumentModel

/// The bytes of an encoded image, and which of its frames is meant.
public struct EncodedImage: Sendable {
  /// 0-based; more than one only in a TIFF.
  public var frame = 0
  /// Dots per inch by the PDF that holds the image, which counts more than what the image says of itself; nil for an image
  /// file.
  public var dpi: Int?
  /// Whether a PDF's page was drawn to make it; false for an image that a file or a page holds.
  public var isDrawn = false
  /// The path of the TIFF that it is a frame of; nil for every other image.
  public var file: String?
  private let held: [UInt8]?

  init(bytes: [UInt8], dpi: Int? = nil, isDrawn: Bool = false) {
    (held, self.dpi, self.isDrawn) = (bytes, dpi, isDrawn)
  }

  /// A frame of a TIFF, whose bytes are nil where they are too many to be held.
  init(frame: Int, of file: String, bytes: [UInt8]?) { (self.frame, self.file, held) = (frame, file, bytes) }

  /// The whole file.
  ///
  /// - Throws: `cannotOpenInput` where it is not held and cannot be read.
  public var bytes: [UInt8] {
    get throws(Failure) {
      if let held { return held }
      return try file.map { path throws(Failure) in try ReadOnlyFile.contents(of: path) } ?? []
    }
  }
}

/// How a PDF's page is to be drawn.
struct Drawing: Sendable {
  /// Dots to an inch of the page as the PDF states its size.
  var dpi: Int
  /// Dots to an inch of the paper, which is another where the stated size cannot be true.
  var dpiOnPaper: Int
  var annotations = PageComposition.Annotations.none
  /// In grey a large page takes a third of the memory.
  var isGrey = false
}

/// A page of an input, before it is read.
public struct PageSource: Sendable {
  enum Place: Sendable {
    case file(String)
    /// A page of a TIFF; its bytes are nil where they are too many to be held.
    case frame(Int, of: String, bytes: [UInt8]?)
    /// A page that is too large to be drawn, and the failure that says so.
    case refused(Failure)
    /// A PDF's page that one image makes up: the image is taken as its bytes stand in the PDF.
    case embedded(String, dpi: Int)
    /// A PDF's page that is to be drawn.
    case drawn(String, Drawing)
  }

  /// 1-based, in the input.
  public let number: Int
  let place: Place
  /// What the words that a PDF's page carries look like; the verdict is `absent` for an image file.
  public let layer: TextLayerReport
  /// The words of the page, boxes in the pixels of `image()`; empty where they are not to be trusted as its text.
  public let textLayer: [Line]
  /// Words laid over the page that are not its text, such as a signing service's.
  public let overlay: [Line]
  /// Whether an image covers the page. Words on such a page were put there by another program and may be only a part of
  /// what the image shows.
  public let isScan: Bool
  /// Share of the page that pictures cover, 0 or more.
  public let pictures: Double
  /// The size and the resolution of a page whose words are known and that shows nothing else; nil where it has to be looked at.
  public let unseen: (size: PixelSize, dpi: Int)?
  /// Bits a pixel of the largest picture on a PDF's page; nil for an image file, whose own header says it.
  public let bits: Int?

  init(
    number: Int, place: Place, layer: TextLayerReport = TextLayerReport([]), textLayer: [Line] = [],
    overlay: [Line] = [], isScan: Bool = true, pictures: Double = 1, bits: Int? = nil,
    unseen: (size: PixelSize, dpi: Int)? = nil
  ) {
    self.number = number
    self.unseen = unseen
    self.place = place
    self.layer = layer
    self.textLayer = textLayer
    self.overlay = overlay
    self.isScan = isScan
    self.pictures = pictures
    self.bits = bits
  }

  /// The image that the page is read from: of a page whose words are known only the rules are looked for, and those are seen in
  /// grey, which is a third of the bytes.
  public func imageToRead() async throws(Failure) -> EncodedImage {
    guard areWordsKnown, case .drawn(let path, var drawing) = place else { return try await image() }
    drawing.isGrey = true
    return try await PDFPageImage(path: path, page: number, drawing, isScan: false).drawn()
  }

  /// The same page for its picture alone, so that many can be kept: without words and without the bytes of its file.
  public var withoutWords: PageSource {
    let lean: Place =
      if case .frame(let frame, let path, _) = place { .frame(frame, of: path, bytes: nil) } else { place }
    return PageSource(number: number, place: lean, isScan: isScan, pictures: pictures, bits: bits)
  }

  /// The image for a person to look at: a page that has to be drawn is drawn no finer than a screen shows it, which takes
  /// half the time. `size` is the page's size when it was read; a page that is larger than A4 gets `longest` pixels on its
  /// longer side, too.
  ///
  /// - Throws: as `image()` does.
  public func imageToShow(most dpi: Int, longest: Int, read size: PixelSize?) async throws(Failure) -> EncodedImage {
    guard case .drawn(let path, var drawing) = place else { return try await image() }
    let fitting = size.map { max(1, drawing.dpi * longest / max($0.width, $0.height, 1)) } ?? dpi
    let dpi = min(dpi, fitting)
    guard drawing.dpi > dpi else { return try await image() }
    drawing.dpiOnPaper = drawing.dpiOnPaper * dpi / drawing.dpi
    drawing.dpi = dpi
    return try await PDFPageImage(path: path, page: number, drawing, isScan: isScan).drawn()
  }

  /// A program made the page, and its words are the page's text.
  public var areWordsKnown: Bool { !isScan && !textLayer.isEmpty }

  /// The page as an image. A PDF page is drawn with what was typed and stamped on it, and without the overlays of signing
  /// services, which cover its print.
  ///
  /// - Throws: `badInput` where the page is damaged, too large or takes too much time or memory; `cannotOpenInput` where
  ///   its file cannot be read; `missingTool` where one of poppler's programs is not installed.
  public func image() async throws(Failure) -> EncodedImage {
    switch place {
    case .file(let path): EncodedImage(bytes: try ReadOnlyFile.contents(of: path))
    case .frame(let frame, let path, let bytes): EncodedImage(frame: frame, of: path, bytes: bytes)
    case .embedded(let path, let dpi):
      try await PDFPageImage(path: path, page: number, dpi: dpi, isScan: true).extracted()
    case .drawn(let path, let drawing):
      try await PDFPageImage(path: path, page: number, drawing, isScan: isScan).drawn()
    case .refused(let failure): throw failure
    }
  }
}

/// An input that has been looked into.
public struct OpenedInput: Sendable {
  public var kind: SourceSummary.Kind
  /// The kind of its file; nil for an input of several files.
  public var format: FileKind?
  /// Hexadecimal; see `ContentHash`.
  public var sha256: String
  /// The pages to recognise; empty for a text input.
  public var pages: [PageSource] = []
  /// The lines of a text input.
  public var text: [Line] = []
  /// Signature fields of a PDF.
  public var signatures: [Signature] = []
  public var findings: [Finding] = []
}
