/// A map of the plane that keeps lines straight: x' = a·x + c·y + e, y' = b·x + d·y + f, as PDF writes it.
public struct AffineMap: Hashable, Sendable {
  public var a, b, c, d, e, f: Double

  public init(_ a: Double, _ b: Double, _ c: Double, _ d: Double, _ e: Double, _ f: Double) {
    (self.a, self.b, self.c, self.d, self.e, self.f) = (a, b, c, d, e, f)
  }

  public static let identity = AffineMap(1, 0, 0, 1, 0, 0)

  public func applied(x: Double, y: Double) -> (x: Double, y: Double) {
    (a * x + c * y + e, b * x + d * y + f)
  }

  /// First this map, then another.
  public func then(_ next: AffineMap) -> AffineMap {
    let origin = next.applied(x: e, y: f)
    return AffineMap(
      next.a * a + next.c * b, next.b * a + next.d * b, next.a * c + next.c * d, next.b * c + next.d * d,
      origin.x, origin.y)
  }

  /// The smallest box of whole pixels that holds what becomes of a box.
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
  /// From the page as it was read to the same page before its lines were laid level.
  public var unlevelling: AffineMap {
    guard skew != 0, let size else { return .identity }
    let angle = skew * .pi / 180
    let cosine = cosineOf(angle), sine = sineOf(angle)
    let x = Double(size.width) / 2, y = Double(size.height) / 2
    return AffineMap(
      cosine, -sine, sine, cosine, x - cosine * x - sine * y, y + sine * x - cosine * y)
  }

  // `DocumentModel` imports nothing; skew is a few degrees, where these series end at the last digit.
  private func sineOf(_ angle: Double) -> Double {
    let square = angle * angle
    return angle * (1 - square / 6 * (1 - square / 20 * (1 - square / 42 * (1 - square / 72))))
  }

  private func cosineOf(_ angle: Double) -> Double {
    let sine = sineOf(angle)
    return (1 - sine * sine).squareRoot()
  }
}
