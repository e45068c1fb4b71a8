internal import CTesseract
internal import DocumentModel

/// The two greys of a page, 0...255.
struct GreyLevels {
  var ink: Int
  var paper: Int
}

/// How often each grey level occurs in a part of a page.
struct GreyHistogram {
  let counts: [Int]

  init(_ numa: UnsafeMutablePointer<Numa>) {
    counts = (0..<numaGetCount(numa)).map { index in
      var value: Int32 = 0
      numaGetIValue(numa, index, &value)
      return Int(value)
    }
  }

  var total: Int { counts.reduce(0, +) }

  /// The level that a share of the pixels, 0...1, is not above.
  func level(at share: Double) -> Int {
    var left = Int(share * Double(total))
    for (level, count) in counts.enumerated() {
      left -= count
      if left < 0 { return level }
    }
    return counts.count - 1
  }

  func count(in levels: Range<Int>) -> Int { counts[levels.clamped(to: 0..<counts.count)].reduce(0, +) }
}

/// The two greys that the pixels of a page fall into (Otsu's classes).
struct TwoGreys {
  /// The mean levels of either class.
  var dark, bright: Float
  /// The level at which the classes part. On a page of black and white it may be anywhere between the two.
  var parting: Int
  let histogram: GreyHistogram

  /// Half way between the two.
  var middle: Int { Int((dark + bright) / 2) }
}

extension PageImage {
  /// How often each level of a grey image occurs.
  func histogram() throws(Failure) -> GreyHistogram {
    var counts: UnsafeMutablePointer<Numa>? = pixGetGrayHistogram(pix, 1)
    defer { numaDestroy(&counts) }
    guard let counts else { throw Failure(.internalError, .imageOperationFailed) }
    return GreyHistogram(counts)
  }

  /// The two greys of a grey page, by a sixteenth of its pixels; nil where they cannot be told.
  func twoGreys() throws(Failure) -> TwoGreys? {
    var counts: UnsafeMutablePointer<Numa>? = pixGetGrayHistogram(pix, 4)
    defer { numaDestroy(&counts) }
    var parting: Int32 = 0, dark: Float = 0, bright: Float = 0
    guard let counts, numaSplitDistribution(counts, 0.1, &parting, &dark, &bright, nil, nil, nil) == 0
    else { return nil }
    return TwoGreys(dark: dark, bright: bright, parting: Int(parting), histogram: GreyHistogram(counts))
  }

  /// How often each level of a grey image occurs where the mask is set.
  func histogram(inside mask: borrowing PageImage) throws(Failure) -> GreyHistogram {
    var counts: UnsafeMutablePointer<Numa>? = pixGetGrayHistogramMasked(pix, mask.pix, 0, 0, 1)
    defer { numaDestroy(&counts) }
    guard let held = counts else { throw Failure(.internalError, .imageOperationFailed) }
    return GreyHistogram(held)
  }

  /// The greys of ink and of the paper around it. Of the ink the darker half counts: its rim is mixed with paper.
  func levels(of ink: borrowing PageImage) throws(Failure) -> GreyLevels {
    if depth == 1 { return GreyLevels(ink: 0, paper: 255) }
    let paper = try ink.grown(by: 2).inverted()
    let inkLevels = try histogram(inside: ink), paperLevels = try histogram(inside: paper)
    return GreyLevels(
      ink: inkLevels.total == 0 ? paperLevels.level(at: 0.5) : inkLevels.level(at: 0.25),
      paper: paperLevels.total == 0 ? inkLevels.level(at: 0.5) : paperLevels.level(at: 0.5))
  }

  /// How far the edges of ink are spread, in pixels. A step spread by a normal curve crosses the middle half of its
  /// levels within 1.35 standard deviations: so many pixels of those levels stand on each pixel of the outline.
  func blur(of ink: borrowing PageImage) throws(Failure) -> Double {
    let levels = try levels(of: ink)
    let outline = try ink.outline().countOfSet()
    guard outline > 0, levels.paper > levels.ink else { return 0 }
    let quarter = (levels.paper - levels.ink) / 4
    let around = try histogram(inside: try ink.grown(by: 4))
    return Double(around.count(in: levels.ink + quarter..<levels.paper - quarter)) / Double(outline) / 1.35
  }

  /// Of a black and white image: the set part with a rim of this many pixels.
  func grown(by rim: Int) throws(Failure) -> PageImage {
    let side = Int32(2 * rim + 1)
    return try made(pixDilateBrick(nil, pix, side, side))
  }

  /// Of a black and white image: what is set and touches what is not.
  private func outline() throws(Failure) -> PageImage {
    let inside = try made(pixErodeBrick(nil, pix, 3, 3))
    return try made(pixSubtract(nil, pix, inside.pix))
  }

  func inverted() throws(Failure) -> PageImage { try made(pixInvert(nil, pix)) }

  /// Of a black and white image: how many pixels are set.
  func countOfSet() throws(Failure) -> Int {
    try ink(in: PixelBox(x: 0, y: 0, width: size.width, height: size.height))
  }
}
