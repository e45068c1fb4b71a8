import DocumentModel
import SampleDocuments
import Spreadsheets
import Testing

/// A workbook of parts as other programs write them, in a ZIP file without compression.
private struct Parts {
  var files: [String: String] = [:]

  init(sheets: [String], workbook: String = "", styles: String = "", strings: String = "", at path: String = "s.xml") {
    let names = sheets.indices.map { "<sheet name=\"T\($0)\" sheetId=\"\($0 + 1)\" r:id=\"r\($0)\"/>" }.joined()
    files["xl/workbook.xml"] = "<workbook>\(workbook)<sheets>\(names)</sheets></workbook>"
    var relations = "<Relationship Id=\"t\" Type=\"x/sharedStrings\" Target=\"\(path)\"/>"
    relations += "<Relationship Id=\"y\" Type=\"x/styles\" Target=\"/xl/styles.xml\"/>"
    for (index, sheet) in sheets.enumerated() {
      files["xl/w/s\(index).xml"] = "<worksheet>\(sheet)</worksheet>"
      relations += "<Relationship Id=\"r\(index)\" Type=\"x/worksheet\" Target=\"w/s\(index).xml\"/>"
    }
    files["xl/_rels/workbook.xml.rels"] = "<Relationships>\(relations)</Relationships>"
    if !styles.isEmpty { files["xl/styles.xml"] = styles }
    if !strings.isEmpty { files["xl/\(path)"] = strings }
  }

  private static func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// CRC-32, which a reader of ZIP files holds against what it unpacked.
  private static func sum(_ bytes: [UInt8]) -> Int {
    let sum = bytes.reduce(UInt32.max) { sum, byte in
      (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
    }
    return Int(~sum)
  }

  var bytes: [UInt8] {
    var body: [UInt8] = [], directory: [UInt8] = []
    for (name, text) in files.sorted(by: { $0.key < $1.key }) {
      let (name, data) = (Array(name.utf8), Array(text.utf8))
      let sizes = Self.number(data.count, 4) + Self.number(data.count, 4) + Self.number(name.count, 2)
      let common = Self.number(0, 8) + Self.number(Self.sum(data), 4) + sizes
      directory += [0x50, 0x4B, 1, 2, 20, 0, 20, 0] + common + Self.number(0, 12) + Self.number(body.count, 4) + name
      body += [0x50, 0x4B, 3, 4, 20, 0] + common + Self.number(0, 2) + name + data
    }
    let end = Self.number(files.count, 2) + Self.number(files.count, 2) + Self.number(directory.count, 4)
    return body + directory + [0x50, 0x4B, 5, 6, 0, 0, 0, 0] + end + Self.number(body.count, 4) + [0, 0]
  }

  func rows() throws -> [SheetRow] {
    let folder = try TemporaryFolder()
    var rows: [SheetRow] = []
    try SheetReader(path: folder.write(bytes, to: "a.xlsx")).forEachRow { row in
      rows.append(row)
      return true
    }
    return rows
  }
}

/// What other programs write into workbooks: Excel on a Mac, exports of databases, converters.
@Suite struct WorkbookTests {
  private func cells(
    _ row: String, workbook: String = "", formats: String = "", xf: String = "", strings: String = "",
    at path: String = "s.xml"
  ) throws -> [String]? {
    let styles = "<styleSheet><numFmts>\(formats)</numFmts><cellXfs><xf numFmtId=\"0\"/>\(xf)</cellXfs></styleSheet>"
    let sheet = "<sheetData><row r=\"1\">\(row)</row></sheetData>"
    return try Parts(sheets: [sheet], workbook: workbook, styles: styles, strings: strings, at: path).rows().first?
      .cells
  }

  @Test(arguments: [
    ("", "40544", "01/01/2011"), ("<workbookPr date1904=\"1\"/>", "39082", "01/01/2011"), ("", "59", "28/02/1900"),
  ])
  func daysAreCountedFromTheWorkbooksYear(_ workbook: String, _ serial: String, _ day: String) throws {
    let row = "<c s=\"1\"><v>\(serial)</v></c>"
    #expect(try cells(row, workbook: workbook, xf: "<xf numFmtId=\"14\"/>") == [day])
  }

  @Test(arguments: [
    ("000", "7", "007"), ("&quot;HS-&quot;00", "7", "HS-07"), ("0", "7", "7"), ("#,##0", "7", "7"),
    ("00", "7.5", "7.5"),
    ("[Red]dd>0", "40544", "01/01/2011"), ("[$-42A]0.0", "7", "7"),
  ])
  func numbersAreReadAsTheyAreShown(_ format: String, _ value: String, _ text: String) throws {
    let formats = "<numFmt numFmtId=\"170\" formatCode=\"\(format)\"/>"
    #expect(try cells("<c s=\"1\"><v>\(value)</v></c>", formats: formats, xf: "<xf numFmtId=\"170\"/>") == [text])
  }

  @Test(arguments: [
    ("<c><v>120.00000000000001</v></c>", "120"), ("<c><v>0.1</v></c>", "0.1"), ("<c><v>1.2E1</v></c>", "12"),
    ("<c t=\"d\"><v>2011-01-05T00:00:00</v></c>", "05/01/2011"),
    ("<c t=\"inlineStr\"><is><t><![CDATA[a & <b>]]></t></is></c>", "a & <b>"),
    ("<c t=\"str\"><v>a_x000D_b_x005F_x0041_</v></c>", "a\rb_x0041_"), ("<!-- > --><c><v>1</v></c>", "1"),
    ("<c t=\"s\"><v>0</v></c>", "chung"),
  ])
  func cellsAreReadAsXMLHasThem(_ row: String, _ text: String) throws {
    #expect(try cells(row, strings: "<sst><si><t>chung</t></si></sst>", at: "other/table.xml") == [text])
  }

  @Test func aCellOverSeveralRowsHoldsForAllOfThem() throws {
    let rows = (1...3).map {
      "<row r=\"\($0)\"><c r=\"A\($0)\"><v>\($0)</v></c>\($0 == 1 ? "<c r=\"B1\"><v>9</v></c>" : "")</row>"
    }
    let sheet = "<sheetData>\(rows.joined())</sheetData><mergeCells><mergeCell ref=\"B1:C2\"/></mergeCells>"
    #expect(try Parts(sheets: [sheet]).rows().map(\.cells) == [["1", "9", "9"], ["2", "9", "9"], ["3"]])
  }

  @Test func everySheetThatIsShownIsRead() throws {
    let sheets = ["a", "b"].map { "<sheetData><row><c t=\"str\"><v>\($0)</v></c></row></sheetData>" }
    let rows = try Parts(sheets: sheets).rows()
    #expect(rows.map(\.cells) == [["a"], ["b"]])
    #expect(rows.map(\.sheet) == [0, 1] && rows.map(\.sheetName) == ["T0", "T1"])
    var hidden = Parts(sheets: sheets)
    hidden.files["xl/workbook.xml"] = hidden.files["xl/workbook.xml"]?.replacing(
      "r:id=\"r0\"", with: "state=\"hidden\" r:id=\"r0\"")
    #expect(try hidden.rows().map(\.cells) == [["b"]])
  }

  @Test(arguments: [
    ("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet>&a;</worksheet>", "unsafe-workbook"),
    ("<worksheet><sheetData><row><c><v>1</v></c></row>", "damaged-workbook"),
    ("<worksheet>&unknown;</worksheet>", "damaged-workbook"),
  ])
  func aSheetThatMayNotBeReadIsRefusedWithItsPart(_ sheet: String, _ code: String) throws {
    var parts = Parts(sheets: ["<sheetData><row><c><v>1</v></c></row></sheetData>", ""])
    parts.files["xl/w/s1.xml"] = sheet
    let failure = #expect(throws: Failure.self) { try parts.rows() }
    #expect(failure?.message.code == code && failure?.message.en.contains("xl/w/s1.xml") == true)
  }

  /// A text that cells share is written once and may be shown without end.
  @Test func aRowThatGrowsWithoutEndIsRefused() {
    let long = String(repeating: "x", count: 100_000)
    let row = String(repeating: "<c t=\"s\"><v>0</v></c>", count: 90)
    let parts = Parts(
      sheets: ["<sheetData><row>\(row)</row></sheetData>"], strings: "<sst><si><t>\(long)</t></si></sst>")
    let failure = #expect(throws: Failure.self) { try parts.rows() }
    #expect(failure?.message.code == "workbook-too-large")
  }

  @Test(arguments: [
    (["mimetype", "content.xml"], "OpenDocument .ods"), (["xl/workbook.bin"], "Excel .xlsb"),
    (["word/document.xml"], "Word .docx"),
  ])
  func otherFilesInZIPAreRefusedByTheirNames(_ names: [String], _ name: String) {
    var parts = Parts(sheets: [])
    parts.files = Dictionary(uniqueKeysWithValues: names.map { ($0, "<a/>") })
    let failure = #expect(throws: Failure.self) { try parts.rows() }
    #expect(failure?.message.en.contains(name) == true)
  }
}
