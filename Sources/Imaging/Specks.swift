internal import DocumentModel

/// The connected parts of a black and white page, told apart by size and place: letters, their marks, and dust.
struct Specks {
  private let dpi: Int
  private let small: [PixelBox]
  private let letters: BoxIndex

  init(parts: [PixelBox], dpi: Int) {
    self.dpi = dpi
    let height = PrintSizes.smallPart.pixels(at: dpi)
    small = parts.filter { $0.height < height }
    letters = BoxIndex(parts.filter { $0.height >= height }, rowHeight: Self.rowHeight(dpi))
  }

  /// The parts that are not print: those smaller than the smallest full stop, wherever they are, since beside a letter
  /// they would be read as its mark; those that are near no part of a letter's height; and on a dusty page those that
  /// stand where no mark stands.
  func dirt() -> [PixelBox] {
    let limit = PrintSizes.dust.pixels(at: dpi)
    let larger = small.filter { $0.width > limit || $0.height > limit }
    let lonely = larger.filter { !isNearLetter($0) }
    let dust = dust(upTo: limit) + lonely
    guard lonely.count(where: isDot) >= Self.dustyPage else { return dust }
    let index = BoxIndex(larger, rowHeight: Self.rowHeight(dpi))
    return dust + larger.filter { isDot($0) && isNearLetter($0) && !isMark($0, among: index) }
  }

  /// Parts that are smaller than a full stop. On a page where hardly any of them stands alone, those between letters of a
  /// line are full stops all the same: of a coarse scan, where a pixel more or less is a third of one.
  private func dust(upTo limit: Int) -> [PixelBox] {
    let tiny = small.filter { $0.width <= limit && $0.height <= limit }
    guard tiny.count(where: { !isNearLetter($0) }) < Self.dustyPage else { return tiny }
    return tiny.filter { min($0.width, $0.height) * 3 < limit * 2 || !isStop($0) }
  }

  /// On the line of a letter, right behind it.
  private func isStop(_ box: PixelBox) -> Bool {
    letters.contains(near: box, PrintSizes.nearMark, at: dpi) { letter in
      box.x >= letter.right - 1 && box.bottom >= letter.y + letter.height * 8 / 10
        && box.bottom <= letter.bottom + letter.height / 5
    }
  }

  private static func rowHeight(_ dpi: Int) -> Int { max(PrintSizes.lookUpRow.pixels(at: dpi), 1) }

  /// Dots of a page that stand near no letter, from which on the page is dusty: about as many then stand between its
  /// words, where they look like full stops and marks.
  private static let dustyPage = 25

  /// No longer than a full stop of large print, both ways, and no dash.
  private func isDot(_ box: PixelBox) -> Bool {
    max(box.width, box.height) <= PrintSizes.dot.pixels(at: dpi) && box.width < box.height * 2
  }

  private func isNearLetter(_ box: PixelBox) -> Bool {
    letters.contains(near: box, PrintSizes.nearLetter, at: dpi) { _ in true }
  }

  /// Above or below a letter, on the line right behind one, or beside another dot as in a colon or an ellipsis.
  private func isMark(_ box: PixelBox, among dots: BoxIndex) -> Bool {
    letters.contains(near: box, PrintSizes.nearMark, at: dpi) { letter in
      if letter.horizontalOverlap(with: box) > -PrintSizes.markOverhang.pixels(at: dpi) {
        return letter.verticalOverlap(with: box) <= box.height
      }
      let isOnLine = box.bottom >= letter.y + letter.height * 6 / 10 && box.y <= letter.bottom
      return isOnLine && box.x >= letter.right - 1
    }
      || dots.contains(near: box, PrintSizes.nearDot, at: dpi) { other in
        other != box
          && (other.horizontalOverlap(with: box) > 0 || other.verticalOverlap(with: box) * 2 > box.height)
      }
  }
}

/// Boxes by the row they stand in, for finding those near a place.
struct BoxIndex {
  private var rows: [Int: [PixelBox]] = [:]
  private let rowHeight: Int

  init(_ boxes: [PixelBox], rowHeight: Int) {
    self.rowHeight = rowHeight
    for box in boxes {
      for row in (box.y / rowHeight)...(max(box.y, box.bottom - 1) / rowHeight) { rows[row, default: []].append(box) }
    }
  }

  /// Whether a box that is no farther than this from another, across and down, has a property.
  func contains(
    near box: PixelBox, _ reach: (across: Points, down: Points), at dpi: Int, where holds: (PixelBox) -> Bool
  ) -> Bool {
    let across = reach.across.pixels(at: dpi), down = reach.down.pixels(at: dpi)
    let first = max(0, box.y - down) / rowHeight, last = (box.bottom + down) / rowHeight
    for row in first...max(first, last) {
      for other in rows[row] ?? []
      where other.horizontalOverlap(with: box) >= -across && other.verticalOverlap(with: box) >= -down {
        if holds(other) { return true }
      }
    }
    return false
  }
}
