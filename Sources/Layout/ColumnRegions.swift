import DocumentModel
import Vietnamese

/// Parts a page's rows into regions: runs of rows that stand in two columns, and single rows of running text.
struct ColumnRegions {
  let regions: [[VisualRow]]

  init(rows: [VisualRow], size: PixelSize) {
    var regions: [[VisualRow]] = []
    var next = 0
    while next < rows.count {
      let run = Self.run(in: rows, from: next, width: size.width)
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
  private static func run(in rows: [VisualRow], from start: Int, width: Int) -> Int {
    guard let gutter = openingGutter(in: rows, from: start, width: width) else { return 1 }
    var region = [rows[start]]
    for row in rows[(start + 1)...] {
      let middle = Self.gutter(of: region + [row]) ?? gutter
      guard isAside(row, of: middle, margin: 0), isNear(row, region[region.count - 1]), !row.opensRecipients
      else { break }
      region.append(row)
    }
    let hasBoth = Set(region.flatMap { $0.segments.map { $0.box.midX < gutter } }).count == 2
    return hasBoth ? region.count : 1
  }

  /// Where the columns part of a region that opens with this row; nil where none does. One opens with a row in two
  /// parts, with the recipients, or with rows to the right just above: a signature may begin higher than they do.
  private static func openingGutter(in rows: [VisualRow], from start: Int, width: Int) -> Int? {
    let row = rows[start]
    let pair = rows[start...].prefix(row.opensRecipients ? 12 : 3).first { $0.segments.count == 2 }
    guard let gutter = pair.flatMap({ gutter(of: [$0]) }) ?? (row.opensRecipients ? width * 47 / 100 : nil),
      (width / 4...width * 3 / 4).contains(gutter), isAside(row, of: gutter, margin: width / 50)
    else { return nil }
    let isRight = row.box.x >= gutter - width / 50
    return row.segments.count == 2 || row.opensRecipients || isRight ? gutter : nil
  }

  /// Whether each part of a row keeps to its side.
  private static func isAside(_ row: VisualRow, of gutter: Int, margin: Int) -> Bool {
    row.segments.allSatisfy { $0.box.right <= gutter + margin || $0.box.x >= gutter - margin }
  }

  /// A signature takes up to 5 cm of height between title and name.
  private static func isNear(_ row: VisualRow, _ previous: VisualRow) -> Bool {
    row.box.y - previous.box.bottom < previous.box.height * 14
  }
}

extension VisualRow {
  /// `Nơi nhận:`, the head of the recipients, whatever became of its marks.
  fileprivate var opensRecipients: Bool {
    segments.first.map { looseKey($0.line.text).hasPrefix("noi nh") } ?? false
  }
}
