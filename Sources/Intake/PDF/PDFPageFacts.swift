internal import DocumentModel

/// One page of a PDF, before it is drawn.
struct PDFPageFacts: Sendable {
  /// An image as it is drawn on the page.
  struct Image: Sendable, Hashable {
    var width, height: Int
    /// Dots per inch across and down.
    var xDPI, yDPI: Int
    /// Bits of a pixel, all its colours together.
    var bits: Int
    /// Whether it is a picture, and not a stencil or the mask of another.
    var isPicture: Bool
    /// Whether its bytes alone say what it looks like: grey, RGB or black and white, without palette or inks.
    var isPlain: Bool
    /// Whether it is stored as a JPEG, which is taken out as it stands; any other is unpacked first.
    var isJPEG: Bool

    /// From the columns of `pdfimages -list`; nil where a column is not a number, or the image is drawn at no size and so
    /// has no resolution.
    init?(_ fields: [Substring]) {
      guard let width = Int(fields[3]), let height = Int(fields[4]), let x = Int(fields[12]), let y = Int(fields[13]),
        x > 0, y > 0
      else { return nil }
      (self.width, self.height, xDPI, yDPI) = (width, height, x, y)
      bits = (Int(fields[6]) ?? 1) * (Int(fields[7]) ?? 8)
      isPicture = fields[2] == "image"
      isJPEG = fields[8] == "jpeg"
      isPlain = ["gray", "rgb", "icc"].contains(fields[5]) && (fields[6] == "1" || fields[6] == "3")
    }

    /// Whether it would be taken out as a file that fills the memory. Drawn, it is made smaller row by row.
    var isLargeUnpacked: Bool { bits > 1 && !isJPEG && width * height > PDFPageFacts.large }

    /// Square inches of the page that it covers.
    var area: Double { Double(width * height) / Double(xDPI * yDPI) }
  }

  /// Of the page as it is shown, in points (1/72 inch).
  var width = 595.0, height = 842.0
  var images: [Image] = []
  /// Whether `images` are all that there are: their list could be had.
  var arePicturesKnown = true
  /// Nothing is known of the page's content at first, so that it is drawn.
  var composition = PageComposition()

  /// In square inches.
  private var area: Double { width * height / (72 * 72) }

  /// Share of the page that images cover; more than 1 where they lie over each other.
  var pictures: Double { images.reduce(0) { $0 + $1.area } / max(area, 0.001) }

  /// Whether images cover most of the page, as a scanner makes it. Some scanners cut a page into strips.
  var isScan: Bool { !arePicturesKnown || pictures > 0.6 }

  /// A page with more pictures than a coat of arms, a stamp and a signature, as a share of it, may say something in them.
  private static let fewPictures = 0.1
  /// A page with more curves may hold letters that were turned into outlines: a letter is made of ten or so.
  private static let fewCurves = 400

  /// Whether a program wrote the page's words in letters that are known: no picture covers it, text is shown, and its fonts
  /// say what their glyphs are.
  var isWritten: Bool { !isScan && composition.fontsNameTheirLetters && composition.visibleTexts != 0 }

  /// The same of a page that pictures cover, such as a coloured ground in strips: its words lie on top of them.
  var isWrittenOverPictures: Bool {
    arePicturesKnown && isScan && composition.fontsNameTheirLetters && composition.textsOnTop > 0
      && composition.textsOnTop == composition.visibleTexts
  }

  /// Whether its words, however few, are all that it says.
  var isNothingButText: Bool {
    isWritten && composition.visibleTexts != nil && pictures < Self.fewPictures && composition.curves < Self.fewCurves
  }

  /// The size of its picture at a resolution, as `pdftoppm` draws it.
  func size(at dpi: Int) -> PixelSize {
    PixelSize(
      width: Int((width * Double(dpi) / 72).rounded(.up)), height: Int((height * Double(dpi) / 72).rounded(.up)))
  }

  var largestImage: Image? { images.max { $0.width * $0.height < $1.width * $1.height } }

  /// The one image that is the page and whose bytes can be taken as they are; nil where several make it up, or the page
  /// shows it otherwise or with something over it.
  var wholeImage: Image? {
    guard composition.isImageAlone, let only = images.first, images.count == 1, only.isPicture, only.isPlain,
      !only.isLargeUnpacked,
      abs(only.xDPI - only.yDPI) * 50 <= only.xDPI, (0.9...1.1).contains(only.area / area)
    else { return nil }
    return only
  }

  /// From so many pixels on, more than A3 has at 400 dpi, a page is drawn in grey, and no picture is unpacked as a whole.
  private static let large = 32_000_000

  /// Whether the page has so many when it is drawn at a resolution.
  func isLarge(at dpi: Int) -> Bool { area * Double(dpi * dpi) > Double(Self.large) }

  /// Dots per inch. A finer picture takes longer and is not read better.
  private static let mostDPI = 400

  /// How many pixels `pdftoppm` may print (`PopplerTool.outputLimit`): an A0 sheet at 220 dpi.
  private static let mostDrawnPixels = 80_000_000

  /// Of a page without a scan, at most so many: A2 at 200 dpi. Only its ruled lines are looked for.
  private static let mostPixelsOfText = 16_000_000

  /// Points of the long side of a page beyond which it is no paper of an office (A3 has 1191), and pixels an inch below
  /// which no scanner scans a text.
  private static let longestPaper = 1300.0, coarsest = 100
  /// Inches of the long side of A4.
  private static let longSideOfA4 = 11.69

  /// Pixels an inch on paper where the page's size is not to be believed: programs of telephones write a point for each
  /// pixel, which makes a page of A4 two feet wide. Nil where the size can be true.
  var dpiOnPaper: Int? {
    guard isScan, max(width, height) > Self.longestPaper, let image = largestImage, image.xDPI < Self.coarsest else {
      return nil
    }
    return min(max(Int(Double(max(image.width, image.height)) / Self.longSideOfA4), Self.coarsest), Self.mostDPI)
  }

  /// The resolution to draw the page at: the scan's own, within what recognition can use; less where the page would
  /// have more than `mostPixels`.
  func drawingDPI(mostPixels: Int) -> Int {
    let own = largestImage?.xDPI ?? 200
    let wanted = dpiOnPaper != nil ? own : isScan ? min(max(own, 150), Self.mostDPI) : 200
    let limit = min(mostPixels, isScan ? Self.mostDrawnPixels : Self.mostPixelsOfText)
    let most = (Double(limit) / max(area, 0.001)).squareRoot()
    return max(1, min(wanted, Int(most)))
  }

  /// A picture on the page that has more pixels than this; nil where there is none. Drawing the page smaller would not
  /// help: the program that decodes the picture needs the memory first.
  func largerPicture(than mostPixels: Int) -> Image? {
    images.first { $0.width.multipliedReportingOverflow(by: $0.height).overflow || $0.width * $0.height > mostPixels }
  }
}
