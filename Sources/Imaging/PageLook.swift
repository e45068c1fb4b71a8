internal import CTesseract
public import DocumentModel

extension PageImage {
  /// What a scan is taken for before it is cleaned: black on white where it was white on black, and of the resolution
  /// that its print has where the one that was stated makes it no sheet of paper.
  public consuming func looked() throws(Failure) -> PageImage {
    let parts = try darkParts()
    if !(try Self.isNegative(parts)) { return try atResolutionOfPrint(parts) }
    let positive = try inverted()
    let letters = try positive.darkParts()
    return try positive.atResolutionOfPrint(letters)
  }

  /// White print on black: most of the picture is dark, and its letters are its bright parts. A dark photograph or the
  /// wide border of a small sheet has no such letters.
  func isNegative() throws(Failure) -> Bool { try Self.isNegative(try darkParts()) }

  private static func isNegative(_ dark: borrowing PageImage) throws(Failure) -> Bool {
    let size = dark.size
    let share = Double(try dark.countOfSet()) / Double(max(1, size.width * size.height))
    guard share > PageLook.darkPage else { return false }
    let bright = PageLook.letterHeights(try dark.inverted().componentBoxes(), of: size).count
    let black = PageLook.letterHeights(try dark.componentBoxes(), of: size).count
    return bright >= PageLook.leastLetters && bright > 2 * black
  }

  /// At the dots per inch that letters of this height have; as it is where what was stated may be right, or where there are
  /// too few letters to tell. `parts` are the page's `darkParts()`.
  private consuming func atResolutionOfPrint(_ parts: borrowing PageImage) throws(Failure) -> PageImage {
    if PageLook.isSheet(size, at: dpi) { return self }
    let heights = PageLook.letterHeights(try parts.componentBoxes(), of: parts.size)
    guard heights.count >= PageLook.leastLetters else { return self }
    let height = PageLook.middle(of: heights) * Double(size.height) / Double(max(1, parts.size.height))
    guard let dpi = PageLook.resolution(of: size, stated: dpi, letterHeight: height) else { return self }
    return try copied(dpi: dpi)
  }

  /// Black and white by the picture's two greys, as it is but for a very large picture, which is halved.
  private func darkParts() throws(Failure) -> PageImage {
    let grey = try brightestChannel().reducedIfLarge()
    return try grey.binary(threshold: try grey.twoGreys()?.middle ?? GreyBounds.ink)
  }

  private consuming func reducedIfLarge() throws(Failure) -> PageImage {
    if size.width * size.height <= PageLook.largePicture { return self }
    return try made(pixScaleAreaMap2(pix))
  }
}

/// Bounds by which it is told what a picture is, set on the sample scans (docs/accuracy.md, “Size and polarity”).
enum PageLook {
  /// From this share of dark pixels on a page may be a negative.
  static let darkPage = 0.5
  /// Fewer letters than this prove nothing.
  static let leastLetters = 40
  /// The middle of the heights of letters and marks of body text, each weighed by itself.
  static let letterHeight = Points(7.2)
  /// A resolution that is wrong by less than this factor is read just as well.
  static let tolerance = 1.7
  /// Pixels of a picture that is halved before it is looked at.
  static let largePicture = 20_000_000
  /// Long and short side in inches: A3, A4, A5, Letter, Legal.
  private static let sheets = [(16.54, 11.69), (11.69, 8.27), (8.27, 5.83), (11, 8.5), (14, 8.5)]

  /// Whether a picture of this size is a sheet of paper that offices use, within a twelfth.
  static func isSheet(_ size: PixelSize, at dpi: Int) -> Bool {
    let long = Double(max(size.width, size.height)) / Double(dpi)
    let short = Double(min(size.width, size.height)) / Double(dpi)
    return sheets.contains { abs(long - $0.0) * 12 < $0.0 && abs(short - $0.1) * 12 < $0.1 }
  }

  /// The heights in pixels of the parts that have the form of letters.
  static func letterHeights(_ parts: [PixelBox], of size: PixelSize) -> [Int] {
    let most = max(size.width, size.height) / 16
    return parts.filter {
      (6...max(6, most)).contains($0.height) && $0.width * 6 >= $0.height && $0.width <= $0.height * 2
    }
    .map(\.height)
  }

  /// The height at which half of all heights, added up, is reached: grain has many parts, but low ones.
  static func middle(of heights: [Int]) -> Double {
    let sorted = heights.sorted(), all = heights.reduce(0, +)
    var sum = 0
    for height in sorted {
      sum += height
      if sum * 2 >= all { return Double(height) }
    }
    return 0
  }

  /// Nil where what is stated agrees with the print. Else that of a sheet of A4 if the print agrees, else the print's.
  static func resolution(of size: PixelSize, stated: Int, letterHeight height: Double) -> Int? {
    let byPrint = height * Points.perInch / letterHeight.value
    func agrees(_ dpi: Double) -> Bool { max(dpi / byPrint, byPrint / dpi) <= tolerance }
    if agrees(Double(stated)) { return nil }
    let sheet = Double(max(size.width, size.height)) / 11.69
    return Int((agrees(sheet) ? sheet : min(max(byPrint, 50), 1200)).rounded())
  }
}
