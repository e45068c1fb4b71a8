internal import DocumentModel
internal import Imaging
internal import Recognition

/// Cleaning takes uneven light and coloured ink away, and at times a thin stroke with them. A line that stays doubtful when all
/// readers were asked is read once more from the picture as it was scanned, and that reading has a vote.
extension PageReader {
  private enum PlainBounds {
    /// A line is asked about where a word of it is less sure.
    static let sure: Confidence = 0.8
    /// At most this share of the page's lines, the most doubtful first: with all other second readings a page must not
    /// cost a third more.
    static let mostLines = 0.1
  }

  /// The page with its doubtful lines settled by the plain raster. Lines of tables are left out: rules run through their raster.
  func settledByPlainRaster(
    _ page: Page, _ raw: borrowing PageImage, turn: Int, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Page {
    var page = page
    let doubtful = doubtfulLines(of: page)
    if doubtful.isEmpty { return page }
    let plain = try raw.grey().atReadingSize().turned(by: turn).rotated(by: page.skew)
    guard plain.size == page.size else { return page }
    for index in doubtful {
      guard case .line(let line) = page.blocks[index], let box = line.box else { continue }
      let part = try plain.strip(aroundLine: box, .plain)
      engine.begin(part.image)
      let read = try engine.lines(in: nil, as: .line)
      // Coloured figures are a pen's or a stamp's, which cleaning rightly took: the raster has no say in figures.
      guard read.count == 1, read[0].figures == line.figures else { continue }
      let other = OtherReading(by: .treated, words: read[0].words)
      page.blocks[index] = .line(LineVote(judge: rereader.judge).settled(line, by: [other]))
    }
    return page
  }

  /// Blocks that are doubtful lines, the most doubtful first.
  private func doubtfulLines(of page: Page) -> [Int] {
    let pens = PenPlaces(page)
    let least = page.blocks.indices.compactMap { index -> (index: Int, sure: Confidence)? in
      guard case .line(let line) = page.blocks[index], line.words.contains(where: { $0.text.count > 1 }),
        !pens.hold(line), let sure = line.words.map(\.confidence).min(), sure < PlainBounds.sure
      else { return nil }
      return (index, sure)
    }
    let most = Int((Double(page.blocks.count) * PlainBounds.mostLines).rounded(.up))
    return least.sorted { ($0.sure, $0.index) < ($1.sure, $1.index) }.prefix(most).map(\.index)
  }
}

extension Line {
  /// Its words that hold figures.
  fileprivate var figures: [String] { words.map(\.text).filter { $0.contains(where: \.isNumber) } }
}
