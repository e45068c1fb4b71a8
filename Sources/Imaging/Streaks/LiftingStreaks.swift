internal import CTesseract
internal import DocumentModel

/// How streaks are lifted off what lies below them.
private enum LiftBounds {
  /// Columns beside a streak that it may have darkened too.
  static let rim = 2
  /// Darkened less than this a column is let be; more than the second, nothing can be seen through it any more.
  static let least = 1.02, opaque = 5.0
}

extension PageImage {
  /// Lifts upright streaks. Through a grey one print is still seen: it is brightened until its paper is as bright as that
  /// beside it. Below a black one strokes are drawn on from one side to the other.
  mutating func lift(_ streaks: [Streak]) throws(Failure) {
    let grey = try brightestChannel()
    for streak in streaks {
      let rim = LiftBounds.rim
      let reach = (streak.columns.lowerBound - rim..<streak.columns.upperBound + rim).clamped(to: 0..<size.width)
      let factors = reach.map { grey.darkening(of: $0, by: streak) }
      if depth == 1 || (factors.max() ?? 1) > LiftBounds.opaque {
        bridge(streak, from: grey)
      } else {
        for (x, factor) in zip(reach, factors) where factor > LiftBounds.least { brighten(x, streak.rows, by: factor) }
      }
    }
  }

  /// How many times brighter the paper beside a streak is than a column of it.
  private func darkening(of x: Int, by streak: Streak) -> Double {
    let (left, right) = beside(streak)
    var factors: [Double] = []
    for row in streak.rows {
      let around = min(grey(left, row), grey(right, row))
      if around > 100 { factors.append(Double(around) / Double(max(1, grey(x, row)))) }
    }
    // Letters make the column darker on fewer than half of its rows.
    return factors.isEmpty ? 1 : factors.sorted()[factors.count * 2 / 5]
  }

  /// The nearest columns that a streak has left alone.
  private func beside(_ streak: Streak) -> (left: Int, right: Int) {
    (
      max(0, streak.columns.lowerBound - LiftBounds.rim - 1),
      min(size.width - 1, streak.columns.upperBound + LiftBounds.rim)
    )
  }

  private func grey(_ x: Int, _ row: Int) -> Int {
    var value: UInt32 = 255
    pixGetPixel(pix, Int32(x), Int32(min(max(0, row), size.height - 1)), &value)
    return Int(value)
  }

  private mutating func brighten(_ x: Int, _ rows: Range<Int>, by factor: Double) {
    func brighter(_ value: UInt32) -> UInt32 { UInt32(min(255, Double(value & 255) * factor)) }
    for row in rows {
      var value: UInt32 = 0
      pixGetPixel(pix, Int32(x), Int32(row), &value)
      let result =
        depth == 8
        ? brighter(value)
        : brighter(value >> 24) << 24 | brighter(value >> 16) << 16 | brighter(value >> 8) << 8 | value & 255
      pixSetPixel(pix, Int32(x), Int32(row), result)
    }
  }

  /// Paints a streak with what is beside it: ink where ink is on both sides, straight across or aslant, else paper.
  private mutating func bridge(_ streak: Streak, from grey: borrowing PageImage) {
    // What is beside a black and white streak is whole: there is no rim.
    let rim = depth == 1 ? 0 : 1
    let columns = (streak.columns.lowerBound - rim..<streak.columns.upperBound + rim).clamped(to: 0..<size.width)
    let left = max(0, columns.lowerBound - 1), right = min(size.width - 1, columns.upperBound)
    let aslant = columns.count / 2 + 1
    for row in streak.rows {
      let value = (-aslant...aslant).map { max(grey.grey(left, row - $0), grey.grey(right, row + $0)) }.min() ?? 255
      let pixel = pixelValue(ofGrey: value)
      for x in columns { pixSetPixel(pix, Int32(x), Int32(row), pixel) }
    }
  }

  private func pixelValue(ofGrey grey: Int) -> UInt32 {
    let value = UInt32(grey)
    switch depth {
    case 1: return grey < GreyBounds.ink ? 1 : 0
    case 8: return value
    default: return value << 24 | value << 16 | value << 8
    }
  }
}
