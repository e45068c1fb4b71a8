import Testing

@testable import Spreadsheets

/// The texts that cells share are held once and within bounds: 156 MB of them come out of 0.4 MB of a file.
@Suite struct SharedStringsTests {
  private func read(_ texts: [String], most: Int = SharedStrings.most) -> SharedStringsReader {
    let reader = SharedStringsReader(most: most), none = PartAttributes(pointers: nil, count: 0)
    for text in texts where reader.ending == nil {
      reader.start(.text, none)
      Array(text.utf8).withUnsafeBufferPointer(reader.text)
      reader.end(.text)
      reader.end(.string)
    }
    return reader
  }

  @Test func textsOfAnyLengthReadBack() {
    let texts = (0..<40).map { String(repeating: "ệ\($0)", count: $0 * 4000) } + ["", "a_x000D_b"]
    let strings = read(texts).strings
    #expect(texts.indices.dropLast().allSatisfy { strings[$0] == texts[$0] })
    #expect(strings[texts.count - 1] == "a\rb" && strings[texts.count] == "" && strings[-1] == "")
  }

  @Test(arguments: [(1000, true), (400, false)]) func manyTextsAreTooLarge(_ most: Int, _ fit: Bool) {
    #expect((read(Array(repeating: "chung", count: 40), most: most).ending == nil) == fit)
  }

  /// Empty texts take their places, too.
  @Test func placesCount() {
    #expect(read(Array(repeating: "", count: 1000), most: 5000).ending != nil)
  }

  /// Rows are counted over all sheets, in the pass before the first of them is taken.
  @Test(arguments: [(SheetRow.most - 1, false), (SheetRow.most, true)])
  func aWorkbookOfTooManyRowsIsRefused(_ before: Int, _ isTooMany: Bool) {
    let reader = MergedRangesReader(after: before)
    reader.start(.row, PartAttributes(pointers: nil, count: 0))
    #expect((reader.ending == .tooManyRows) == isTooMany)
  }
}
