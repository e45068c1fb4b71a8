internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Rebuilds a task table of a text input, where an engine read across the columns and no boxes tell them apart. Numbers
/// of rows, headings that repeat on every page, names of bodies and pieces of deadlines at the lines' ends are what is
/// left to go by. What cannot be told stays empty; every row says that it was rebuilt.
struct InterleavedTable: Sendable {
  private let headers: InterleavedHeader
  private let columns: ColumnRules
  private let pieces: PhraseTable<Bool>
  private let weak: PhraseTable<Bool>
  private let columnWords = PhraseTable(["Phòng", "Sở", "Công an", "UBND", "Ban", "Văn phòng"])
  private let finder: InterleavedRowFinder
  private let cutter: InterleavedRowCutter
  /// A column of numbered rows has at least as many.
  private let fewestRows = 5

  init(_ phrases: Phrases) {
    headers = InterleavedHeader(phrases)
    columns = ColumnRules(phrases)
    pieces = PhraseTable(
      phrases.vocabulary.wordings(.column).map(\.0).filter { name in
        ["đơn vị", "cơ quan", "nội dung", "thời"].contains { name.lowercased().hasPrefix($0) }
      } + ["Đơn vị", "Cơ quan"])
    weak = PhraseTable(["phối hợp", "hoàn thành", "thực hiện", "chủ trì", "TT", "STT"])
    finder = InterleavedRowFinder(phrases)
    cutter = InterleavedRowCutter(phrases)
  }

  /// The interleaved table of a body and the items it fills, if there is one: from its headings to the next heading of
  /// a section, or to the body's end.
  func table(in items: ArraySlice<FlowItem>, findings: inout [Finding]) -> (range: Range<Int>, table: DataTable)? {
    guard let start = items.indices.first(where: { items[$0].line.map(headers.opensTable) ?? false }) else {
      return nil
    }
    let end = items.indices[(start + 1)...].first { items[$0].line.map(headers.endsTable) ?? true } ?? items.endIndex
    let lines = items[start..<end].compactMap(\.line)
    guard lines.count == end - start, lines.allSatisfy({ $0.box == nil }) else { return nil }
    let blocks = blocks(of: lines)
    guard blocks.flatMap(\.lines).filter({ $0.number != nil }).count >= fewestRows else { return nil }
    let rows = rows(of: blocks, isProvincial: isProvincial(lines), isWard: isWard(lines))
    guard rows.count >= fewestRows else { return nil }
    let header = lines[0].passage
    findings.append(
      Finding(.warning, .tableRebuilt(rows: rows.filter { $0.kind == .data }.count), at: header.provenance))
    let names = ["TT", "Nội dung nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"]
    let place = header.words.first
    let headings = names.map { name in
      Passage(
        words: name.split(separator: " ").map {
          PlacedWord(text: String($0), page: place?.page ?? 1, line: place?.line ?? 0, confidence: 0.5)
        })
    }
    return (start..<end, DataTable(columns: columns.columns(headings), rows: rows))
  }

  // MARK: Headings and groups

  /// Lines that are headings or pieces of one: those that say so, and weaker ones beside them.
  private func headings(in lines: [FlowLine]) -> [Bool] {
    var result = lines.map { !endsGroup($0) && (headers.opensTable($0) || isHeaderPiece($0)) }
    for order in [Array(lines.indices), lines.indices.reversed()] {
      var isBeside = false
      for index in order {
        if !result[index], isBeside, isWeakPiece(lines[index]) { result[index] = true }
        isBeside = result[index]
      }
    }
    return result
  }

  /// A line of which hardly anything but column headings is left.
  private func isHeaderPiece(_ line: FlowLine) -> Bool {
    guard line.text.count < 60 else { return false }
    let found = pieces.all(in: line.text)
    let covered = found.reduce(0) { $0 + letters(line.text.plain[$1.range]) }
    let all = letters(line.text.plain[...])
    return covered >= 5 && all - covered <= 4
  }

  /// `TT`, `1`, `hoàn thành` beside a heading.
  private func isWeakPiece(_ line: FlowLine) -> Bool {
    let all = letters(line.text.plain[...])
    if all <= 2, line.text.count <= 3, !(line.text.plain.first?.isDigit ?? false) { return true }
    return weak.match(in: line.text, at: 0).map { $0.range.upperBound == line.text.count } ?? false
  }

  private func letters(_ plain: ArraySlice<UInt8>) -> Int {
    plain.count { (0x61...0x7A).contains($0) || $0 == 1 }
  }

  // MARK: Blocks

  /// A group of rows: the group row above them, if any, and their lines.
  private struct Block {
    var title: Passage?
    var count: Int?
    var lines: [InterleavedLine] = []
  }

  private func blocks(of lines: [FlowLine]) -> [Block] {
    let headings = headings(in: lines)
    var blocks = [Block()]
    var run: [FlowLine] = []
    var startsPage: Set<Int> = []
    func close() {
      let kept = run.filter { !$0.text.isOrnament }
      blocks[blocks.count - 1].lines = kept.map { InterleavedLine($0, startsPage: startsPage.contains($0.number)) }
      run = []
    }
    for (index, line) in lines.enumerated() {
      if headings[index] {
        if let next = lines[(index + 1)...].first { startsPage.insert(next.number) }
      } else if let title = letteredGroup(line) {
        close()
        blocks.append(Block(title: title))
      } else if endsGroup(line) {
        // A group's title over several lines has its number in the middle.
        let above = run.suffix(2)
        let open = above.firstIndex { $0.text.plain.suffix(5).contains(0x28) }
        let title = Array(open.map { above[$0...] } ?? above.drop { !isGroupLine($0) }) + [line]
        run.removeLast(title.count - 1)
        close()
        blocks.append(Block(title: groupTitle(title), count: statedCount(of: title)))
      } else {
        run.append(line)
      }
    }
    close()
    return blocks.filter { $0.title != nil || !$0.lines.isEmpty }
  }

  private func rows(of blocks: [Block], isProvincial: Bool, isWard: Bool) -> [DataTable.Row] {
    var rows: [DataTable.Row] = []
    var last = 0, group = 0
    for block in blocks {
      if let title = block.title {
        group += 1
        rows.append(groupRow(group, title))
      }
      for row in finder.rows(of: block.lines, first: last + 1, count: block.count) {
        let made = cutter.row(number: row.number, lines: Array(block.lines[row.lines]), isProvincial: isProvincial)
        rows.append(isWard ? made.ofWard : made)
        last = row.number
      }
    }
    return rows
  }

  /// A province's table names bodies of the province, a commune's those of the commune.
  private func isProvincial(_ lines: [FlowLine]) -> Bool {
    lines.reduce(0) {
      $0 + ($1.text.firstRange(of: " tinh") == nil ? 0 : 1) - ($1.text.firstRange(of: " phuong") == nil ? 0 : 1)
    } > 0
  }

  /// Names are known with `xã` at their end; where only wards are spoken of, they are a ward's.
  private func isWard(_ lines: [FlowLine]) -> Bool {
    let communes = lines.count {
      $0.text.firstRange(of: " xa ") != nil || $0.text.plain.suffix(3).elementsEqual(" xa".utf8)
    }
    let wards = lines.count { $0.text.firstRange(of: " phuong") != nil }
    return wards > 2 && wards > 2 * communes
  }

  // MARK: Groups

  /// `… (06 nhiệm vụ)` closes a group's title.
  private func endsGroup(_ line: FlowLine) -> Bool {
    guard let open = line.text.plain.lastIndex(of: 0x28), let range = line.text.firstRange(of: "nhiem vu)") else {
      return line.text.begins(with: "nhiem vu)")
        || line.text.firstRange(of: "nhiem vu)") != nil && line.text.wordCount < 8
    }
    return range.lowerBound - open <= 4
  }

  /// `B | Thu gom và chỉnh lý`, `C Số hóa :`: a letter and a short title, nobody and no time beside it.
  private func letteredGroup(_ line: FlowLine) -> Passage? {
    let words = line.passage.words
    guard let first = words.first?.text, first.count == 1, ("A"..."H").contains(first), words.count <= 10 else {
      return nil
    }
    let title = words.dropFirst().drop { !$0.text.contains(where: \.isLetter) }
    let hasRoom = !title.contains { $0.text.contains { $0.isNumber || $0 == "|" || $0 == ";" } }
    guard title.count >= 2, hasRoom, title.first?.text.first?.isUppercase ?? false,
      words.count > title.count + 1 || columnWords.first(in: line.text) == nil
    else { return nil }
    return Passage(words: Array(title)).withoutClosingMark
  }

  private func statedCount(of lines: [FlowLine]) -> Int? {
    let text = LooseText(lines.map(\.string).joined(separator: " "))
    guard let range = text.firstRange(of: "nhiem vu)") else { return nil }
    let before = text.plain[..<range.lowerBound].reversed().drop { !$0.isDigit }.prefix { $0.isDigit }
    return Int(String(decoding: before.reversed(), as: UTF8.self))
  }

  /// `IV | nghiệp và hoạt động …`, or the line before it.
  private func isGroupLine(_ line: FlowLine) -> Bool {
    let first = line.passage.words.first?.text ?? ""
    let isNumber = first.count <= 4 && first.allSatisfy { "IVXl1".contains($0) }
    return isNumber || line.text.begins(with: "ve ")
  }

  private func groupTitle(_ lines: [FlowLine]) -> Passage {
    Passage(
      words: lines.flatMap(\.passage.words).filter { word in
        !(word.text.count <= 4 && word.text.allSatisfy { "IVXl1|".contains($0) })
      })
  }

  private func groupRow(_ number: Int, _ title: Passage) -> DataTable.Row {
    let place = title.words.first
    let label = PlacedWord(
      text: romanNumeral(number), page: place?.page ?? 1, line: place?.line ?? 0, confidence: 0.5)
    return DataTable.Row(kind: .group, cells: [Passage(words: [label]), title], notes: ["rebuilt"])
  }
}

extension DataTable.Row {
  /// The row with its bodies' last `xã` as `phường`.
  fileprivate var ofWard: DataTable.Row {
    var row = self
    for cell in row.cells.indices.dropFirst(2) {
      let words = row.cells[cell].words.map { word in
        var word = word
        if word.text.trimmingSigns == "xã" { word.text = "phường" + word.text.dropFirst(2) }
        return word
      }
      row.cells[cell] = Passage(words: words)
    }
    return row
  }
}
