internal import CTesseract
internal import DocumentModel

/// Rules that are rows of dots or dashes: masks of them, level and upright.
struct DottedRules: ~Copyable {
  let horizontal: PageImage, vertical: PageImage
  let rules: PageRules
}

extension PageImage {
  /// The dotted and dashed rules of a black and white page. A row of dots is a rule where it goes from one upright rule to
  /// another, dotted or not, and a column of dots where it goes from one level rule to another: rows of dots to be
  /// written on, and marks of letters in a row, end anywhere.
  ///
  /// `solid` are the other rules. Nil where there are none.
  func dottedRules(beside solid: PageRules) throws(Failure) -> DottedRules? {
    let horizontal = try dottedMask(horizontal: true), vertical = try dottedMask(horizontal: false)
    var rows = try horizontal.componentBoxes(), columns = try vertical.componentBoxes()
    let reach = PrintSizes.dotReach.pixels(at: dpi)
    var count = -1
    while count != rows.count + columns.count {
      count = rows.count + columns.count
      rows = rows.filter { Self.reaches($0, columns + solid.vertical, reach) }
      let level = (rows + solid.horizontal).map(\.transposed)
      columns = columns.filter { Self.reaches($0.transposed, level, reach) }
    }
    if rows.isEmpty && columns.isEmpty { return nil }
    try horizontal.keep(rows)
    try vertical.keep(columns)
    return DottedRules(
      horizontal: horizontal, vertical: vertical, rules: PageRules(horizontal: rows, vertical: columns))
  }

  /// Both ends of a level row are at one of the rules that cross it.
  private static func reaches(_ row: PixelBox, _ crossing: [PixelBox], _ reach: Int) -> Bool {
    let near = crossing.filter { $0.y - reach <= row.midY && row.midY <= $0.bottom + reach }
    return [row.x, row.right].allSatisfy { end in near.contains { abs($0.midX - end) <= reach } }
      && near.contains { abs($0.midX - row.x) <= reach && abs($0.midX - row.right) > 2 * reach }
  }

  /// What dots and dashes in a row make when the gaps between them are closed.
  private func dottedMask(horizontal: Bool) throws(Failure) -> PageImage {
    func along(_ length: Points, _ least: Int = 2) -> Int { max(least, length.pixels(at: dpi)) }
    let long = Int32(along(PrintSizes.longestDash)), thick = Int32(along(PrintSizes.thickestDash))
    let parts = try made(
      pixSelectBySize(
        pix, horizontal ? long : thick, horizontal ? thick : long, 8, Int32(L_SELECT_IF_BOTH), Int32(L_SELECT_IF_LTE),
        nil))
    let gap = along(PrintSizes.dotGap, 4), length = along(PrintSizes.shortestDotted)
    let closed = try parts.closed(across: horizontal ? gap : 1, down: horizontal ? 1 : gap)
    let opened = try closed.opened(across: horizontal ? length : 1, down: horizontal ? 1 : length)
    // Dots that a crossing rule or a letter has taken leave a wider gap.
    return try opened.closed(across: horizontal ? 2 * gap : 3, down: horizontal ? 3 : 2 * gap)
  }

  /// Clears what lies in none of the boxes.
  private func keep(_ boxes: [PixelBox]) throws(Failure) {
    for box in try componentBoxes() where !boxes.contains(box) { try clear(box) }
  }
}

extension PixelBox {
  /// Mirrored at the diagonal: what was level is upright.
  fileprivate var transposed: PixelBox { PixelBox(x: y, y: x, width: height, height: width) }
}
