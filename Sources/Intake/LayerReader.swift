internal import DocumentModel
internal import Vietnamese

/// The words that a PDF's pages carry, with their boxes, from `pdftotext -tsv`.
enum LayerReader {
  /// Lines of every page as the PDF has them, by page number from 1; boxes in hundredths of a point (1/7200 inch). A page
  /// without text has no entry. Nil where the words could not be had in time, or the program failed: the pages are read as
  /// pictures then, and a finding has to say so.
  ///
  /// - Throws: `missingTool` where `pdftotext` is not installed, `badInput` where it could not be run.
  static func lines(of path: String) async throws(Failure) -> [Int: [Line]]? {
    let tsv = try await PopplerTool(name: "pdftotext").run(["-tsv", path, "-"], on: path)
    return tsv.succeeded ? parse(tsv.bytes) : nil
  }

  /// Reads the columns level page_num par_num block_num line_num word_num left top width height conf text; level 5 is a
  /// word. Poppler writes two decimals of a point, so hundredths of a point keep all that it says as whole numbers.
  static func parse(_ tsv: [UInt8]) -> [Int: [Line]] {
    var pages: [Int: [Line]] = [:]
    var current: [ArraySlice<UInt8>] = []
    for row in tsv.split(separator: 0x0A).dropFirst() {
      let fields = row.split(separator: 0x09, maxSplits: 11, omittingEmptySubsequences: false)
      guard fields.count == 12, fields[0].elementsEqual([0x35]), let page = number(fields[1]),
        let box = box(fields[6...9])
      else { continue }
      let place = [fields[1]] + fields[2...4]
      if place != current { pages[page, default: []].append(Line(words: [], page: page)) }
      current = place
      let text = nfc(String(decoding: fields[11], as: UTF8.self))
      pages[page, default: []].appendWord(text, in: box)
    }
    return pages
  }

  private static func number(_ field: ArraySlice<UInt8>) -> Int? { Int(String(decoding: field, as: UTF8.self)) }

  private static let unitsPerInch = 7200.0

  /// Nil where a damaged PDF places a word at something that is no number, or beyond 32 bits.
  private static func box(_ fields: ArraySlice<ArraySlice<UInt8>>) -> PixelBox? {
    let numbers = fields.compactMap { field in
      Double(String(decoding: field, as: UTF8.self)).flatMap { Int32(exactly: ($0 * unitsPerInch / 72).rounded()) }
    }
    guard numbers.count == 4 else { return nil }
    return PixelBox(x: Int(numbers[0]), y: Int(numbers[1]), width: Int(numbers[2]), height: Int(numbers[3]))
  }

  /// The lines of `lines(of:)` with their boxes in pixels at `dpi`.
  static func scaled(_ lines: [Line], toDPI dpi: Int) -> [Line] {
    lines.map { line in
      var line = line
      for index in line.words.indices {
        line.words[index].box = line.words[index].box?.scaled(by: Double(dpi) / unitsPerInch)
      }
      return line
    }
  }
}

extension [Line] {
  fileprivate mutating func appendWord(_ text: String, in box: PixelBox) {
    guard let last = indices.last else { return }
    self[last].words.append(Word(text: text, spaceBefore: self[last].isEmpty ? "" : " ", box: box))
  }
}
