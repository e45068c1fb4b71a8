/// What the rows of a picture are made of.
struct RowShape: Hashable {
  var width: Int, height: Int
  /// 1 for grey, 3 for colour, one more with transparency.
  var samples: Int
  /// 8 or 16, of which the higher 8 count: the first byte, or on this machine the second.
  var bits: Int
  /// Which byte of a sample is the higher one.
  var highByte = 0
  /// Whether the smallest sample is white.
  var isInverted = false
  /// Dots per inch that the file states; nil where it states none, or not the same both ways.
  var dpi: Int?

  /// Bytes of a row.
  var length: Int { width * samples * bits / 8 }
  /// 1 or 3.
  var colours: Int { samples < 3 ? 1 : 3 }
  var hasAlpha: Bool { samples == 2 || samples == 4 }
}

/// A picture whose rows can be had one by one, the uppermost first.
protocol PixelRows: ~Copyable {
  var shape: RowShape { get }

  /// The next row, `shape.length` bytes, which hold until the next call; nil where the file is damaged.
  mutating func next() -> UnsafePointer<UInt8>?
}
