/// A rectangle in pixels of the upright page image, origin at the top left.
public struct PixelBox: Hashable, Codable, Sendable {
  public var x, y, width, height: Int

  public init(x: Int, y: Int, width: Int, height: Int) {
    self.x = x
    self.y = y
    self.width = width
    self.height = height
  }

  public var right: Int { x + width }
  public var bottom: Int { y + height }
  public var midX: Int { x + width / 2 }
  public var midY: Int { y + height / 2 }

  /// The box without a rim of so many pixels; empty where the rim covers the whole box.
  public func inset(by rim: Int) -> PixelBox {
    PixelBox(x: x + rim, y: y + rim, width: max(0, width - 2 * rim), height: max(0, height - 2 * rim))
  }

  /// The same place on an image that is larger or smaller by a factor.
  public func scaled(by factor: Double) -> PixelBox {
    func scaled(_ value: Int) -> Int { Int((Double(value) * factor).rounded()) }
    return PixelBox(
      x: scaled(x), y: scaled(y), width: scaled(right) - scaled(x), height: scaled(bottom) - scaled(y))
  }

  /// The smallest box that holds both.
  public func union(_ other: PixelBox) -> PixelBox {
    let left = min(x, other.x)
    let top = min(y, other.y)
    return PixelBox(
      x: left, y: top, width: max(right, other.right) - left, height: max(bottom, other.bottom) - top)
  }

  /// How many pixels of height the two share; zero or less where neither is beside the other.
  public func verticalOverlap(with other: PixelBox) -> Int {
    min(bottom, other.bottom) - max(y, other.y)
  }

  /// How many pixels of width the two share; zero or less where neither is above the other.
  public func horizontalOverlap(with other: PixelBox) -> Int {
    min(right, other.right) - max(x, other.x)
  }

  public func contains(x: Int, y: Int) -> Bool {
    x >= self.x && x < right && y >= self.y && y < bottom
  }

  /// The smallest box that holds all of the boxes; nil without boxes.
  public static func enclosing(_ boxes: some Sequence<PixelBox>) -> PixelBox? {
    boxes.reduce(nil) { all, box in all?.union(box) ?? box }
  }
}

/// Width and height in pixels.
public struct PixelSize: Hashable, Codable, Sendable {
  public var width, height: Int

  public init(width: Int, height: Int) {
    self.width = width
    self.height = height
  }

  /// Of the same picture, larger by a factor.
  public func scaled(by factor: Double) -> PixelSize {
    PixelSize(width: Int((Double(width) * factor).rounded()), height: Int((Double(height) * factor).rounded()))
  }
}
