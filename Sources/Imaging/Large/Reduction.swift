/// How a large page is made smaller while it is decoded. It is read at 300 dpi in any case; whole and in colour, a page of
/// 100 megapixels alone takes 400 MB.
struct Reduction: Hashable {
  /// Pixels across and down that become one.
  var factor: Int
  /// Whether only the brightest of the three channels is kept.
  var isGrey: Bool

  /// A page of no more pixels is decoded as it is: A3 at 400 dpi has 31 million.
  static let mostWhole = 32_000_000
  /// A page is not reduced below this resolution, dots per inch: letters of 240 dpi read as well as those of 300.
  private static let leastDPI = 240
  /// Factors that every decoder knows; a JPEG can be halved no more than three times.
  private static let mostFactor = 8

  init(factor: Int, isGrey: Bool) { (self.factor, self.isGrey) = (factor, isGrey) }

  /// Nil where the page is decoded as it is: it is small, or in black and white.
  init?(width: Int, height: Int, bits: Int, dpi: Int) {
    let pixels = width * height
    guard bits > 1, pixels > Self.mostWhole else { return nil }
    var factor = 1
    while pixels > Self.mostWhole * factor * factor, factor < Self.mostFactor, dpi >= 2 * factor * Self.leastDPI {
      factor *= 2
    }
    self.factor = factor
    isGrey = pixels > Self.mostWhole * factor * factor
  }
}
