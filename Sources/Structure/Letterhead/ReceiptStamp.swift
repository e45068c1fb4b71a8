internal import DocumentModel
internal import Vietnamese

/// The stamp of arrival among the lines of a head: `CÔNG VĂN ĐẾN` / `Số: 1245` / `Ngày: 05/8/2025` / `Chuyển: …`. It may
/// stand beside other lines, as one half of theirs. Its number and day are never the paper's own.
struct ReceiptStamp {
  private(set) var receipt = Receipt()
  /// What was read as the stamp.
  private(set) var passage = Passage()
  /// The lines without the stamp, and the index that each had.
  private(set) var lines: [(index: Int, line: FlowLine)] = []

  private let words: LetterheadWords
  private var fields: Set<String> = []
  private var hasNumber = false

  /// Takes the stamp out of the lines, where there is one.
  init(in lines: [FlowLine], _ words: LetterheadWords) {
    self.words = words
    var heading: Int?
    for (index, line) in lines.enumerated() {
      let rest = line.halves.filter { half in
        let text = LooseText(half.text)
        if heading == nil, opensStamp(text) {
          heading = index
          passage.append(half)
          return false
        }
        guard let heading, index - heading <= LetterheadLimits.linesOfStamp, takesField(text) else { return true }
        passage.append(half)
        return false
      }
      if rest.count == line.halves.count {
        self.lines.append((index, line))
      } else if !rest.isEmpty {
        self.lines.append((index, line.keeping(rest)))
      }
    }
  }

  /// The words of arrival in capitals, alone or before a field of the stamp.
  private mutating func opensStamp(_ text: LooseText) -> Bool {
    if text.isCapitals, words.isNearReceipt(text) { return true }
    guard let end = words.endOfReceipt(in: text), LooseText(text[0..<end]).isCapitals else { return false }
    let rest = LooseText(text[text.skipping(Self.between, from: end)..<text.count])
    return rest.isOrnament || takesField(rest)
  }

  private static let between: [UInt8] = [.space, .colon, .period, .hyphen, .semicolon]

  /// Reads the fields that a text begins with; false where it begins with none, or is the paper's own number.
  private mutating func takesField(_ text: LooseText) -> Bool {
    guard let end = words.endOfReceiptField(in: text), LetterheadNumber(in: text, words) == nil else { return false }
    let name = String(decoding: text.plain[0..<end], as: UTF8.self)
    guard fields.insert(name).inserted else { return false }
    let next = nextField(in: text, from: end), value = LooseText(text[end..<next])
    if words.number.end(atStartOf: text) != nil {
      guard !value.plain.contains(.slash), value.count <= LetterheadLimits.lettersOfStampNumber else { return false }
      // A number of the receiver's files may follow.
      if !hasNumber { receipt.number = Self.numbers(in: value).first }
      hasNumber = true
    } else if words.day.end(atStartOf: text) != nil {
      receipt.date = Self.day(in: value)
    }
    if next < text.count { _ = takesField(LooseText(text[next..<text.count])) }
    return true
  }

  /// Where the next field of the same line begins: `Số: 1245 Ngày: 05/8/2025`; the text's end where none does.
  private func nextField(in text: LooseText, from start: Int) -> Int {
    var offset = start
    while let space = text.firstIndex(of: .space, from: offset) {
      let next = text.skipping([.space], from: space)
      if words.endOfReceiptField(in: LooseText(text[next..<text.count])) != nil { return next }
      offset = next
    }
    return text.count
  }

  private static func numbers(in text: LooseText) -> [String] {
    text.plain.split { !$0.isDigit }.map { String(decoding: $0, as: UTF8.self) }
  }

  /// Day, month and year in figures, whatever stands between them; nil for anything less.
  private static func day(in text: LooseText) -> CalendarDate? {
    let parts = numbers(in: text).compactMap { Int($0) }
    guard parts.count >= 3, parts[2] > LetterheadLimits.earliestYear else { return nil }
    return CalendarDate(year: parts[2], month: parts[1], day: parts[0])
  }
}

extension FlowLine {
  /// The same line with some of its halves only.
  fileprivate func keeping(_ halves: [Passage]) -> FlowLine {
    var line = replacing(Passage(words: halves.flatMap(\.words)))
    line.halves = halves
    return line
  }
}

extension OpenDocument {
  /// Holds what other witnesses say of the paper's day against the day of its arrival: a later one cannot be. A printed day
  /// stays, and a person is told.
  mutating func holdAgainstReceipt() {
    guard let arrival = tree.header.received?.date else { return }
    let header = tree.header
    for field in ["date", "dateParts.day"] {
      let possible = header.proposed[field, default: []].filter { proposal in
        let day = CalendarDate(iso: proposal.value) ?? header.day(Int(proposal.value))
        return day.map { $0 <= arrival } ?? true
      }
      tree.header.proposed[field] = possible.isEmpty ? nil : possible
    }
    guard let date = tree.header.date, date > arrival else { return }
    let evidence = tree.header.evidence["dateParts.day"] ?? tree.header.evidence["date"]
    let isPrinted = ![ProposalSource.pen, ProposalSource.agreed].contains(evidence?.source ?? "")
    tree.findings.append(Finding(.warning, .receivedBeforeIssued(), at: evidence?.provenance))
    if !isPrinted { takeBackDay(evidence) }
  }

  /// A day by pen that cannot be is no day; the printed month and year stay.
  private mutating func takeBackDay(_ evidence: Evidence?) {
    tree.header.date = nil
    tree.header.dateParts.day = nil
    tree.header.evidence["dateParts.day"] = nil
    tree.header.evidence["date"]?.confidence = 0
    missing.append(.day(evidence?.provenance))
  }
}

extension DocumentHeader {
  /// The whole day with the month and the year that are known.
  fileprivate func day(_ day: Int?) -> CalendarDate? {
    var parts = dateParts
    parts.day = day
    return parts.date
  }
}
