internal import DocumentModel

/// The connected parts of a black and white page, told apart by size and place: letters, their marks, and dust.
struct Specks {
  private let dpi: Int
  private let small: [PixelBox]
  private let letters: BoxIndex

  init(parts: [PixelBox], dpi: Int) {
    self.dpi = dpi
    let height = dpi * 6 / 100
    small = parts.filter { $0.height < height }
    letters = BoxIndex(parts.filter { $0.height >= height }, rowHeight: max(dpi / 6, 1))
  }

  /// What is no print: parts smaller than the smallest full stop, wherever they are, since beside a letter they would
  /// become its mark; parts near nothing of a letter's height; and on a dusty page those that stand where no mark does.
  func dirt() -> [PixelBox] {
    let limit = dpi * 3 / 200
    let larger = small.filter { $0.width > limit || $0.height > limit }
    let lonely = larger.filter { !isNearLetter($0) }
    let dust = small.filter { $0.width <= limit && $0.height <= limit } + lonely
    guard lonely.count(where: isDot) >= Self.dustyPage else { return dust }
    let index = BoxIndex(larger, rowHeight: max(dpi / 6, 1))
    return dust + larger.filter { isDot($0) && isNearLetter($0) && !isMark($0, among: index) }
  }

  /// So many lone dots, and there are as many between the words.
  private static let dustyPage = 25

  /// No longer than a full stop of large print, both ways, and no dash.
  private func isDot(_ box: PixelBox) -> Bool {
    max(box.width, box.height) <= dpi * 4 / 100 && box.width < box.height * 2
  }

  /// A bullet stands up to an eighth of an inch before its text; lines are closer than marks to their letters.
  private func isNearLetter(_ box: PixelBox) -> Bool {
    letters.contains(near: box, across: dpi / 8, down: dpi / 24) { _ in true }
  }

  /// Above or below a letter, on the line right behind one, or beside another dot as in a colon or an ellipsis.
  private func isMark(_ box: PixelBox, among dots: BoxIndex) -> Bool {
    letters.contains(near: box, across: dpi / 16, down: dpi / 20) { letter in
      if letter.horizontalOverlap(with: box) > -dpi / 100 { return letter.verticalOverlap(with: box) <= box.height }
      let isOnLine = box.bottom >= letter.y + letter.height * 6 / 10 && box.y <= letter.bottom
      return isOnLine && box.x >= letter.right - 1
    }
      || dots.contains(near: box, across: dpi / 20, down: dpi / 12) { other in
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
  func contains(near box: PixelBox, across: Int, down: Int, where holds: (PixelBox) -> Bool) -> Bool {
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
