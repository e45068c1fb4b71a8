import DocumentModel
import Testing

@testable import Layout

/// Two pages on a sheet are read one after the other; a page in two columns at its head or end only is one page.
@Suite struct SheetFoldTests {
  private let sheet = PixelSize(width: 2000, height: 1414)

  /// A page's lines: words of 90 pixels, `count` of them a line, lines 40 apart.
  private func page(from x: Int, _ name: String, lines count: Int = 12, words: Int = 8) -> [Line] {
    (0..<count).map { row in
      Line(
        words: (0..<words).map { index in
          Word(
            text: "\(name)\(row)", spaceBefore: index == 0 ? "" : " ",
            box: PixelBox(x: x + index * 100, y: 100 + row * 40, width: 90, height: 25))
        }, page: 1)
    }
  }

  private func texts(_ lines: [Line], _ tables: [Table] = []) throws -> [String] {
    try PageLayout(page: 1, size: sheet, dpi: 120, words: words()).blocks(lines: lines, tables: tables).compactMap {
      if case .line(let line) = $0 { line.words.first?.text } else { nil }
    }
  }

  @Test func theLeftPageComesFirst() throws {
    let lines = page(from: 80, "trái") + page(from: 1120, "phải")
    #expect(try texts(lines) == (0..<12).map { "trái\($0)" } + (0..<12).map { "phải\($0)" })
    #expect(try texts(lines.reversed()) == texts(lines))
  }

  /// What the recogniser read over the fold is cut, and boxes stay where the print is.
  @Test func aLineOverTheFoldIsCut() throws {
    let whole = zip(page(from: 80, "trái"), page(from: 1120, "phải")).map { Line(words: $0.words + $1.words, page: 1) }
    let blocks = try PageLayout(page: 1, size: sheet, dpi: 120, words: words()).blocks(lines: whole, tables: [])
    #expect(blocks.count == 24)
    guard case .line(let last) = blocks[23] else { throw Failure(.internalError, .init("x", vi: "x", en: "x")) }
    #expect(last.words.first?.box == PixelBox(x: 1120, y: 100 + 11 * 40, width: 90, height: 25))
  }

  @Test func oneLineOverTheMiddleInTenIsOnePage() throws {
    let across = Line(words: [Word(text: "a", box: PixelBox(x: 900, y: 700, width: 200, height: 25))], page: 1)
    let lines = page(from: 80, "trái") + page(from: 1120, "phải")
    #expect(SheetFold(lines: lines + [across], tables: [], size: sheet) != nil, "a stroke of the fold's shadow")
    #expect(SheetFold(lines: lines + Array(repeating: across, count: 5), tables: [], size: sheet) == nil)
  }

  @Test func whatIsNoOpenedFolderStaysWhole() {
    let lines = page(from: 80, "trái") + page(from: 1120, "phải")
    #expect(SheetFold(lines: lines, tables: [], size: PixelSize(width: 2000, height: 2800)) == nil, "upright")
    #expect(SheetFold(lines: page(from: 80, "trái", words: 18), tables: [], size: sheet) == nil)
    let head = page(from: 80, "trái", lines: 4, words: 4) + page(from: 1120, "phải", lines: 4, words: 4)
    #expect(SheetFold(lines: head, tables: [], size: sheet) == nil, "a letterhead alone")
    let table = Table(
      page: 1, rowCount: 1, columnCount: 1, cells: [], box: PixelBox(x: 50, y: 50, width: 1900, height: 900))
    #expect(SheetFold(lines: lines, tables: [table], size: sheet) == nil, "a table over the middle")
  }
}
