internal import CTesseract
public import DocumentModel

extension PageImage {
  /// Narrow columns of print that stand outside the boxes of words, such as the numbers of rows: a recogniser takes them
  /// for a line that runs up the page, or for none. From left to right.
  public func columnsOfPrint(outside words: [PixelBox]) throws(Failure) -> [PixelBox] {
    let letters = try letters(outside: words)
    guard letters.count >= PrintSizes.columnRows else { return [] }
    return Self.columns(of: letters, dpi: dpi)
  }

  /// The parts of ink that have the size of letters and stand outside the boxes of words.
  func letters(outside words: [PixelBox]) throws(Failure) -> [PixelBox] {
    let page = try binarised()
    let rim = PrintSizes.wordRim.pixels(at: dpi)
    for box in words { try page.clear(box.inset(by: -rim)) }
    return try page.componentBoxes().filter(Letterform(dpi: dpi).holds)
  }

  /// Letters that stand above one another, within the width of a number of four figures and no farther apart than rows.
  private static func columns(of letters: [PixelBox], dpi: Int) -> [PixelBox] {
    let across = PrintSizes.columnGap.across.pixels(at: dpi), down = PrintSizes.columnGap.down.pixels(at: dpi)
    var groups: [[PixelBox]] = []
    for letter in letters.sorted(by: { ($0.y, $0.x) < ($1.y, $1.x) }) {
      let near = groups.firstIndex { group in
        group.suffix(PrintSizes.columnReach).contains {
          $0.horizontalOverlap(with: letter) >= -across && $0.verticalOverlap(with: letter) >= -down
        }
      }
      if let near { groups[near].append(letter) } else { groups.append([letter]) }
    }
    return groups.compactMap { group in
      guard let box = PixelBox.enclosing(group), group.count >= PrintSizes.columnRows,
        box.width <= PrintSizes.widestColumn.pixels(at: dpi), box.height > 2 * box.width
      else { return nil }
      return box
    }
    .sorted { $0.x < $1.x }
  }
}
