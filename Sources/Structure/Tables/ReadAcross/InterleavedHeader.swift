internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Where a table that was read across its columns begins and ends: at its headings, and where the next section is headed.
struct InterleavedHeader: Sendable {
  private let columns: PhraseTable<Vocabulary.Role>
  private let beginnings: PhraseTable<Vocabulary.Role>
  private let sectionLabels: SectionLabelReader

  init(_ phrases: Phrases) {
    sectionLabels = SectionLabelReader(phrases)
    columns = phrases.table(.column)
    // A narrow column's heading goes over two lines: `Cơ quan chủ` / `trì`.
    beginnings = PhraseTable([
      ("Cơ quan chủ", .lead), ("Đơn vị chủ", .lead), ("Cơ quan phối", .cooperating), ("Đơn vị phối", .cooperating),
      ("Cơ quan thực", .lead), ("Đơn vị thực", .lead), ("Cơ quan", .lead), ("Đơn vị", .lead), ("Thời gian", .deadline),
      ("Thời hạn", .deadline), ("Tiến độ", .deadline),
    ])
  }

  /// Three columns' headings or more on one line that begins with one: a sentence may well name as many. What is to be
  /// done stands left of who does it: other orders are not known how to read.
  func opensTable(_ line: FlowLine) -> Bool {
    guard line.text.count < 100 else { return false }
    let whole = columns.all(in: line.text)
    let found =
      (whole
      + beginnings.all(in: line.text).filter { part in
        !whole.contains { $0.range.overlaps(part.range) }
      }).sorted { $0.range.lowerBound < $1.range.lowerBound }
    let roles = Set(found.map(\.value))
    let covered = found.reduce(0) { $0 + $1.range.count }
    guard let first = found.first, first.range.lowerBound <= 3 else { return false }
    return roles.count >= 3 && roles.contains(.task) && roles.contains(.lead) && covered * 2 >= line.text.count
      && isInOrder(found.map(\.value))
  }

  private func isInOrder(_ roles: [Vocabulary.Role]) -> Bool {
    guard let task = roles.firstIndex(of: .task), let lead = roles.firstIndex(of: .lead) else { return false }
    return task < lead
  }

  /// `IV. TỔ CHỨC THỰC HIỆN`: a Roman number and a title in capitals.
  func endsTable(_ line: FlowLine) -> Bool {
    sectionLabels.read(line.text).contains { label in
      guard label.kind == .roman || label.kind == .annex || label.kind == .article else { return false }
      return LooseText(line.text[label.end..<line.text.count]).isCapitals
    }
  }
}
