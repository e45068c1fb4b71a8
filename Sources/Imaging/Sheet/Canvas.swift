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

    var value: UInt32 { faded(by: 0) }

    /// Mixed with white: 0 is the colour itself, 255 is white.
    func faded(by level: UInt32) -> UInt32 {
      func mixed(_ part: UInt8) -> UInt32 { (UInt32(part) * (255 - level) + 255 * level) / 255 }
      return mixed(red) << 24 | mixed(green) << 16 | mixed(blue) << 8
    }
  }

  /// Heights of a line of text, in pixels.
  public enum TextSize: Int, Sendable { case small = 22, large = 32 }

  private let image: PageImage
  private let lettering: Lettering

  /// Fails where there is no memory for it.
  public init(size: PixelSize) throws(Failure) {
    self.init(on: try Self.blank(size), with: try Lettering())
  }

  private init(on image: consuming PageImage, with lettering: consuming Lettering) {
    self.image = image
    self.lettering = lettering
  }

  private static func blank(_ size: PixelSize) throws(Failure) -> PageImage {
    guard let pix = pixCreate(Int32(size.width), Int32(size.height), 32) else {
      throw Failure(.internalError, .imageOperationFailed)
    }
    pixSetAll(pix)
    return PageImage(owning: pix, dpi: 150)
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

  /// Text inside a box, in as many lines as it needs; what the box has no room for is left out.
  public mutating func write(_ text: String, in box: PixelBox, _ colour: Colour, size: TextSize) throws(Failure) {
    var y = box.y
    for line in lines(of: text, width: box.width * Lettering.height / size.rawValue) {
      if y + size.rawValue > box.bottom { return }
      let strip = try lettering.strip(line)
      let grey = try strip.made(pixScaleToGray(strip.pix, Float(size.rawValue) / Float(Lettering.height)))
      stain(with: grey, at: (box.x, y), colour)
      y += size.rawValue
    }
  }

  /// The text in lines of at most this width, parted between words.
  private func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    for word in text.split(separator: " ").map(String.init) {
      if let last = lines.last, lettering.width(of: last + " " + word) <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(word)
      }
    }
    return lines
  }

  /// Paints with a colour, the more the darker the grey image is there.
  private mutating func stain(with grey: borrowing PageImage, at place: (x: Int, y: Int), _ colour: Colour) {
    let size = grey.size, whole = image.size
    for y in 0..<size.height where place.y + y < whole.height {
      for x in 0..<size.width where place.x + x < whole.width {
        var level: UInt32 = 255
        pixGetPixel(grey.pix, Int32(x), Int32(y), &level)
        if level < 255 { pixSetPixel(image.pix, Int32(place.x + x), Int32(place.y + y), colour.faded(by: level)) }
      }
    }
  }

  public func png() throws(Failure) -> [UInt8] { try image.png() }
}
