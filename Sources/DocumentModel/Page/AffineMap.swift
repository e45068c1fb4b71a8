/// A map of the plane that keeps lines straight: x' = a·x + c·y + e, y' = b·x + d·y + f (ISO 32000-1, 8.3.3).
public struct AffineMap: Hashable, Sendable {
  public var a, b, c, d, e, f: Double

  public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  public static let identity = AffineMap(1, 0, 0, 1, 0, 0)

  public func applied(x: Double, y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// The map that applies this one first and then another.
  public func then(_ next: AffineMap) -> AffineMap {
    let origin = next.applied(x: e, y: f)
    return AffineMap(
      next.a * a + next.c * b, next.b * a + next.d * b, next.a * c + next.c * d, next.b * c + next.d * d,
      origin.x, origin.y)
  }

  /// The smallest box of whole pixels around the image of a box; the box itself where a number is too large for `Int`.
  public func applied(to box: PixelBox) -> PixelBox {
    if self == .identity { return box }
    let corners = [(box.x, box.y), (box.right, box.y), (box.x, box.bottom), (box.right, box.bottom)].map {
      applied(x: Double($0.0), y: Double($0.1))
    }
    let left = corners.reduce(Double.infinity) { min($0, $1.x) }, top = corners.reduce(.infinity) { min($0, $1.y) }
    let right = corners.reduce(-Double.infinity) { max($0, $1.x) }
    let bottom = corners.reduce(-Double.infinity) { max($0, $1.y) }
    guard let x = Int(exactly: left.rounded()), let y = Int(exactly: top.rounded()),
      let endX = Int(exactly: right.rounded()), let endY = Int(exactly: bottom.rounded())
    else { return box }
    return PixelBox(x: x, y: y, width: endX - x, height: endY - y)
  }
}

extension Page {
  /// The inverse of deskewing: from a place on the page as it was read to the same place on the upright image before it was
  /// turned to lay its lines level. The identity where the page was not deskewed.
  public var inverseDeskew: AffineMap {
    guard skew != 0, let size else { return .identity }
    let angle = skew * .pi / 180
    let cosine = Self.cosine(angle), sine = Self.sine(angle)
    let x = Double(size.width) / 2, y = Double(size.height) / 2
    return AffineMap(
      cosine, -sine, sine, cosine, x - cosine * x - sine * y, y + sine * x - cosine * y)
  }

  /// The sine of an angle in radians by its series up to the ninth power, since this target imports no library. It is exact
  /// to the last digit up to 7° and to 1 in 10⁸ up to 45°; no page is deskewed by more.
  private static func sine(_ angle: Double) -> Double {
    let square = angle * angle
    return angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
  }

  /// For angles below 90°, where the cosine is positive.
  private static func cosine(_ angle: Double) -> Double {
    let sine = sine(angle)
    return (1 - sine * sine).squareRoot()
  }
}
