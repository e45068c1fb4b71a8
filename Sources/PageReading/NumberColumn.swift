internal import DocumentModel
internal import Imaging
internal import Layout
internal import Recognition

/// Reads the numbers of a table's rows where the page's reading has none: alone and far from the next, a figure is too
/// little for the engine to tell a line by, and without its figures the column is lost, heading and all. What counts upward
/// is a column of numbers, whatever stands over it.
struct NumberColumn {
  /// 1-based, in the input.
  let page: Int
  let words: LayoutWords

  /// What stands in a row of the column: a number, its heading or a group's letter, or ink that the engine cannot read.
  enum Entry {
    case number(Line, parts: [Int])
    case other(Line)
    case ink(PixelBox)
  }

  /// Of rows that a band has, so many at most are read.
  private static let most = 60
  private static let leastSure: Confidence = 0.4
  /// How sure a number is that the others tell.
  private static let counted: Confidence = 0.5

  /// The lines that were not read, heading and numbers; empty where nothing counts upward.
  func lines(
    besides lines: [Line], on image: borrowing PageImage, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> [Line] {
    let bands = try image.rowsInNarrowBands(outside: lines.flatMap { $0.words.compactMap(\.box) })
      .filter { $0.count <= Self.most }
    if bands.isEmpty { return [] }
    engine.begin(image)
    for rows in bands {
      var entries: [Entry] = []
      for row in rows where lines.contains(where: { isBeside($0, row) }) {
        entries.append(try entry(row, on: image.size, with: &engine))
      }
      let found = Self.counted(entries, page: page, words)
      if !found.isEmpty { return found }
    }
    return []
  }

  /// Whether a line that was read begins on the same height, to the right.
  private func isBeside(_ line: Line, _ row: PixelBox) -> Bool {
    line.box.map { $0.x > row.right && $0.verticalOverlap(with: row) > 0 } ?? false
  }

  /// Read with wide white around it first: so the engine sees a line. What then is none is tried as a figure alone.
  private func entry(
    _ row: PixelBox, on size: PixelSize, with engine: inout some PageRecogniser & ~Copyable
  ) throws(Failure) -> Entry {
    var other: Line?
    for (rim, segmentation) in [(row.height, Segmentation.line), (row.height / 2, .figures), (row.height / 2, .line)] {
      let box = row.inset(by: -max(1, rim))
      guard box.x >= 0, box.y >= 0, box.right <= size.width, box.bottom <= size.height,
        let line = try engine.lines(in: box, as: segmentation).first?.on(page: page), line.words.count == 1,
        line.confidence >= Self.leastSure
      else { continue }
      if line.text.first?.isNumber ?? false, let parts = line.text.numberParts { return .number(line, parts: parts) }
      other = other ?? line
    }
    return other.map(Entry.other) ?? .ink(row)
  }

  /// `A`, `IV.`: the letter or Roman number of a group.
  private static func isLetter(_ text: String) -> Bool {
    text.count <= 4 && text.allSatisfy { $0.isUppercase || ".)".contains($0) }
  }

  // MARK: Counting

  /// The entries as lines, if their numbers rise; ink that the numbers around it count past is what it must be, and
  /// doubtful.
  static func counted(_ entries: [Entry], page: Int, _ words: LayoutWords) -> [Line] {
    let rows = entries.filter { if case .other = $0 { false } else { true } }
    let parts = rows.map { row -> [Int]? in if case .number(_, let parts) = row { parts } else { nil } }
    guard rise(parts.compactMap { $0 }) else { return [] }
    let isPlain = parts.allSatisfy { ($0?.count ?? 1) == 1 }
    let values = isPlain ? told(parts.map { $0?.first }) : parts.map { _ in nil }
    var index = -1
    return entries.compactMap { entry in
      if case .other(let line) = entry { return words.headsNumbers(line.text) || isLetter(line.text) ? line : nil }
      index += 1
      switch (entry, values[index]) {
      case (.number(let line, let read), let value?) where read != [value]:
        return counted(value, at: line.box, page, line)
      case (.number(let line, _), _): return line
      case (.ink(let box), let value?): return counted(value, at: box, page, nil)
      default: return nil
      }
    }
  }

  /// More numbers rise from row to row than not, once at least: 1, 1.1, 1.2, 2.
  private static func rise(_ numbers: [[Int]]) -> Bool {
    let rising = zip(numbers, numbers.dropFirst()).count { $0.lexicographicallyPrecedes($1) }
    return rising > 0 && rising * 2 > numbers.count - 1
  }

  /// The numbers of the rows, with those that their neighbours tell: n + 1 between n and n + 2; as many as lie between two
  /// numbers, or above the first, where the numbers count as many; behind the last where all others follow each other.
  static func told(_ read: [Int?]) -> [Int?] {
    var values = read
    for index in read.indices.dropFirst().dropLast() where read[index] != nil {
      if let low = read[index - 1], read[index + 1] == low + 2 { values[index] = low + 1 }
    }
    var last = (index: -1, value: 0), isUnbroken = true
    for (index, value) in values.enumerated() {
      guard let value else { continue }
      if value - last.value == index - last.index {
        for place in (last.index + 1)..<index { values[place] = last.value + place - last.index }
      } else if last.index >= 0 {
        isUnbroken = false
      }
      last = (index, value)
    }
    if isUnbroken, last.value > 0 {
      for place in values.indices.dropFirst(last.index + 1) { values[place] = last.value + place - last.index }
    }
    return values
  }

  private static func counted(_ value: Int, at box: PixelBox?, _ page: Int, _ read: Line?) -> Line {
    let other = (read?.words.first).map { [Word.Alternative($0.text, behind: 1)] } ?? []
    let word = Word(
      text: String(value), spaceBefore: "", box: box, confidence: counted, alternatives: other, isDoubtful: true)
    return Line(words: [word], page: page)
  }
}
