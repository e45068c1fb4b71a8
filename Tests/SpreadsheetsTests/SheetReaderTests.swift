import DocumentModel
import Export
import Foundation
import SampleDocuments
import Spreadsheets
import Testing

private func rows(of path: String) throws -> [SheetRow] {
  var rows: [SheetRow] = []
  try SheetReader(path: path).forEachRow { row in
    rows.append(row)
    return true
  }
  return rows
}

private func rows(of bytes: some Sequence<UInt8>, named name: String = "a.csv") throws -> [[String]] {
  let folder = try TemporaryFolder()
  return try rows(of: folder.write(bytes, to: name)).map(\.cells)
}

@Suite struct SheetReaderTests {
  @Test(arguments: [
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a;b\r\n1;\"2;3\"\r\n", [["a", "b"], ["1", "2;3"]]),
    ("a\tb\n\"x \"\"y\"\"\nz\"\t\n", [["a", "b"], ["x \"y\"\nz", ""]]),
    // Titles with more commas than rows have semicolons; a delimiter that the first line names.
    ("a;b;c\n1;x, y, z, t;2\n3;x, y;4\n", [["a", "b", "c"], ["1", "x, y, z, t", "2"], ["3", "x, y", "4"]]),
    ("a^b^c\n1^x, y^2\n3^z^4\n", [["a", "b", "c"], ["1", "x, y", "2"], ["3", "z", "4"]]),
    ("sep=|\na|b\n1,2|3\n", [["a", "b"], ["1,2", "3"]]),
    // Quotation marks that close nothing, or that are signs of the title.
    ("a;b;c\n1;\"x;2\n3;y;4\n5;\"z\";6\n", [["a", "b", "c"], ["1", "\"x", "2"], ["3", "y", "4"], ["5", "z", "6"]]),
    ("a;b\n\"x \"y\" z\";1\n", [["a", "b"], ["x \"y\" z", "1"]]),
    ("Tiêu ðề,Ðịa chỉ\n1,2", [["Tiêu đề", "Địa chỉ"], ["1", "2"]]),
    ("\u{FEFF}số,ký hiệu\n1,2", [["số", "ký hiệu"], ["1", "2"]]),
  ])
  func delimitedTextIsReadAsItIsWritten(_ text: String, _ expected: [[String]]) throws {
    #expect(try rows(of: Array(text.utf8)) == expected)
  }

  @Test func oldEncodingsAreTurnedIntoUnicode() throws {
    let text = "Tiêu đề,Hồ sơ về đường giao thông, quản lý đất đai xã\n"
    let expected = [["Tiêu đề", "Hồ sơ về đường giao thông", " quản lý đất đai xã"]]
    let units: [UInt8] = text.utf16.flatMap { unit -> [UInt8] in [UInt8(unit & 0xFF), UInt8(unit >> 8)] }
    let utf16: [UInt8] = [0xFF, 0xFE] + units
    #expect(try rows(of: utf16) == expected)
    // Windows-1258: the tone mark follows its letter.
    let windows: [UInt8] =
      Array("Ti".utf8) + [0xEA] + Array("u ".utf8) + [0xF0, 0xEA, 0xCC] + Array(",H".utf8) + [0xF4, 0xCC]
      + Array(" s".utf8) + [0xF5] + Array("\n".utf8)
    #expect(try rows(of: windows) == [["Tiêu đề", "Hồ sơ"]])
    // TCVN3: fonds of the years before Unicode.
    let tcvn = "Tiªu ®Ò,Hå s¬ vÒ ®­êng giao th«ng, qu¶n lý ®Êt ®ai x·\n"
    #expect(try rows(of: tcvn.unicodeScalars.map { UInt8($0.value) }) == expected)
  }

  @Test func aWorkbookComesBackAsItWasWritten() throws {
    let folder = try TemporaryFolder()
    let day = try #require(CalendarDate(year: 2025, month: 7, day: 11))
    let sheet = XLSXSheet(
      name: "Hồ sơ: [1]", notes: ["Ghi chú"], columns: [.init("Số"), .init("Tên"), .init("Ngày"), .init("Tỷ lệ")],
      rows: [
        [.integer(1234), .text("=1+1 & <đường> \"x\"\nhai dòng"), .date(day), .percent(0.5)],
        [.empty, .text("\u{1}điều khiển"), .empty, .number(1.25)],
      ])
    try XLSXWorkbook.write([sheet], to: folder["a.xlsx"])
    let found = try rows(of: folder["a.xlsx"])
    #expect(found.map(\.number) == [1, 2, 3, 4])
    #expect(found[1].cells == ["Số", "Tên", "Ngày", "Tỷ lệ"])
    #expect(found[2].cells == ["1234", "=1+1 & <đường> \"x\"\nhai dòng", "11/07/2025", "0.5"])
    #expect(found[3].cells == ["", "điều khiển", "", "1.25"])
    #expect(try folder.files() == ["a.xlsx"])
  }

  @Test(
    arguments: [
      ([0xD0, 0xCF, 0x11, 0xE0, 0xA1], "old-workbook"), ([0x50, 0x4B, 0x03, 0x04, 0], "damaged-workbook"),
      ([0x41, 0, 0x42, 0x0A], "not-a-table"), (Array("<html><table>".utf8), "other-workbook"),
      ([0xD0, 0xCF, 0x11, 0xE0] + "EncryptedPackage".utf8.flatMap { [$0, 0] }, "protected-workbook"),
      (
        Array("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>".utf8),
        "other-workbook"
      ),
    ] as [([UInt8], String)])
  func whatIsNoTableIsSaid(_ bytes: [UInt8], _ code: String) throws {
    let failure = #expect(throws: Failure.self) { try rows(of: bytes) }
    #expect(failure?.message.code == code)
  }

  /// Texts are read by stretches of a megabyte; rows, letters and quotation marks go over their ends.
  @Test(arguments: [String.Encoding.utf8, .utf16])
  func aLongTextIsReadAsAShortOneIs(_ encoding: String.Encoding) throws {
    let lines = (1...40_000).map { "\($0);\"Hồ sơ \"\"số\"\" \($0)\n😀\";70 năm\n" }
    let data = try #require(("a;b;c\n" + lines.joined()).data(using: encoding))
    let found = try rows(of: data)
    #expect(found.count == 40_001)
    let isRight = found.dropFirst().enumerated().allSatisfy { index, row in
      row == ["\(index + 1)", "Hồ sơ \"số\" \(index + 1)\n😀", "70 năm"]
    }
    #expect(isRight)
  }

  @Test func aCellThatNeverEndsIsCutAndSaidToBe() throws {
    let folder = try TemporaryFolder()
    let text = "a;b;c\n1;\"" + String(repeating: "x", count: 3 << 20) + "\n3;4;5\n"
    let found = try rows(of: folder.write(Array(text.utf8), to: "a.csv"))
    #expect(found.map(\.isCut) == [false, true, false])
    #expect(found.last?.cells == ["3", "4", "5"])
  }

  @Test func everyRowMayHaveAMarkThatNeverCloses() throws {
    let text = "a;b;c\n" + (1...20_000).map { "\($0);\"x;2\n" }.joined()
    let found = try rows(of: Array(text.utf8))
    #expect(found.count == 20_001 && found.last == ["20000", "\"x", "2"])
  }

  /// Three million rows are no inventory: nobody waits for them to be read, and none is taken.
  @Test func moreRowsThanAnyInventoryHasAreRefusedBeforeTheFirst() throws {
    let folder = try TemporaryFolder()
    let lines = [UInt8](repeating: 0x0A, count: SheetRow.most + 1)
    let path = try folder.write(Array("a;b;c\n1;2;3".utf8) + lines, to: "a.csv")
    var isAnyTaken = false
    let failure = #expect(throws: Failure.self) {
      try SheetReader(path: path).forEachRow { _ in
        isAnyTaken = true
        return true
      }
    }
    #expect(failure?.message.code == "too-many-rows" && !isAnyTaken)
  }

  @Test func aCutOrChangedWorkbookNeverTraps() throws {
    let folder = try TemporaryFolder()
    let sheet = XLSXSheet(
      name: "a", columns: [.init("Số")], rows: (0..<50).map { [.text("Hồ sơ \($0)")] })
    try XLSXWorkbook.write([sheet], to: folder["a.xlsx"])
    let whole = try [UInt8](Data(contentsOf: URL(fileURLWithPath: folder["a.xlsx"])))
    var random = SeededGenerator(seed: 1)
    for _ in 0..<300 {
      var bytes = whole
      for _ in 0..<8 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      if Bool.random(using: &random) { bytes.removeLast(Int.random(in: 0..<bytes.count, using: &random)) }
      let path = try folder.write(bytes, to: "b.xlsx")
      do { _ = try rows(of: path) } catch { #expect(error is Failure) }
    }
  }
}
