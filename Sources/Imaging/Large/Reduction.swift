/// What a page is decoded for, which says how much of it is needed.
enum DecodingPurpose {
  case reading
  /// To be looked at, with so many pixels on its longer side.
  case showing(Int)

  /// A page of no more pixels is decoded as it is, without a look at its rows.
  var mostWhole: Int {
    switch self {
    case .reading: Reduction.mostWhole
    case .showing(let longest): longest * longest
    }
  }

  /// Bytes of coefficients that the decoder of a JPEG in passes may hold. A worker holds 107 MB beside them and has 400; the
  /// review site, which draws beside its other work, holds 130 MB and has 300.
  var mostCoefficients: Int {
    switch self {
    case .reading: 260_000_000
    case .showing: 165_000_000
    }
  }

  /// Nil where the page is decoded as it is. `dpi` is the resolution that the page can be taken to have.
  func reduction(of shape: RowShape, dpi: Int) -> Reduction? {
    switch self {
    case .reading: Reduction(width: shape.width, height: shape.height, bits: 8, dpi: dpi)
    case .showing(let longest): Reduction(showing: max(shape.width, shape.height), at: longest)
    }
  }
}

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

  /// Share of the wanted pixels that a picture to be looked at may lack: a step of the decoder further is half the size.
  private static let spare = 0.15

  /// Of a picture to be looked at, which keeps its colours; nil where it is decoded as it is.
  init?(showing side: Int, at longest: Int) {
    let least = Int(Double(longest) * (1 - Self.spare))
    var factor = 1
    while factor < Self.mostFactor, side / (2 * factor) >= least { factor *= 2 }
    guard factor > 1 else { return nil }
    self.init(factor: factor, isGrey: false)
  }

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
