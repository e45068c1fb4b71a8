internal import CTesseract
internal import DocumentModel

extension PageImage {
  /// The share of a grey image that is dark and joins its edge: the scanner's lid, the table under a photograph.
  /// Parts thinner than a letter's stem do not count, text may run off the page.
  func shareOfBorder(below level: Int) throws(Failure) -> Double {
    let grey = depth == 1 ? try made(pixConvert1To8(nil, pix, 255, 0)) : try made(pixClone(pix))
    let small = try grey.scaled(by: min(1, 75 / Double(dpi)))
    let dark = try small.binary(threshold: level)
    guard let joined = pixExtractBorderConnComps(dark.pix, 8) else { return 0 }
    let border = try made(joined)
    let thick = try made(pixOpenBrick(nil, border.pix, 3, 3))
    return Double(try thick.countOfSet()) / Double(max(1, small.size.width * small.size.height))
  }

  /// The share of a grey page on which letters stand that are too faint for ink: those of the other side. The page is
  /// parted into squares of half an inch, since a stamp is faint too but stands in one place. Not measured on the
  /// cleaned page, where what is faint has gone with the background.
  func shareOfFaintLetters(beside ink: borrowing PageImage) throws(Failure) -> Double {
    if depth == 1 { return 0 }
    let dpi = Self.faintDpi
    let small = try scaled(by: Double(dpi) / Double(self.dpi))
    // Closing takes away what is darker than the paper around it and no wider than a third of an inch.
    let paper = try made(pixCloseGray(small.pix, 31, 31))
    let depth = try made(pixSubtractGray(nil, paper.pix, small.pix))
    let reach = try ink.grown(by: max(1, PrintSizes.inkReach.pixels(at: self.dpi)))
    let near = try made(pixScaleToSize(reach.pix, Int32(small.size.width), Int32(small.size.height)))
    // The grain of the paper reaches twice as deep as it does on the mean.
    let grain = try depth.histogram(inside: try near.inverted()).level(at: 0.5)
    let faint = try depth.binary(threshold: min(255, 20 + 2 * grain)).inverted()
    let apart = try made(pixSubtract(nil, faint.pix, near.pix))
    let side = dpi / 2
    var squares: [PixelBox: Int] = [:]
    for box in try apart.componentBoxes() where Self.isFaintLetter(box) {
      squares[PixelBox(x: box.midX / side, y: box.midY / side, width: 1, height: 1), default: 0] += 1
    }
    let all = (small.size.width / side + 1) * (small.size.height / side + 1)
    return Double(squares.values.count { $0 >= 2 }) / Double(all)
  }

  /// Resolution at which faint letters are looked for.
  private static var faintDpi: Int { 100 }

  /// Sizes in pixels of a page of `faintDpi`: from 2 to 20 points.
  private static func isFaintLetter(_ box: PixelBox) -> Bool {
    (5...30).contains(box.height) && (3...30).contains(box.width)
  }
}
