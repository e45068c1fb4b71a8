internal import Imaging

/// Ink as the net sees it: cut to its box, brought to one height, 1 for the darkest of it and 0 for paper. The training
/// does the same (`placed` in `dictionaries/training/pen_strings.py`).
enum PenCanvas {
  /// How much darker than the paper ink must be, of the way to the darkest, to count for the box.
  private static let inked: Float = 0.24
  /// Greys between paper and the darkest below which there is nothing but paper.
  private static let leastContrast = 40
  /// White at the left, and on both sides together.
  private static let rim = (left: 4, both: 8)

  /// The canvas; nil for a picture without ink. The ink becomes `rows` high.
  static func placed(_ pixels: GreyPixels, rows: Int) -> PenPlanes? {
    guard let ink = darkness(of: pixels), let box = box(of: ink, in: pixels) else { return nil }
    let high = box.y.count, wide = box.x.count
    let width = min(PenNet.columns - rim.both, max(2, Int((Double(wide * rows) / Double(high)).rounded())))
    // First every column to its height, then every row to its width.
    var narrow = [[Float]](repeating: [], count: rows)
    let columns = box.x.map { x in box.y.map { ink[$0 * pixels.width + x] } }.map { averaged($0, to: rows) }
    for row in 0..<rows { narrow[row] = averaged(columns.map { $0[row] }, to: width) }
    var canvas = PenPlanes(channels: 1, height: PenNet.rows, width: PenNet.columns)
    for row in 0..<rows {
      let start = ((PenNet.rows - rows) / 2 + row) * PenNet.columns + rim.left
      canvas.values.replaceSubrange(start..<start + width, with: narrow[row])
    }
    return canvas
  }

  /// How dark every pixel is between the paper and the darkest; nil for nothing but paper.
  private static func darkness(of pixels: GreyPixels) -> [Float]? {
    let sorted = pixels.values.sorted()
    guard sorted.count > 8 else { return nil }
    let dark = Int(sorted[sorted.count / 100]), paper = Int(sorted[sorted.count * 3 / 4])
    guard paper - dark >= leastContrast else { return nil }
    return pixels.values.map { min(1, max(0, Float(paper - Int($0)) / Float(paper - dark))) }
  }

  private static func box(of ink: [Float], in pixels: GreyPixels) -> (x: Range<Int>, y: Range<Int>)? {
    let places = ink.indices.filter { ink[$0] > inked }
    let columns = places.map { $0 % pixels.width }
    guard let top = places.first, let bottom = places.last, let left = columns.min(), let right = columns.max() else {
      return nil
    }
    return (left..<right + 1, top / pixels.width..<bottom / pixels.width + 1)
  }

  /// Numbers in a row brought to another count, each the mean of those that it covers.
  static func averaged(_ numbers: [Float], to count: Int) -> [Float] {
    let step = Float(numbers.count) / Float(count)
    return (0..<count).map { index in
      let start = Float(index) * step, end = start + step
      var sum: Float = 0
      for place in Int(start)..<min(numbers.count, Int(end.rounded(.up))) {
        sum += numbers[place] * max(0, min(end, Float(place + 1)) - max(start, Float(place)))
      }
      return sum / step
    }
  }
}
