internal import CTesseract
public import DocumentModel

/// A white picture to paint on.
public struct Canvas: ~Copyable {
  public struct Colour: Sendable, Hashable {
    public var red, green, blue: UInt8

    public init(red: UInt8, green: UInt8, blue: UInt8) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }

    public static let dark = Colour(red: 0x33, green: 0x33, blue: 0x33)

    var value: UInt32 { UInt32(red) << 24 | UInt32(green) << 16 | UInt32(blue) << 8 }
  }

  /// Sizes of letters.
  public enum TextSize: Int32, Sendable { case small = 6, large = 10 }

  private let image: PageImage

  /// Fails where there is no memory for it.
  public init(size: PixelSize) throws(Failure) {
    guard let pix = pixCreate(Int32(size.width), Int32(size.height), 32) else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    pixSetAll(pix)
    image = PageImage(owning: pix, dpi: 150)
  }

  public mutating func fill(_ box: PixelBox, _ colour: Colour) {
    try? image.withBox(box) { rectangle in
      _ = pixSetInRectArbitrary(image.pix, rectangle, colour.value)
    }
  }

  /// In the middle of a box, at most as large, with a thin frame.
  public mutating func paste(jpeg: [UInt8], into box: PixelBox) throws(Failure) {
    let picture = try PageImage.decode(jpeg, frame: 0, dpi: 72, name: "thumbnail").reduced(
      toFit: PixelSize(width: box.width, height: box.height))
    let size = picture.size
    let x = box.x + (box.width - size.width) / 2, y = box.y + (box.height - size.height) / 2
    fill(PixelBox(x: x - 1, y: y - 1, width: size.width + 2, height: size.height + 2), Self.frame)
    let colour = try picture.made(pixConvertTo32(picture.pix))
    pixRasterop(image.pix, Int32(x), Int32(y), Int32(size.width), Int32(size.height), PIX_SRC, colour.pix, 0, 0)
  }

  private static let frame = Colour(red: 0x99, green: 0x99, blue: 0x99)

  /// One line of text with its top left corner here.
  public mutating func write(_ text: String, at place: (x: Int, y: Int), _ colour: Colour, size: TextSize) {
    var font = bmfCreate(nil, size.rawValue)
    defer { bmfDestroy(&font) }
    guard let held = font else { return }
    var width: Int32 = 0, overflow: Int32 = 0
    pixSetTextline(
      image.pix, held, text, colour.value, Int32(place.x), Int32(place.y) + held.pointee.baselinetab[93], &width,
      &overflow)
  }

  public func png() throws(Failure) -> [UInt8] { try image.png() }
}
