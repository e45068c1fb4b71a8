package import CTesseract
public import DocumentModel

/// One page as pixels, held by Leptonica. It has one owner and is freed with it; nothing of it is shared.
public struct PageImage: ~Copyable {
  package let pix: UnsafeMutablePointer<Pix>
  /// Dots per inch; what the file says, or what the page's size suggests.
  public let dpi: Int
  /// The grey level, 0...255, below which a pixel is ink.
  package let inkLevel: Int
  /// The file does not say `dpi`: it is what paper of A4 would have. Known of a decoded page, not of what is made of it.
  public let isResolutionGuessed: Bool

  /// How many times smaller than its file it was decoded, across and down; 1 for most. Known of a decoded page, too.
  public let reduction: Int

  package init(
    owning pix: UnsafeMutablePointer<Pix>, dpi: Int, inkLevel: Int = GreyBounds.ink, isResolutionGuessed: Bool = false,
    reduction: Int = 1
  ) {
    self.isResolutionGuessed = isResolutionGuessed
    self.reduction = reduction
    self.pix = pix
    self.dpi = dpi
    self.inkLevel = inkLevel
  }

  deinit {
    var pix: UnsafeMutablePointer<Pix>? = pix
    pixDestroy(&pix)
  }

  public var size: PixelSize {
    PixelSize(width: Int(pixGetWidth(pix)), height: Int(pixGetHeight(pix)))
  }

  /// Bits per pixel: 1, 8 or 32 here.
  var depth: Int { Int(pixGetDepth(pix)) }

  /// Takes what a Leptonica function made; where it made nothing there was no memory for it.
  func made(_ pix: UnsafeMutablePointer<Pix>?) throws(Failure) -> PageImage {
    guard let pix else { throw Failure(.internalError, .imageOperationFailed) }
    return PageImage(owning: pix, dpi: dpi, inkLevel: inkLevel)
  }

  /// The part inside a box, which is cut to the page.
  public func cropped(to box: PixelBox) throws(Failure) -> PageImage {
    try withBox(box) { rectangle throws(Failure) in
      try made(pixClipRectangle(pix, rectangle, nil))
    }
  }

  /// Paints a box of a cleaned page with paper.
  public mutating func erase(_ box: PixelBox) throws(Failure) {
    try withBox(box) { rectangle in
      _ = pixSetInRectArbitrary(pix, rectangle, paper)
    }
  }

  /// Makes a box of a black and white page white.
  func clear(_ box: PixelBox) throws(Failure) { try withBox(box) { _ = pixClearInRect(pix, $0) } }

  /// The picture in 256 greys, its colours by how light they look.
  public func grey() throws(Failure) -> PageImage { try made(pixConvertTo8(pix, 0)) }

  /// What a second look needs of a page: of a large one only the greys, since its colours take four times the memory.
  public consuming func withoutColoursIfLarge() throws(Failure) -> PageImage {
    depth == 32 && size.width * size.height > Self.largeInColour ? try grey() : self
  }

  /// Pixels: twice those of A4 at 300 dpi.
  private static let largeInColour = 17_500_000

  func withBox<Result: ~Copyable>(
    _ box: PixelBox, _ body: (UnsafeMutablePointer<Box>) throws(Failure) -> Result
  ) throws(Failure) -> Result {
    var rectangle = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
    guard let held = rectangle else { throw Failure(.internalError, .imageOperationFailed) }
    defer { boxDestroy(&rectangle) }
    return try body(held)
  }
}

extension Message {
  static var imageOperationFailed: Message {
    Message(
      "image-operation-failed", vi: "Không xử lý được ảnh trang (thiếu bộ nhớ?).",
      en: "The page image could not be processed (out of memory?).")
  }
}
