internal import DocumentModel
internal import Imaging

/// Cuts the ink of a pen out of the picture of a line: what stands between two printed words, without the leader of dots
/// that it was written on.
struct PenCut {
  private let picture: GreyPixels
  private let ink: InkParts
  /// In the picture: the edges of the printed words, the foot of the line, the size of the type.
  private var left, right: Double
  private let baseline, em: Double
  private let endsInSlash: Bool

  /// `picture` is the line's, its upper left corner at `x` and `y` of the page.
  init(_ place: PenPlace, in picture: GreyPixels, x: Int, y: Int) {
    self.picture = picture
    ink = InkParts(picture)
    (left, right) = (place.left - Double(x), place.right - Double(x))
    (baseline, em, endsInSlash) = (place.baseline - Double(y), place.em, place.endsInSlash)
    mendLeft()
    if endsInSlash { mendSlash() } else { mendRight() }
  }

  /// The ink in the picture, with paper around it, and where it stands; nil where there is none.
  func figures() -> (picture: GreyPixels, box: PixelBox)? {
    let parts = written()
    guard let box = PixelBox.enclosing(parts.map(\.box)) else { return nil }
    var alone = GreyPixels(width: box.width + 4, height: box.height + 4, values: [])
    let around = [-1, 0, 1].flatMap { row in [-1, 0, 1].map { (row, $0) } }
    for pixel in parts.flatMap(\.pixels) {
      let x = pixel % picture.width, y = pixel / picture.width
      for (row, column) in around
      where (0..<picture.width).contains(x + column) && (0..<picture.height).contains(y + row) {
        let value = Int(picture[x + column, y + row]) * 255 / max(1, ink.paper)
        alone[x + column - box.x + 2, y + row - box.y + 2] = UInt8(min(255, value))
      }
    }
    return (alone, box)
  }

  /// The last printed letter may reach a little farther than its word's box, or less far.
  private mutating func mendLeft() {
    let letters = ink.parts.map(\.box).filter {
      Double($0.x) < left - 0.2 * em && abs(Double($0.right) - left) < 0.25 * em && Double($0.height) > 0.2 * em
    }
    if let end = letters.map(\.right).max() { left = Double(end) }
  }

  private mutating func mendRight() {
    let letters = ink.parts.map(\.box).filter {
      Double($0.right) > right + 0.1 * em && abs(Double($0.x) - right) < 0.2 * em && Double($0.height) > 0.3 * em
    }
    if let start = letters.map(\.x).min() { right = Double(start) }
  }

  /// The slash that is nearest to where it should be: high, thin and leaning, with a capital after it.
  private mutating func mendSlash() {
    let slashes = ink.parts.filter { part in
      abs(Double(part.box.x) - right) < 0.9 * em && Double(part.box.x) > left && isSlash(part)
        && hasCapital(after: part.box)
    }
    if let slash = slashes.min(by: { abs(Double($0.box.x) - right) < abs(Double($1.box.x) - right) }) {
      right = Double(slash.box.x)
    }
  }

  /// One stroke that is thin in every row, where a figure has bows.
  private func isSlash(_ part: InkParts.Part) -> Bool {
    guard (0.55...1.3).contains(Double(part.box.height) / em), Double(part.box.width) < 0.7 * em else { return false }
    let rows = Dictionary(grouping: part.pixels) { $0 / picture.width }
    return rows.values.allSatisfy { row in
      Double((row.max() ?? 0) - (row.min() ?? 0)) < 0.22 * em
    }
  }

  private func hasCapital(after slash: PixelBox) -> Bool {
    ink.parts.contains { part in
      let gap = Double(part.box.x - slash.right) / em
      return (-0.25...0.5).contains(gap) && (0.5...1.1).contains(Double(part.box.height) / em)
        && Double(part.box.width) > 0.4 * em && part.box != slash
    }
  }

  /// What the pen wrote, cut at the printed words.
  private func written() -> [InkParts.Part] {
    let range = left..<max(left, right)
    let inside = ink.parts.compactMap { part -> InkParts.Part? in
      let pixels = part.pixels.filter { range.contains(Double($0 % picture.width)) }
      return pixels.count > 3 ? InkParts.Part(pixels, picture.width) : nil
    }
    let high = inside.map(\.box).filter { Double($0.width) < 4 * em }.map { Double($0.height) }.max() ?? 0
    // Nothing but dots: nobody has written there.
    return high < 0.35 * em ? [] : inside.filter { isFigure($0.box, beside: high) }
  }

  /// No dot, no rule, no rag of a neighbour; `high` is the height of the highest figure.
  private func isFigure(_ box: PixelBox, beside high: Double) -> Bool {
    let height = Double(box.height), width = Double(box.width)
    let isDot =
      height < 0.33 * high && width < 0.5 * high && !(width > 0.25 * high && Double(box.midY) < baseline - 0.4 * em)
    let isLeader = height < 0.2 * high && Double(box.midY) > baseline - 0.2 * em
    let isRule = width > 3 * height && height < 0.12 * high
    let isOfNextLine = (box.y == 0 || box.bottom == picture.height) && height < 0.45 * high
    let isAtEnd = Double(box.x) <= left + 1 || Double(box.right) >= right - 1
    let isRag = isAtEnd && width < 0.22 * high && height < 0.75 * high
    return !(isDot || isLeader || isRule || isOfNextLine || isRag)
  }
}
