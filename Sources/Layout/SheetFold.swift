import DocumentModel

/// The fold of an opened folder that was scanned at once: two pages side by side, each with lines of its own.
///
/// Such a sheet lies on its long side, and from top to bottom no word and no table reaches over its middle. A page whose
/// head or end only stands in two columns has neither: its text runs over the whole width.
struct SheetFold {
  /// Width by height from which on a sheet can be two pages (an opened A4 folder has 1.41), and up to which.
  static let proportions = 1.25...1.6
  /// Where the fold may be and how wide the empty strip around it is at least, as shares of the width.
  static let places = 0.4...0.6, narrowest = 0.04
  /// Lines that each page has at least, and how many of them are running text: as long as this share of the page's print.
  static let fewestLines = 8, fewestLongLines = 4, longLine = 0.75
  /// One word in so many may lie in the strip: a shadow of the fold is read as a stroke here and there.
  static let wordsToAStray = 100
  /// Steps into which the width is cut to look for the strip.
  private static let steps = 500

  /// Where the pages meet, in pixels.
  let middle: Int

  /// Nil where the lines are not those of two pages.
  init?(lines: [Line], tables: [Table], size: PixelSize) {
    let boxes = lines.flatMap(\.words).compactMap(\.box)
    guard size.height > 0, Self.proportions.contains(Double(size.width) / Double(size.height)),
      let middle = Self.emptyStrip(boxes, width: size.width),
      !tables.compactMap(\.box).contains(where: { $0.x < middle && $0.right > middle })
    else { return nil }
    self.middle = middle
    let (left, right) = parted(lines)
    guard Self.isPageOfText(left), Self.isPageOfText(right) else { return nil }
  }

  /// The middle of the widest strip without words near the middle of the sheet.
  private static func emptyStrip(_ boxes: [PixelBox], width: Int) -> Int? {
    var words = [Int](repeating: 0, count: steps)
    for box in boxes where width > 0 {
      let first = max(0, box.x * steps / width), last = min(steps - 1, box.right * steps / width)
      if first <= last { for step in first...last { words[step] += 1 } }
    }
    let most = boxes.count / wordsToAStray
    var widest = 0..<0, start: Int?
    for step in Int(places.lowerBound * Double(steps))...Int(places.upperBound * Double(steps)) {
      if words[step] <= most { start = start ?? step } else { start = nil }
      if let start, step + 1 - start > widest.count { widest = start..<step + 1 }
    }
    guard Double(widest.count) >= narrowest * Double(steps) else { return nil }
    return (widest.lowerBound + widest.upperBound) * width / (2 * steps)
  }

  private static func isPageOfText(_ lines: [Line]) -> Bool {
    let boxes = lines.compactMap(\.box)
    guard boxes.count >= fewestLines, let print = PixelBox.enclosing(boxes) else { return false }
    return boxes.count { Double($0.width) >= longLine * Double(print.width) } >= fewestLongLines
  }

  /// The lines of the left and of the right page. A line that was read over the fold is cut.
  func parted(_ lines: [Line]) -> (left: [Line], right: [Line]) {
    let left = lines.compactMap { kept($0) { $0.midX < middle } }
    return (left, lines.compactMap { kept($0) { $0.midX >= middle } })
  }

  private func kept(_ line: Line, where isHere: (PixelBox) -> Bool) -> Line? {
    var line = line
    line.words = line.words.filter { $0.box.map(isHere) ?? false }
    return line.words.isEmpty ? nil : line
  }
}

extension [Block] {
  /// The same blocks further to the right by so many pixels.
  func moved(by offset: Int) -> [Block] {
    map { block in
      switch block {
      case .line(let line): .line(line.moved(by: offset))
      case .table(let table): .table(table.moved(by: offset))
      }
    }
  }
}

extension Line {
  func moved(by offset: Int) -> Line {
    var line = self
    for index in line.words.indices { line.words[index].box = line.words[index].box?.moved(by: offset) }
    return line
  }
}

extension Table {
  func moved(by offset: Int) -> Table {
    var table = self
    table.box = box?.moved(by: offset)
    for index in cells.indices {
      table.cells[index].box = cells[index].box?.moved(by: offset)
      table.cells[index].lines = cells[index].lines.map { $0.moved(by: offset) }
    }
    return table
  }
}

extension PixelBox {
  fileprivate func moved(by offset: Int) -> PixelBox { PixelBox(x: x + offset, y: y, width: width, height: height) }
}
