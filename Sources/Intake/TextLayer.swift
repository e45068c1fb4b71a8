internal import DocumentModel

/// The words that a PDF page carries, with their boxes, from `pdftotext -tsv`.
enum TextLayer {
  /// Fewer words than this are no text of a page: an overlay of a signing service, a page number.
  static let fewestWords = 20

  /// Lines of the page as the PDF has them, boxes in pixels at `dpi`; nil where they are not to be trusted as its text.
  static func lines(of path: String, page: Int, dpi: Int) async throws(Failure) -> [Line]? {
    let number = String(page)
    let tsv = try await PopplerTool(name: "pdftotext").run(["-tsv", "-f", number, "-l", number, path, "-"], on: path)
    guard tsv.succeeded else { return nil }
    let lines = parse(tsv.text, page: page, scale: Double(dpi) / 72)
    return isTrusted(lines) ? lines : nil
  }

  /// Whether words are the page's own: enough of them, and Vietnamese. Half the words of Vietnamese carry a letter that
  /// only it has (the row U+1EA0, đ, ơ, ư); of what an English engine or a font without a map made of it, none do.
  static func isTrusted(_ lines: [Line]) -> Bool {
    let words = lines.flatMap(\.words).map(\.text).filter { $0.contains(where: \.isLetter) }
    guard words.count >= fewestWords else { return false }
    let vietnamese = words.count { word in word.unicodeScalars.contains(where: isVietnameseOnly) }
    return vietnamese * 5 >= words.count
  }

  private static func isVietnameseOnly(_ scalar: Unicode.Scalar) -> Bool {
    (0x1EA0...0x1EF9).contains(scalar.value) || "đĐơƠưƯ".unicodeScalars.contains(scalar)
  }

  /// Columns: level page_num par_num block_num line_num word_num left top width height conf text; level 5 is a word.
  static func parse(_ tsv: String, page: Int, scale: Double) -> [Line] {
    var lines: [Line] = []
    var current: [Substring] = []
    for row in tsv.split(separator: "\n").dropFirst() {
      let fields = row.split(separator: "\t", maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, fields[0] == "5", let box = box(fields[6...9], scale: scale) else { continue }
      let place = Array(fields[2...4])
      if place != current { lines.append(Line(words: [], page: page)) }
      current = place
      let isFirst = lines[lines.count - 1].words.isEmpty
      lines[lines.count - 1].words.append(
        Word(text: String(fields[11]), spaceBefore: isFirst ? "" : " ", box: box))
    }
    return lines
  }

  private static func box(_ fields: ArraySlice<Substring>, scale: Double) -> PixelBox? {
    // A damaged PDF may place a word at no number, or too far away for an `Int`.
    let numbers = fields.compactMap { Double($0).flatMap { Int32(exactly: ($0 * scale).rounded()) } }.map { Int($0) }
    return numbers.count == 4
      ? PixelBox(x: numbers[0], y: numbers[1], width: numbers[2], height: numbers[3]) : nil
  }
}
