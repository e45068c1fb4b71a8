internal import DocumentModel

/// An upright rectangle of a page, in points.
struct Area: Hashable {
  var left, bottom, right, top: Double

  /// What a map makes of a rectangle; nil where that stands aslant.
  init?(left: Double, bottom: Double, right: Double, top: Double, _ map: AffineMap) {
    let isLevel = abs(map.b) + abs(map.c) < 1e-3 * (abs(map.a) + abs(map.d))
    let isSideways = abs(map.a) + abs(map.d) < 1e-3 * (abs(map.b) + abs(map.c))
    guard isLevel || isSideways else { return nil }
    self.init(around: [(left, bottom), (right, top)].map { map.applied(x: $0.0, y: $0.1) })
  }

  /// The smallest one that holds all points.
  init(around points: [(x: Double, y: Double)]) {
    let across = points.map(\.x), up = points.map(\.y)
    left = across.min() ?? 0
    right = across.max() ?? 0
    bottom = up.min() ?? 0
    top = up.max() ?? 0
  }

  /// The smallest one around others; nil where there are none.
  init?(around areas: [Area]) {
    if areas.isEmpty { return nil }
    self.init(around: areas.flatMap { [($0.left, $0.bottom), ($0.right, $0.top)] })
  }

  func meets(_ other: Area) -> Bool {
    left <= other.right && right >= other.left && bottom <= other.top && top >= other.bottom
  }

  func contains(_ point: (x: Double, y: Double)) -> Bool {
    point.x >= left && point.x <= right && point.y >= bottom && point.y <= top
  }

  var middle: (x: Double, y: Double) { ((left + right) / 2, (bottom + top) / 2) }

  /// Nine points of it: corners, middles of the sides, centre.
  var samples: [(x: Double, y: Double)] {
    [left, (left + right) / 2, right].flatMap { x in [bottom, (bottom + top) / 2, top].map { (x, $0) } }
  }

  func intersection(_ other: Area) -> Area {
    var part = self
    part.left = max(left, other.left)
    part.right = max(part.left, min(right, other.right))
    part.bottom = max(bottom, other.bottom)
    part.top = max(part.bottom, min(top, other.top))
    return part
  }
}
