internal import CTesseract
internal import DocumentModel

/// A picture in strips of rows, each averaged, beside the same with everything filled that is narrower than a streak may be.
struct StripField {
  let width: Int, height: Int
  /// Rows of the picture in a strip; pixels of a point.
  let step: Int, dpi: Int
  /// The page's paper, and by how much a pixel must be darker than what is beside it.
  let paper: Int, least: Int
  /// Row by row: the greys, and those of the paper around thin dark parts.
  let grey: [UInt8], filled: [UInt8]

  /// The picture must be grey.
  init(_ page: borrowing PageImage) throws(Failure) {
    dpi = page.dpi
    step = max(1, StreakBounds.strip.pixels(at: dpi))
    let small = try page.inStrips(of: step)
    let reach = Int32(2 * StreakBounds.widest.pixels(at: dpi) + 1)
    let closed = try small.made(pixCloseGray(small.pix, reach, 1))
    width = small.size.width
    height = small.size.height
    grey = small.bytes()
    filled = closed.bytes()
    paper = try small.paperLevel()
    // Half of the paper is deeper than this, by its grain alone.
    let depth = try small.made(pixSubtractGray(nil, closed.pix, small.pix)).histogram().level(at: 0.5)
    least = StreakBounds.darker + StreakBounds.grain * depth
  }

  /// What one place says: a thin dark part on paper, paper, or neither.
  enum Place { case thin, plain, unclear }

  func place(_ x: Int, _ row: Int) -> Place {
    let here = Int(grey[row * width + x]), around = Int(filled[row * width + x])
    guard Double(around) >= StreakBounds.paper * Double(paper) else { return .unclear }
    return around - here >= least ? .thin : .plain
  }

  /// Darker than paper, by whatever.
  func isDark(_ x: Int, _ row: Int) -> Bool {
    Double(grey[row * width + x]) < StreakBounds.paper * Double(paper)
  }

  /// The share of dark places in a part of a row; 1 beyond the picture's edge.
  func shareOfDark(_ columns: Range<Int>, _ row: Int) -> Double {
    let inside = columns.clamped(to: 0..<width)
    if inside.isEmpty { return 1 }
    return Double(inside.count { isDark($0, row) }) / Double(inside.count)
  }

  /// Strips of a length.
  func strips(_ length: Points) -> Int { max(1, length.pixels(at: dpi) / step) }
}

extension PageImage {
  /// A grey picture of which so many rows at a time are averaged to one; rows that are left over are cut off.
  fileprivate func inStrips(of step: Int) throws(Failure) -> PageImage {
    let size = size, height = size.height / step
    let strips = try made(pixCreate(Int32(size.width), Int32(max(1, height)), 8))
    guard let from = pixGetData(pix), let to = pixGetData(strips.pix) else { return strips }
    let words = Int(pixGetWpl(pix))
    // Bytes of a word are the other way about in both pictures alike.
    from.withMemoryRebound(to: UInt8.self, capacity: words * 4 * size.height) { from in
      to.withMemoryRebound(to: UInt8.self, capacity: words * 4 * max(1, height)) { to in
        for row in 0..<height {
          Self.average(from + row * step * words * 4, step, into: to + row * words * 4, words * 4)
        }
      }
    }
    return strips
  }

  private static func average(
    _ rows: UnsafeMutablePointer<UInt8>, _ count: Int, into result: UnsafeMutablePointer<UInt8>, _ length: Int
  ) {
    var sums = [UInt32](repeating: 0, count: length)
    sums.withUnsafeMutableBufferPointer { sums in
      for row in 0..<count { for byte in 0..<length { sums[byte] &+= UInt32(rows[row &* length &+ byte]) } }
      for byte in 0..<length { result[byte] = UInt8(truncatingIfNeeded: sums[byte] / UInt32(count)) }
    }
  }

  /// The greys of a grey picture, row by row.
  fileprivate func bytes() -> [UInt8] {
    guard let data = pixGetData(pix) else { return [] }
    let size = size, words = Int(pixGetWpl(pix))
    return data.withMemoryRebound(to: UInt8.self, capacity: words * 4 * size.height) { data in
      [UInt8](unsafeUninitializedCapacity: size.width * size.height) { bytes, count in
        for row in 0..<size.height {
          for x in 0..<size.width { bytes[row &* size.width &+ x] = data[row &* words &* 4 &+ (x ^ 3)] }
        }
        count = size.width * size.height
      }
    }
  }
}
