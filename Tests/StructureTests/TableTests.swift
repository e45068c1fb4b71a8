import DocumentModel
import SampleDocuments
import Structure
import Testing

/// Tables put together from their pages. A page's table is written row by row, cells parted by `|`; `^` goes on with the
/// cell above, `<` with the cell at the left.
@Suite struct TableTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var pages: [[String]]
    var expected: String
    var testDescription: String { name }
  }

  static let cases = [
    Case(
      name: "header on every page, a row cut by the page's end, a merged cell",
      pages: [
        [
          "TT|Nội dung nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành", "I|Về thể chế|<|<|<",
          "1|Rà soát quy định|Sở Tư pháp|Văn phòng|Năm 2025", "2|Tổ chức đối soát kết quả|^|Các sở;|Hằng quý",
        ],
        [
          "TT|Nội dung nhiệm vụ|Đơn vị chủ trì|Đơn vị phối hợp|Thời gian hoàn thành", "|với bản giấy.||UBND xã|",
          "II|Về dữ liệu|<|<|<", "3|Làm sạch dữ liệu|Công an tỉnh||30/9/2025",
        ],
      ],
      expected: """
        table: TT | Nội dung nhiệm vụ | Đơn vị chủ trì | Đơn vị phối hợp | Thời gian hoàn thành
        group: I | Về thể chế
        row: 1 | Rà soát quy định | Sở Tư pháp | Văn phòng | Năm 2025
        row: 2 | Tổ chức đối soát kết quả với bản giấy. | Sở Tư pháp | Các sở; UBND xã | Hằng quý (merged, page-break)
        group: II | Về dữ liệu
        row: 3 | Làm sạch dữ liệu | Công an tỉnh |  | 30/9/2025
        """),
    Case(
      name: "header in two levels, columns numbered, not repeated on the next page",
      pages: [
        [
          "STT|Nội dung|Phân công thực hiện|<|Thời hạn", "^|^|Chủ trì|Phối hợp|^", "(1)|(2)|(3)|(4)|(5)",
          "1|Việc một|Phòng A|Phòng B|2025",
        ],
        ["2|Việc hai|Phòng C||2026"],
      ],
      expected: """
        table: STT | Nội dung | Phân công thực hiện Chủ trì | Phân công thực hiện Phối hợp | Thời hạn
        row: 1 | Việc một | Phòng A | Phòng B | 2025
        row: 2 | Việc hai | Phòng C |  | 2026
        """),
    Case(
      name: "numbers and group labels misread (003:510)",
      pages: [
        [
          "TT|Nội dung|Chủ trì|Phối hợp|Thời gian", "I|Về thể chế|<|<|<", "1|Việc một|Phòng A||2025",
          "5|Việc hai|Phòng A||2025", "3|Việc ba|Phòng A||2025", "|Về dữ liệu|<|<|<", "%|Việc bốn|Phòng A||2025",
          "5|Việc năm|Phòng A||2025", "HI|Về nhân lực|||", "6 -|Việc sáu|Phòng A||2025",
        ]
      ],
      expected: """
        table: TT | Nội dung | Chủ trì | Phối hợp | Thời gian
        group: I | Về thể chế
        row: 1 | Việc một | Phòng A |  | 2025
        row: 2 | Việc hai | Phòng A |  | 2025 (number-inferred)
        row: 3 | Việc ba | Phòng A |  | 2025
        group: II | Về dữ liệu (number-inferred)
        row: 4 | Việc bốn | Phòng A |  | 2025 (number-inferred)
        row: 5 | Việc năm | Phòng A |  | 2025
        group: III | Về nhân lực (number-inferred)
        row: 6 - | Việc sáu | Phòng A |  | 2025
        """),
    Case(
      name: "a row that was lost is not made up",
      pages: [
        [
          "TT|Nội dung|Chủ trì|Thời gian", "1|Việc một|Phòng A|2025", "2|Việc hai|Phòng A|2025",
          "5|Việc năm|Phòng A|2025", "6|Việc sáu|Phòng A|2025",
        ]
      ],
      expected: """
        table: TT | Nội dung | Chủ trì | Thời gian
        row: 1 | Việc một | Phòng A | 2025
        row: 2 | Việc hai | Phòng A | 2025
        row: 5 | Việc năm | Phòng A | 2025
        row: 6 | Việc sáu | Phòng A | 2025
        """),
  ]

  @Test(arguments: cases) func assembled(_ sample: Case) throws {
    let pages = sample.pages.enumerated().map { index, rows in
      Page(number: index + 1, origin: .scan, blocks: [.table(Grid.table(rows, page: index + 1))])
    }
    let tree = try #require(try Trees.parse(pages: pages).first)
    let lines = tree.outline().split(separator: "\n").filter { line in
      ["table: ", "group: ", "row: "].contains { line.hasPrefix($0) }
    }
    #expect(lines.joined(separator: "\n") == sample.expected)
  }

  /// Words stand in columns without rules; cells of several lines share lines.
  @Test func unruledTablesAreFoundByTheirWordsPlaces() throws {
    let rows: [(Int, [(Int, String)])] = [
      (0, [(0, "STT"), (100, "Nhiệm"), (160, "vụ"), (500, "Chủ"), (560, "trì"), (700, "Thời"), (760, "hạn")]),
      (60, [(10, "1"), (100, "Thành"), (170, "lập"), (500, "Văn"), (560, "phòng"), (700, "20/8/2025")]),
      (90, [(100, "tổ"), (140, "giúp"), (200, "việc"), (500, "Đảng"), (570, "ủy")]),
      (
        150,
        [
          (10, "2"), (100, "Số"), (140, "hóa"), (200, "hồ"), (240, "sơ"), (500, "Công"), (560, "an"), (700, "Quý"),
          (760, "IV/2025"),
        ]
      ),
    ]
    let lines = rows.map { y, words in
      Line(
        words: words.enumerated().map { index, word in
          Word(
            text: word.1, spaceBefore: index == 0 ? "" : " ",
            box: PixelBox(x: word.0, y: y, width: word.1.count * 14, height: 20))
        }, page: 1, number: y)
    }
    let tree = try #require(
      try Trees.parse(pages: [Page(number: 1, origin: .scan, blocks: lines.map(Block.line))]).first)
    #expect(
      tree.root.tables.first?.rows.map { $0.cells.map(\.text) } == [
        ["1", "Thành lập tổ giúp việc", "Văn phòng Đảng ủy", "20/8/2025"],
        ["2", "Số hóa hồ sơ", "Công an", "Quý IV/2025"],
      ])
  }
}

/// Tables written as text.
enum Grid {
  static func table(_ rows: [String], page: Int) -> Table {
    let grid = rows.map { $0.split(separator: "|", omittingEmptySubsequences: false).map(String.init) }
    var cells: [TableCell] = []
    for (row, texts) in grid.enumerated() {
      for (column, text) in texts.enumerated() {
        if text == "<", let left = cells.lastIndex(where: { $0.row == row }) {
          cells[left].columnSpan += 1
        } else if text == "^", let above = cells.lastIndex(where: { $0.column == column }) {
          cells[above].rowSpan += 1
        } else {
          let line = Line(parsing: text, page: page, number: row + 1)
          cells.append(TableCell(lines: line.isEmpty ? [] : [line], row: row, column: column))
        }
      }
    }
    return Table(page: page, rowCount: rows.count, columnCount: grid.first?.count ?? 0, cells: cells)
  }
}
