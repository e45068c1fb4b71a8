import DocumentModel
import Vietnamese

/// Parts a page's rows into regions: runs of rows that stand in two columns, and single rows of running text.
struct ColumnRegions {
  private(set) var regions: [[VisualRow]] = []
  private let words: LayoutWords
  private let width: Int

  init(rows: [VisualRow], size: PixelSize, words: LayoutWords) {
    self.words = words
    width = size.width
    var regions: [[VisualRow]] = []
    var next = 0
    while next < rows.count {
      let run = run(in: rows, from: next)
      regions.append(Array(rows[next..<next + run]))
      next += run
    }
    self.regions = regions
  }

  /// Where the columns of a region part, in pixels; nil where no row has two parts.
  static func gutter(of rows: some Sequence<VisualRow>) -> Int? {
    let pairs = rows.filter { $0.segments.count == 2 }.map { ($0.segments[0].box.right, $0.segments[1].box.x) }
    guard let left = pairs.map(\.0).max(), let right = pairs.map(\.1).min() else { return nil }
    return left < right ? (left + right) / 2 : pairs.map { ($0.0 + $0.1) / 2 }.reduce(0, +) / pairs.count
  }

  /// How many rows from `start` make one region.
  private func run(in rows: [VisualRow], from start: Int) -> Int {
    guard let gutter = openingGutter(in: rows, from: start) else { return 1 }
    var region = [rows[start]]
    for row in rows[(start + 1)...] {
      let middle = Self.gutter(of: region + [row]) ?? gutter
      guard Self.isAside(row, of: middle, margin: 0), Self.isNear(row, region[region.count - 1]), !opensRecipients(row)
      else { break }
      region.append(row)
    }
    let hasBoth = Set(region.flatMap { $0.segments.map { $0.box.midX < gutter } }).count == 2
    return hasBoth ? region.count : 1
  }

  /// Where the two columns of a region part that opens with this row, in pixels; nil where no region opens. A region opens
  /// with a row in two parts, with the recipients, or with rows to the right just above them: a signature may begin higher
  /// than they do.
  private func openingGutter(in rows: [VisualRow], from start: Int) -> Int? {
    let row = rows[start], opensRecipients = opensRecipients(row)
    let reach = opensRecipients ? LayoutSizes.rowsUnderRecipients : LayoutSizes.rowsOfOpening
    let pair = rows[start...].prefix(reach).first { $0.segments.count == 2 }
    let usual = opensRecipients ? share(LayoutSizes.usualGutter) : nil
    let margin = share(LayoutSizes.overhang), places = LayoutSizes.gutterPlaces
    guard let gutter = pair.flatMap({ Self.gutter(of: [$0]) }) ?? usual,
      (share(places.first)...share(places.last)).contains(gutter), Self.isAside(row, of: gutter, margin: margin)
    else { return nil }
    let isRight = row.box.x >= gutter - margin
    return row.segments.count == 2 || opensRecipients || isRight ? gutter : nil
  }

  /// A share of the page's width, 0…1, in pixels.
  private func share(_ share: Double) -> Int { Int(Double(width) * share + 1e-9) }

  /// The row begins with `Nơi nhận:`, the head of the recipients, whatever became of its marks.
  private func opensRecipients(_ row: VisualRow) -> Bool {
    guard let text = row.segments.first.map({ looseKey($0.line.text) }) else { return false }
    return words.recipients.contains { text.hasPrefix($0) }
  }

  /// Whether each part of a row keeps to its side.
  private static func isAside(_ row: VisualRow, of gutter: Int, margin: Int) -> Bool {
    row.segments.allSatisfy { $0.box.right <= gutter + margin || $0.box.x >= gutter - margin }
  }

  private static func isNear(_ row: VisualRow, _ previous: VisualRow) -> Bool {
    row.box.y - previous.box.bottom < previous.box.height * LayoutSizes.signatureHeights
  }
}
