import Testing

@testable import Export

@Suite struct CSVExportTests {
  @Test(arguments: [
    ("", ""), ("plain", "plain"), ("a,b", "\"a,b\""), ("nói \"có\"", "\"nói \"\"có\"\"\""), ("a\nb", "\"a\nb\""),
    ("a\r\nb", "\"a\r\nb\""), ("a\rb", "\"a\rb\""), (" rộng ", " rộng "), ("a;b", "a;b"),
  ])
  func quotesWhatWouldBreakTheRow(_ text: String, _ cell: String) {
    #expect(CSVExport.cell(text) == cell)
  }

  @Test(arguments: [
    "=1+1", "=HYPERLINK(\"x\")", "+1+2", "-2+3", "+cmd|' /C calc'!A0", "@SUM(1)", "\t=1", "\r=1", "\n=1", "  =1",
    "\u{0}=1", "＝1", "＋1+1", "－1+1", "＠x", "-a", "+", "-",
    "- 2+3+cmd|' /C calc'!A0", "+ 1+cmd|' /C calc'!A0", "- cmd|' /C calc'!A0", "- (1)", "- HYPERLINK(\"x\")",
    "+ @SUM(1)",
    "- 1/2", "- 2-3", "\u{200B}=1", "\u{202E}=1", "\u{FEFF}-1+1", "\u{A0}=1", "-  2*3",
  ])
  func formulasAreMadeText(_ text: String) {
    #expect(CSVExport.cell(text).hasPrefix("\"'"))
  }

  @Test(arguments: [
    "-2", "+1", "-2.5", "+84", "- gạch đầu dòng", "+ cộng", "- 25 văn bản (lần 2)", "- Sở Nội vụ và UBND xã",
    "- 05/KH-UBND", "- ", "+ 12", "- a/b", "2-1", "a=b", "05/KH-UBND", "30%", "–", "– dài", "'",
    "(=1)",
  ])
  func numbersAndListDashesStay(_ text: String) {
    #expect(CSVExport.cell(text) == text)
  }

  /// Spreadsheets open tab-separated values as well; what the program reads again comes back as it was.
  @Test(arguments: [
    ("=1+1", "'=1+1"), ("@SUM(1)", "'@SUM(1)"), ("- gạch", "- gạch"), ("a\tb\nc", "a b c"), ("\t=1", "' =1"), ("", ""),
  ])
  func tabSeparatedCellsAreGuardedToo(_ text: String, _ cell: String) {
    #expect(CSVExport.tabSeparated([text, "x"]) == cell + "\tx")
    #expect(text.contains { $0.isNewline || $0 == "\t" } || CSVExport.unguarded(cell) == text)
  }

  @Test func aSheetOpensWithTheMarkAndItsRowsEndAsRFC4180Says() {
    #expect(
      Array(CSVExport.text(rows: [["a", "b"], ["1", ""]]).utf8) == [0xEF, 0xBB, 0xBF] + Array("a,b\r\n1,\r\n".utf8))
    #expect(Array(CSVExport.text(rows: []).utf8) == [0xEF, 0xBB, 0xBF])
  }

  /// What is not a formula reads back as it was; a formula reads back with an apostrophe before it.
  @Test func anyTextReadsBack() {
    let texts = ["a\"\"b,\r\n\"c", "\"", ",", "đ\u{301},", "\u{2028}x", "👩‍👩‍👧,"]
    #expect(parsed(CSVExport.text(rows: [texts, texts])) == [texts, texts])
  }

  /// A reader of RFC 4180, the plain way.
  private func parsed(_ csv: String) -> [[String]] {
    var rows: [[String]] = [], row: [String] = [], cell = String.UnicodeScalarView()
    var isQuoted = false, previous: Unicode.Scalar?
    for scalar in csv.unicodeScalars.dropFirst() {
      defer { previous = scalar }
      if scalar == "\"" {
        // A second one at once stands for itself.
        if !isQuoted, previous == "\"" { cell.append(scalar) }
        isQuoted.toggle()
      } else if !isQuoted, scalar == "," || scalar == "\r" {
        row.append(String(cell))
        cell = String.UnicodeScalarView()
      } else if !isQuoted, scalar == "\n" {
        rows.append(row)
        row = []
      } else {
        cell.append(scalar)
      }
    }
    return rows
  }
}
