internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Narrow upright bands in the left part of the page that hold print outside the boxes of words, each by its rows from top
  /// to bottom: numbers of rows that stand alone, far below one another. From left to right.
  public func rowsInNarrowBands(outside words: [PixelBox]) throws(Failure) -> [[PixelBox]] {
    let least = PrintSizes.smallPart.pixels(at: dpi), edge = Int(Double(size.width) * PrintSizes.leftPart)
    let letters = try letters(outside: words).filter { $0.height > least && $0.right < edge }
    return Self.bands(of: letters, dpi: dpi).map(Self.rows).filter { $0.count > 1 }
  }

  /// Letters that share their width with others, whatever is between them up the page.
  private static func bands(of letters: [PixelBox], dpi: Int) -> [[PixelBox]] {
    let across = PrintSizes.columnGap.across.pixels(at: dpi)
    var bands: [(letters: [PixelBox], right: Int)] = []
    for letter in letters.sorted(by: { ($0.x, $0.y) < ($1.x, $1.y) }) {
      if let last = bands.last, letter.x - last.right <= across {
        bands[bands.count - 1].letters.append(letter)
        bands[bands.count - 1].right = max(last.right, letter.right)
      } else {
        bands.append(([letter], letter.right))
      }
    }
    return bands.map(\.letters).filter { band in
      (PixelBox.enclosing(band)?.width ?? .max) <= PrintSizes.widestColumn.pixels(at: dpi)
    }
  }

  private static func rows(of letters: [PixelBox]) -> [PixelBox] {
    var rows: [PixelBox] = []
    for letter in letters.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      if let last = rows.last, last.verticalOverlap(with: letter) > 0 {
        rows[rows.count - 1] = last.union(letter)
      } else {
        rows.append(letter)
      }
    }
    return rows
  }
}
