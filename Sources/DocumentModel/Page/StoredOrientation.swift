/// How the rows and columns of a stored picture lie when it is shown (tag 274 of TIFF 6.0 and Exif 2.3).
public enum StoredOrientation: Int, Sendable, Hashable, CaseIterable {
  case upright = 1, mirrored, upsideDown, mirroredUpsideDown
  case mirroredOnLeftSide, onLeftSide, mirroredOnRightSide, onRightSide

  /// Whether the rows of the stored picture are the columns of the shown one.
  public var swapsSides: Bool { rawValue > 4 }

  /// Degrees to turn the stored picture clockwise, a multiple of 90, before it is mirrored.
  public var turn: Int {
    switch self {
    case .upright, .mirrored: 0
    case .upsideDown, .mirroredUpsideDown: 180
    case .mirroredOnLeftSide, .onLeftSide: 90
    case .mirroredOnRightSide, .onRightSide: 270
    }
  }

  /// Whether left and right change places after the turn.
  public var isMirrored: Bool {
    [.mirrored, .mirroredUpsideDown, .mirroredOnLeftSide, .mirroredOnRightSide].contains(self)
  }

  /// From places in the stored picture of this size to places in the shown one, both from the lower left.
  public func map(width: Double, height: Double) -> AffineMap {
    switch self {
    case .upright: AffineMap(1, 0, 0, 1, 0, 0)
    case .mirrored: AffineMap(-1, 0, 0, 1, width, 0)
    case .upsideDown: AffineMap(-1, 0, 0, -1, width, height)
    case .mirroredUpsideDown: AffineMap(1, 0, 0, -1, 0, height)
    case .mirroredOnLeftSide: AffineMap(0, -1, -1, 0, height, width)
    case .onLeftSide: AffineMap(0, -1, 1, 0, 0, width)
    case .mirroredOnRightSide: AffineMap(0, 1, 1, 0, 0, 0)
    case .onRightSide: AffineMap(0, 1, -1, 0, height, 0)
    }
  }
}
