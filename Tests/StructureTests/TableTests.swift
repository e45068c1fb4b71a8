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
    Case(
      name: "a lead and a day that hold for rows on both pages",
      pages: [
        ["TT|Nội dung|Chủ trì|Phối hợp|Thời hạn", "1|Việc một|Phòng A|Phòng B|2025", "2|Việc hai|^||^"],
        ["3|Việc ba|||", "4|Việc bốn|^||", "5|Việc năm|Phòng C||2026"],
      ],
      expected: """
        table: TT | Nội dung | Chủ trì | Phối hợp | Thời hạn
        row: 1 | Việc một | Phòng A | Phòng B | 2025
        row: 2 | Việc hai | Phòng A |  | 2025 (merged)
        row: 3 | Việc ba | Phòng A |  | 2025 (merged)
        row: 4 | Việc bốn | Phòng A |  |  (merged)
        row: 5 | Việc năm | Phòng C |  | 2026
        """),
    Case(
      name: "the merged cell's words stand on the second page",
      pages: [
        ["TT|Nội dung|Chủ trì|Thời hạn", "1|Việc một|Phòng A|2025", "2|Việc hai||2025"],
        ["3|Việc ba|Phòng B|2025", "4|Việc bốn|^|2025"],
      ],
      expected: """
        table: TT | Nội dung | Chủ trì | Thời hạn
        row: 1 | Việc một | Phòng A | 2025
        row: 2 | Việc hai | Phòng B | 2025 (merged)
        row: 3 | Việc ba | Phòng B | 2025
        row: 4 | Việc bốn | Phòng B | 2025 (merged)
        """),
    Case(
      name: "titles over all columns, a number lost, words in the column of numbers",
      pages: [
        [
          "STT|Nội dung|Đơn vị thực hiện", "1|Bìa|Ban A", "|Mục lục|Ban B", "3|Phụ bản|Ban A", "Phần thứ hai|<|<",
          "4|Bản đồ|Ban C", "5|Ảnh|Ban A", "Cộng|05 việc|Ban A",
        ]
      ],
      expected: """
        table: STT | Nội dung | Đơn vị thực hiện
        row: 1 | Bìa | Ban A
        row: 2 | Mục lục | Ban B (number-inferred)
        row: 3 | Phụ bản | Ban A
        group:  | Phần thứ hai
        row: 4 | Bản đồ | Ban C
        row: 5 | Ảnh | Ban A
        row: Cộng | 05 việc | Ban A
        """),
    Case(
      name: "the numbers of columns are misread, those of rows were not read",
      pages: [
        [
          "TT|Nội dung|Chủ trì|Phối hợp|Thời hạn", "(1)|(2)|6)|(4)|(5)", "|Đắp bờ bao|Phòng A|Phòng B|2027",
          "|Kè bờ suối|Phòng C|Phòng A|2028",
        ]
      ],
      expected: """
        table: TT | Nội dung | Chủ trì | Phối hợp | Thời hạn
        row: 1 | Đắp bờ bao | Phòng A | Phòng B | 2027 (number-inferred)
        row: 2 | Kè bờ suối | Phòng C | Phòng A | 2028 (number-inferred)
        """),
    Case(
      name: "a title without label between rows of work",
      pages: [
        [
          "TT|Nội dung|Chủ trì|Thời hạn", "|Công trình thủy lợi||", "1|Đắp bờ bao|Phòng A|2027",
          "2|Kè bờ suối|Phòng C|2028", "|Đường và cầu||", "3|Thay ván cầu|Phòng C|2028",
        ]
      ],
      expected: """
        table: TT | Nội dung | Chủ trì | Thời hạn
        group:  | Công trình thủy lợi
        row: 1 | Đắp bờ bao | Phòng A | 2027
        row: 2 | Kè bờ suối | Phòng C | 2028
        group:  | Đường và cầu
        row: 3 | Thay ván cầu | Phòng C | 2028
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

  /// What a column holds is told by its cells where its heading is unknown, misread or lost.
  @Test(arguments: [
    "TT|Nội dung|Chuưtri|Phối hợp|Thời hạn", "Thứ|Phần việc giao|Ai làm chính|Cùng làm|Thời hạn",
    "TT|Nội dung|Chủ trì|Phới hạp cúng|Xong vào", nil,
  ])
  func columnsAreToldByTheirCells(_ header: String?) throws {
    let rows = [
      "1|Mở lớp dạy bơi cho trẻ em|Đoàn xã|Trạm Y tế|Tháng 6/2027",
      "2|Rà soát các bến đò ngang|Công an xã|Các thôn|Thường xuyên",
      "3|Xây dựng bãi tắm an toàn|Phòng Kinh tế|Ban Quản lý dự án|Quý III/2027",
    ]
    let page = Page(
      number: 1, origin: .scan, blocks: [.table(Grid.table((header.map { [$0] } ?? []) + rows, page: 1))])
    let table = try #require(try Trees.parse(pages: [page]).first?.root.tables.first)
    #expect(table.columns.map(\.role) == [.index, .task, .lead, .cooperating, .deadline])
    #expect(table.rows.count == 3)
  }

  /// A first row in words that no rule knows heads the table, and is left out where a page repeats it.
  @Test(arguments: [
    (
      ["Người lo|Việc phải làm|Xong lúc nào", "Đoàn xã|Mở lớp dạy bơi cho trẻ em ở bãi sông|Tháng 6/2027"],
      [
        "Người lo|Việc phải làm|Xong lúc nào", "Công an xã|Rà soát các bến đò ngang|Quý I/2027",
        "Đoàn xã|Mở trại hè cho thiếu nhi ở các thôn vùng cao|Năm 2027",
      ],
      [ColumnRole.lead, .task, .deadline], 3
    ),
    (
      ["Thứ|Việc phải làm|Giao ai", "1|Mở lớp dạy bơi|Làm chính: Đoàn xã; xong: 6/2027"],
      ["2|Rà soát bến đò|Làm chính: Công an xã; xong: 7/2027", "3|Xây bãi tắm|Làm chính: Đoàn xã; xong: 8/2027"],
      [.index, .task, .lead], 3
    ),
  ])
  func aFirstRowOfUnknownWordsHeadsTheTable(_ first: [String], _ second: [String], _ roles: [ColumnRole], _ rows: Int)
    throws
  {
    let pages = [first, second].enumerated().map { index, rows in
      Page(number: index + 1, origin: .scan, blocks: [.table(Grid.table(rows, page: index + 1))])
    }
    let table = try #require(try Trees.parse(pages: pages).first?.root.tables.first)
    #expect(table.columns.map(\.role) == roles)
    #expect(table.rows.count == rows)
  }

  /// The white between the numbers and the work was too narrow to part them.
  @Test(arguments: [
    (
      ["TT Công việc|Chủ trì|Thời hạn", "1. Rà soát bến đò|Công an xã|6/2027", "2. Xây bãi tắm|Đoàn xã|7/2027"],
      ["1.", "2."]
    ),
    (
      [
        "Công việc|Chủ trì|Thời hạn", "1.1 Rà soát|Công an xã|6/2027", "1.2 Xây bãi|Đoàn xã|7/2027",
        "2.1 Mở lớp|Đoàn xã|8/2027",
      ], ["1.1", "1.2", "2.1"]
    ),
  ])
  func numbersBeforeTheWorkAreAColumn(_ rows: [String], _ numbers: [String]) throws {
    let page = Page(number: 1, origin: .scan, blocks: [.table(Grid.table(rows, page: 1))])
    let table = try #require(try Trees.parse(pages: [page]).first?.root.tables.first)
    #expect(table.columns.map(\.role) == [.index, .task, .lead, .deadline])
    #expect(table.rows.map(\.cells[0].text) == numbers)
    #expect(table.rows.allSatisfy { !$0.cells[1].text.contains(where: \.isNumber) })
  }

  @Test func numbersOfTwoLevelsTellEachOther() throws {
    let rows = [
      "TT|Công việc|Chủ trì|Thời hạn", "l.]|Rà soát|Công an xã|6/2027", "1.2|Xây bãi|Đoàn xã|7/2027",
      "2.1|Mở lớp|Đoàn xã|8/2027", "|Mở trại|Đoàn xã|9/2027", "2.3|Mở hội|Đoàn xã|9/2027",
    ]
    let page = Page(number: 1, origin: .scan, blocks: [.table(Grid.table(rows, page: 1))])
    let table = try #require(try Trees.parse(pages: [page]).first?.root.tables.first)
    #expect(table.rows.map(\.cells[0].text) == ["1.1", "1.2", "2.1", "2.2", "2.3"])
    #expect(table.rows.map { $0.notes.contains("number-inferred") } == [true, false, false, true, false])
  }

  @Test func countsThatDoNotRiseStayInTheWork() throws {
    let rows = ["Công việc|Chủ trì|Thời hạn", "20 Lớp dạy bơi|Đoàn xã|6/2027", "03 Lớp dạy hát|Công an xã|7/2027"]
    let page = Page(number: 1, origin: .scan, blocks: [.table(Grid.table(rows, page: 1))])
    let table = try #require(try Trees.parse(pages: [page]).first?.root.tables.first)
    #expect(table.rows.map(\.cells[0].text) == ["20 Lớp dạy bơi", "03 Lớp dạy hát"])
  }

  /// Names of persons and their offices, and amounts, are no work that anybody is given.
  @Test(arguments: [
    [
      "TT|Họ và tên|Chức vụ|Đơn vị", "1|Lò Văn Pánh|Phó Trưởng ban|Sở Nội vụ", "2|Mùa A Dơ|Ủy viên|Sở Y tế",
      "3|Giàng Thị Sua|Ủy viên|Công an tỉnh",
    ],
    [
      "Thứ|Tên văn bản cần thay|Nơi ban hành|Ban hành lúc",
      "1|Quyết định số 12/2011/QĐ-UBND về việc thu phí qua cầu treo|UBND tỉnh|Năm 2011",
      "2|Kế hoạch số 7/KH-UBND ngày 3/4/2012 về kiểm tra bến bãi|UBND xã|Năm 2012",
    ],
    ["TT|Đơn vị|Số tiền|Năm", "1|Sở Nội vụ|1.200.000|2027", "2|Sở Y tế|850.000|2027"],
  ])
  func listsOfNamesAndMoneyHaveNoTasks(_ rows: [String]) throws {
    let page = Page(number: 1, origin: .scan, blocks: [.table(Grid.table(rows, page: 1))])
    let table = try #require(try Trees.parse(pages: [page]).first?.root.tables.first)
    #expect(!table.columns.contains { $0.role == .task })
  }

  /// A filled heading whose rules were not seen: the rows below tell where its columns part.
  @Test func aHeadingInOneCellIsPartedByTheRowsBelow() throws {
    let places = [0, 60, 300, 450, 600]
    let words = [
      (70, "Nội"), (110, "dung"), (310, "Chủ"), (350, "trì"), (460, "Phối"), (500, "hợp"), (10, "TT"), (610, "Thời"),
      (650, "hạn"),
    ]
    let heading = Line(
      words: words.map { x, text in
        Word(text: text, spaceBefore: " ", box: PixelBox(x: x, y: 8, width: 30, height: 20))
      }, page: 1)
    var cells = [TableCell(lines: [heading], row: 0, column: 0, columnSpan: 5)]
    for (row, texts) in [["1", "Việc một", "Phòng A", "", "2025"], ["2", "Việc hai", "Phòng B", "", "2026"]]
      .enumerated()
    {
      for (column, text) in texts.enumerated() {
        cells.append(
          TableCell(
            lines: text.isEmpty ? [] : [Line(parsing: text, page: 1)], row: row + 1, column: column,
            box: PixelBox(x: places[column], y: 40 + row * 40, width: 60, height: 40)))
      }
    }
    let table = Table(page: 1, rowCount: 3, columnCount: 5, cells: cells)
    let tree = try #require(try Trees.parse(pages: [Page(number: 1, origin: .scan, blocks: [.table(table)])]).first)
    #expect(tree.outline().contains("table: TT | Nội dung | Chủ trì | Phối hợp | Thời hạn"))
    #expect(tree.outline().contains("row: 2 | Việc hai | Phòng B |  | 2026"))
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
