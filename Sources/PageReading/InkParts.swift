internal import DocumentModel
internal import Imaging

/// The parts of ink of a small picture: pixels that touch each other.
struct InkParts {
  struct Part {
    var box: PixelBox
    /// Places in the picture's values.
    var pixels: [Int]
  }

  let parts: [Part]
  /// The grey of the paper.
  let paper: Int

  /// Ink is what is darker than the paper by this share of the way to the darkest.
  private static let darker = 0.28
  private static let leastContrast = 40

  init(_ picture: GreyPixels) {
    let sorted = picture.values.sorted()
    guard sorted.count > 100 else { (parts, paper) = ([], 255); return }
    let dark = Int(sorted[sorted.count / 200]), paper = Int(sorted[sorted.count * 3 / 4])
    self.paper = paper
    guard paper - dark >= Self.leastContrast else { parts = []; return }
    let level = paper - Int(Double(paper - dark) * Self.darker)
    var open = picture.values.map { Int($0) < level }
    var found: [Part] = []
    for start in open.indices where open[start] { found.append(Self.part(from: start, &open, picture.width)) }
    parts = found
  }

  /// The part that a pixel belongs to; its pixels are closed.
  private static func part(from start: Int, _ open: inout [Bool], _ width: Int) -> Part {
    var pixels = [start], next = 0
    open[start] = false
    while next < pixels.count {
      let x = pixels[next] % width
      for row in [-width, 0, width] {
        for column in -1...1 where (0..<width).contains(x + column) {
          let place = pixels[next] + row + column
          guard open.indices.contains(place), open[place] else { continue }
          open[place] = false
          pixels.append(place)
        }
      }
      next += 1
    }
    return Part(pixels, width)
  }
}

extension InkParts.Part {
  /// A part of these pixels, which are one at least.
  init(_ pixels: [Int], _ width: Int) {
    let columns = pixels.map { $0 % width }, rows = pixels.map { $0 / width }
    let (left, right) = (columns.min() ?? 0, columns.max() ?? 0), (top, bottom) = (rows.min() ?? 0, rows.max() ?? 0)
    self.init(box: PixelBox(x: left, y: top, width: right - left + 1, height: bottom - top + 1), pixels: pixels)
  }
}
