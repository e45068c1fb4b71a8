internal import DocumentModel
internal import PDFSyntax

/// The path that a content stream builds before it paints it, as far as it is made of upright boxes.
struct PaintedPath {
  /// The corners of each part, in the space of the stream.
  private var parts: [[(x: Double, y: Double)]] = []
  private var hasCurves = false
  /// Whether the clip is to be narrowed to the path once it is painted.
  private(set) var clips = false

  /// Takes an operator that builds a path; false for another one.
  mutating func take(_ name: String, _ operands: [ArraySlice<UInt8>]) -> Bool {
    let numbers = operands.compactMap(Double.init(token:))
    switch name {
    case "m" where numbers.count == 2: parts.append([(numbers[0], numbers[1])])
    case "l" where numbers.count == 2 && !parts.isEmpty: parts[parts.count - 1].append((numbers[0], numbers[1]))
    case "re" where numbers.count == 4:
      let (x, y, width, height) = (numbers[0], numbers[1], numbers[2], numbers[3])
      parts.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    case "c", "v", "y": hasCurves = true
    case "W", "W*": clips = true
    case "h", "m", "l", "re": break
    default: return false
    }
    return true
  }

  /// The boxes that a filling covers; none where parts may cut holes into each other or are no upright boxes.
  func boxes(_ map: AffineMap, evenOdd: Bool) -> [Area] {
    if hasCurves || (evenOdd && parts.count > 1) { return [] }
    let boxes = parts.compactMap { box($0, map) }
    let isClockwise = parts.map(turnsRight)
    return boxes.count == parts.count && Set(isClockwise).count == 1 ? boxes : []
  }

  /// The bar that a straight line of one stroke covers; nil for any other path.
  func bar(width: Double, _ map: AffineMap) -> Area? {
    guard parts.count == 1, parts[0].count == 2, !hasCurves else { return nil }
    var area = Area(around: parts[0])
    if area.bottom == area.top {
      (area.bottom, area.top) = (area.bottom - width / 2, area.top + width / 2)
    } else if area.left == area.right {
      (area.left, area.right) = (area.left - width / 2, area.right + width / 2)
    } else {
      return nil
    }
    return Area(left: area.left, bottom: area.bottom, right: area.right, top: area.top, map)
  }

  private func box(_ part: [(x: Double, y: Double)], _ map: AffineMap) -> Area? {
    var corners = part
    if corners.count == 5, let last = corners.last, last == corners[0] { corners.removeLast() }
    guard corners.count == 4 else { return nil }
    let area = Area(around: corners)
    let isUpright = corners.indices.allSatisfy {
      let next = corners[($0 + 1) % 4]
      return (corners[$0].x == next.x) != (corners[$0].y == next.y)
    }
    return isUpright ? Area(left: area.left, bottom: area.bottom, right: area.right, top: area.top, map) : nil
  }

  private func turnsRight(_ part: [(x: Double, y: Double)]) -> Bool {
    let next = part.dropFirst() + part.prefix(1)
    return zip(part, next).reduce(0) { $0 + $1.0.x * $1.1.y - $1.1.x * $1.0.y } < 0
  }
}
