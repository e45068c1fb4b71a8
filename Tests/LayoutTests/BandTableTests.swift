import DocumentModel
import Testing

@testable import Layout

/// Tables between level rules: a line of print a line (`y x:words`), its pieces parted by bars.
@Suite struct BandTableTests {
  private static let plan = """
    10 30:Nội dung việc|300:Cơ quan|430:Cơ quan|560:Hạn
    34 300:chủ trì|430:phối hợp|560:xong
    70 0:1|30:Lập danh mục tài|300:Văn phòng Đảng|430:Phòng Nội|560:20/8/2025
    94 30:liệu cần chỉnh lý|300:ủy|430:vụ
    128 0:2|30:Quét sổ bộ|300:Công an xã|430:Phòng Tư|560:30/9/2025
    152 430:pháp
    186 0:3|30:Nghiệm thu kết quả|300:Phòng Kinh tế|430:Công an xã|560:31/10/2025
    """

  private func lines(_ text: String) -> [Line] {
    text.split(separator: "\n").flatMap { row -> [Line] in
      let parts = row.split(separator: " ", maxSplits: 1)
      return parts[1].split(separator: "|").map { piece in line(piece, y: Int(parts[0]) ?? 0) }
    }
  }

  /// Words of 7 pixels a letter with spaces of 6.
  private func line(_ piece: Substring, y: Int) -> Line {
    let parts = piece.split(separator: ":", maxSplits: 1)
    var x = Int(parts[0]) ?? 0
    let words = parts[1].split(separator: " ").map { word in
      let box = PixelBox(x: x, y: y, width: word.count * 7, height: 20)
      x = box.right + 6
      return Word(text: String(word), spaceBefore: " ", box: box)
    }
    return Line(words: words)
  }

  private func rule(_ y: Int) -> PixelBox { PixelBox(x: 0, y: y, width: 650, height: 2) }

  private func tables(_ text: String, rules: [Int]) throws -> [Table] {
    let layout = PageLayout(page: 1, size: PixelSize(width: 660, height: 900), dpi: 150, words: try words())
    let blocks = layout.blocks(
      lines: lines(text), tables: [], rules: PageRules(horizontal: rules.map(rule), vertical: []))
    return blocks.compactMap { block in
      guard case .table(let table) = block else { return nil }
      return table
    }
  }

  private static let expected = [
    ["", "Nội dung việc", "Cơ quan chủ trì", "Cơ quan phối hợp", "Hạn xong"],
    ["1", "Lập danh mục tài liệu cần chỉnh lý", "Văn phòng Đảng ủy", "Phòng Nội vụ", "20/8/2025"],
    ["2", "Quét sổ bộ", "Công an xã", "Phòng Tư pháp", "30/9/2025"],
    ["3", "Nghiệm thu kết quả", "Phòng Kinh tế", "Công an xã", "31/10/2025"],
  ]

  private func texts(_ table: Table) -> [[String]] {
    (0..<table.rowCount).map { table.cells(startingIn: $0).map(\.text) }
  }

  /// Rules above and below the heading and at the end; the first two alone; one below each row.
  @Test(arguments: [[5, 60, 212], [5, 60], [5, 60, 122, 180, 212]])
  func rulesBoundAndWhiteParts(rules: [Int]) throws {
    let table = try #require(try tables(Self.plan, rules: rules).first)
    #expect(texts(table) == Self.expected)
  }

  /// The first column holds words where the numbers were not read: a line of it is no row of its own. A rule was not found
  /// between the second row and the third.
  @Test(arguments: [[5, 60, 122, 180, 212], [5, 60, 122, 212]])
  func rowsBetweenRulesNeedNoNumbers(rules: [Int]) throws {
    let plan = Self.plan.replacing("0:1|", with: "").replacing("0:2|", with: "").replacing("0:3|", with: "")
    let table = try #require(try tables(plan, rules: rules).first)
    #expect(texts(table) == Self.expected.map { Array($0.dropFirst()) })
  }

  @Test func underlinedTextIsNoTable() throws {
    let text = """
      10 0:Thực hiện kế hoạch của tỉnh về việc thu thập tài liệu
      40 0:các cơ quan lập danh mục và gửi về trước cuối năm
      70 0:để tổng hợp và báo cáo theo quy định của pháp luật
      """
    #expect(try tables(text, rules: [5, 65, 95]).isEmpty)
  }

  @Test(arguments: [true, false]) func standingWordsAreReadAsTheyRun(isUp: Bool) {
    let texts = ["Thời", "gian", "hoàn", "thành"]
    let words = texts.enumerated().map { place, text in
      let y = isUp ? 300 - place * 60 : 60 + place * 60
      return Word(text: text, spaceBefore: "", box: PixelBox(x: 20, y: y, width: 18, height: 50))
    }
    #expect(StandingWords.lines(of: words, page: 1)?.map(\.text) == ["Thời gian hoàn thành"])
    #expect(StandingWords.lines(of: lines("0 0:lời nằm ngang").flatMap(\.words), page: 1) == nil)
  }

  /// A group's title between two rules goes over the columns behind its number, numbers stand in the middle of their rows, and the
  /// page's end cuts the last one.
  @Test func rulesPartTheRowsWhateverStandsBetweenThem() throws {
    let plan = """
      10 0:TT|30:Chủ trì|200:Phối hợp|300:Nội dung|560:Hạn
      50 0:A|30:Công tác chỉ đạo và điều hành
      90 200:Bảo hiểm|300:Lập danh mục
      114 0:1|30:Sở Nội vụ|200:xã hội|300:Tài liệu lưu trữ|560:Quý I
      160 30:Sở|200:Thuế|300:Quét sổ bộ
      184 0:2|30:Tư pháp|560:Quý II
      230 0:3|30:Công an|200:Thanh tra|300:Nghiệm thu|560:Quý III
      254 300:kết quả
      """
    let table = try #require(tables(plan, rules: [0, 40, 80, 150, 220]).first)
    #expect(
      texts(table) == [
        ["TT", "Chủ trì", "Phối hợp", "Nội dung", "Hạn"], ["A", "Công tác chỉ đạo và điều hành"],
        ["1", "Sở Nội vụ", "Bảo hiểm xã hội", "Lập danh mục Tài liệu lưu trữ", "Quý I"],
        ["2", "Sở Tư pháp", "Thuế", "Quét sổ bộ", "Quý II"],
        ["3", "Công an", "Thanh tra", "Nghiệm thu kết quả", "Quý III"],
      ])
  }

  /// Two words that stand below each other in every row are one column where the numbers of the columns say so.
  @Test func theNumbersOfTheColumnsTellASpaceFromAGutter() throws {
    let plan = """
      10 0:TT|30:Chủ|80:trì|200:Nội dung|560:Hạn
      50 0:(1)|40:(2)|220:(3)|560:(4)
      90 0:1|30:Sở|80:Thuế|200:Lập danh mục|560:Quý I
      130 0:2|30:Sở|80:Y tế|200:Quét sổ bộ|560:Quý II
      170 0:3|30:Công|80:an|200:Nghiệm thu|560:Quý III
      """
    let table = try #require(tables(plan, rules: [0, 40, 80, 120, 160, 200]).first)
    #expect(table.columnCount == 4 && texts(table)[2] == ["1", "Sở Thuế", "Lập danh mục", "Quý I"])
  }

  /// `Phối hợp` is one heading, whatever white stands below its space.
  @Test func aGutterThroughAHeadingIsASpace() throws {
    let plan = """
      10 0:TT|30:Nội dung|200:Chủ trì|300:Phối hợp|560:Hạn
      50 0:1|30:Lập danh mục|200:Thuế|300:Ban|343:Tuyên giáo|560:Quý I
      90 0:2|30:Quét sổ bộ|200:Thuế|300:Chi|343:cục Thú y|560:Quý II
      130 0:3|30:Nghiệm thu|200:Thuế|300:Đoàn|343:Thanh niên|560:Quý III
      """
    let table = try #require(tables(plan, rules: [0, 40, 80, 120, 160]).first)
    #expect(table.columnCount == 5 && texts(table)[1] == ["1", "Lập danh mục", "Thuế", "Ban Tuyên giáo", "Quý I"])
  }
}
