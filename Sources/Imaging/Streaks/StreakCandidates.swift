internal import DocumentModel

/// A line along the scanner's axis that is seen on most of the picture's height, whatever made it.
struct StreakCandidate {
  var columns: Range<Int>
  /// First and last strip of it.
  var strips: Range<Int>
}

extension StripField {
  /// Lines that are seen on most of the height, from left to right. Those wider than a streak are left out.
  func candidates() -> [StreakCandidate] {
    let bands = bandCounts()
    var groups: [StreakCandidate] = []
    for x in 0..<width {
      guard let held = heldBands(x, bands) else { continue }
      let strips = held.lowerBound * bands.high..<min(height, held.upperBound * bands.high)
      if let last = groups.indices.last, x - groups[last].columns.upperBound <= 1 {
        let before = groups[last]
        let joined =
          min(before.strips.lowerBound, strips.lowerBound)..<max(before.strips.upperBound, strips.upperBound)
        groups[last] = StreakCandidate(columns: before.columns.lowerBound..<x + 1, strips: joined)
      } else {
        groups.append(StreakCandidate(columns: x..<x + 1, strips: strips))
      }
    }
    let widest = StreakBounds.widest.pixels(at: dpi)
    return groups.filter { $0.columns.count <= max(2, widest) }
  }

  /// By band and column how many strips show a thin dark part, and how many show plain paper.
  private struct BandCounts {
    var thin: [UInt16], plain: [UInt16]
    /// Strips of a band.
    var high: Int, count: Int
  }

  private func bandCounts() -> BandCounts {
    let high = max(1, (height + StreakBounds.bands - 1) / StreakBounds.bands), count = (height + high - 1) / high
    let none = [UInt16](repeating: 0, count: count * width)
    var counts = BandCounts(thin: none, plain: none, high: high, count: count)
    for row in 0..<height {
      let band = row / high * width
      for x in 0..<width {
        switch place(x, row) {
        case .thin: counts.thin[band + x] += 1
        case .plain: counts.plain[band + x] += 1
        case .unclear: break
        }
      }
    }
    return counts
  }

  /// From the first to the last band on which a column is seen; nil where it is not seen on enough of those that tell.
  private func heldBands(_ x: Int, _ counts: BandCounts) -> Range<Int>? {
    var held: [Int] = [], judged = 0
    for band in 0..<counts.count {
      let thin = Int(counts.thin[band * width + x]), all = thin + Int(counts.plain[band * width + x])
      guard Double(all) > StreakBounds.judged * Double(counts.high) else { continue }
      judged += 1
      if Double(thin) >= StreakBounds.seen * Double(all) { held.append(band) }
    }
    // A column of which little is seen, as in a dark border or a picture, tells nothing.
    guard let first = held.first, let last = held.last, judged * 2 > counts.count,
      Double(held.count) >= StreakBounds.leastBands * Double(judged)
    else { return nil }
    return first..<last + 1
  }
}
