internal import DocumentModel
internal import Vietnamese

/// Rebuilds a task table of a text input, where an engine read across the columns and no boxes tell them apart. Numbers
/// of rows, headings that repeat on every page, names of bodies and pieces of deadlines at the lines' ends are what is
/// left to go by. What cannot be told stays empty; every row says that it was rebuilt.
struct InterleavedTable: Sendable {
  private let columns: PhraseTable<Vocabulary.Role>
  private let finder: InterleavedRowFinder
  /// A column of numbered rows has at least as many.
  private let fewestRows = 5

  init(_ vocabulary: Vocabulary) {
    columns = PhraseTable(vocabulary.wordings(.column))
    finder = InterleavedRowFinder(vocabulary)
  }

  /// The pieces of a body with the interleaved table in it, if there is one, made a table; it ends with the body.
  func table(in items: ArraySlice<FlowItem>, findings: inout [Finding]) -> (start: Int, table: DataTable)? {
    guard let start = items.indices.first(where: { items[$0].line.map(isHeader) ?? false }),
      items[start...].allSatisfy({ $0.line?.box == nil && $0.line != nil })
    else { return nil }
    let lines = items[start...].compactMap(\.line)
    let blocks = blocks(of: lines)
    let anchors = finder.anchors(of: blocks)
    guard anchors.count >= fewestRows else { return nil }
    // A province's table names bodies of the province, a commune's those of the commune.
    let levels = lines.reduce(0) {
      $0 + ($1.text.firstRange(of: " tinh") == nil ? 0 : 1) - ($1.text.firstRange(of: " phuong") == nil ? 0 : 1)
    }
    let rows = finder.rows(of: blocks, anchors: anchors, isProvincial: levels > 0)
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
    return (start, DataTable(columns: headings, rows: rows))
  }

  // MARK: Headings and groups

  /// Three columns' headings or more on one line that begins with one: a sentence may well name as many.
  private func isHeader(_ line: FlowLine) -> Bool {
    guard line.text.count < 100 else { return false }
    let found = columns.all(in: line.text)
    let roles = Set(found.map(\.value))
    let covered = found.reduce(0) { $0 + $1.range.count }
    guard let first = found.first, first.range.lowerBound <= 3 else { return false }
    return roles.count >= 3 && roles.contains(.task) && roles.contains(.lead) && covered * 2 >= line.text.count
  }

  /// A heading, or a piece of one that stands alone on its line.
  private func isHeaderPiece(_ line: FlowLine) -> Bool {
    if isHeader(line) || (line.text.count <= 2 && line.text.beginsWithCapital) { return true }
    let words = line.text.plain.filter { (0x61...0x7A).contains($0) || $0 == 0x20 }
    let text = String(decoding: words, as: UTF8.self).split(separator: " ").joined(separator: " ")
    return [
      "don vi", "thoi gian", "phoi hop", "hoan thanh", "don vi thoi gian", "tt", "noi dung nhiem vu", "don vi chu tri",
    ]
    .contains(text)
  }

  /// A run of lines between headings and group rows, or a group row.
  enum Part {
    case lines([FlowLine])
    case group(number: Int, Passage)
  }

  private func blocks(of lines: [FlowLine]) -> [Part] {
    var parts: [Part] = []
    var run: [FlowLine] = []
    var group: [FlowLine] = []
    for (index, line) in lines.enumerated() {
      if isHeaderPiece(line) {
        if !run.isEmpty { parts.append(.lines(run)) }
        run = []
      } else if endsGroup(line) {
        // A group's title over several lines has its number in the middle.
        group = Array(run.suffix(2).filter { isGroupLine($0) }) + [line]
        run.removeLast(group.count - 1)
        if !run.isEmpty { parts.append(.lines(run)) }
        run = []
        parts.append(groupPart(group, number: parts.groupCount + 1))
      } else if index + 1 < lines.count || !line.text.isOrnament {
        run.append(line)
      }
    }
    if !run.isEmpty { parts.append(.lines(run)) }
    return parts
  }

  /// `… (06 nhiệm vụ)` closes a group's title.
  private func endsGroup(_ line: FlowLine) -> Bool {
    guard let open = line.text.plain.lastIndex(of: 0x28), let range = line.text.firstRange(of: "nhiem vu)") else {
      return line.text.begins(with: "nhiem vu)")
        || line.text.firstRange(of: "nhiem vu)") != nil && line.text.wordCount < 8
    }
    return range.lowerBound - open <= 4
  }

  /// `IV | nghiệp và hoạt động …`, or the line before it.
  private func isGroupLine(_ line: FlowLine) -> Bool {
    let first = line.passage.words.first?.text ?? ""
    let isNumber = first.count <= 4 && first.allSatisfy { "IVXl1".contains($0) }
    return isNumber || line.text.begins(with: "ve ")
  }

  private func groupPart(_ lines: [FlowLine], number: Int) -> Part {
    let words = lines.flatMap(\.passage.words).filter { word in
      !(word.text.count <= 4 && word.text.allSatisfy { "IVXl1|".contains($0) })
    }
    return .group(number: number, Passage(words: words))
  }
}

extension [InterleavedTable.Part] {
  fileprivate var groupCount: Int { count { if case .group = $0 { true } else { false } } }
}
