internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads recipients and signers below a document's text (Nghị định 30/2020/NĐ-CP, Phụ lục I, boxes 7 and 9b).
struct EndMatterParser: Sendable {
  /// Signers and recipients, and which items they fill.
  struct Result {
    var signers: [ReadSigner] = []
    var recipients: [Passage] = []
    var range: Range<Int>
  }

  /// Name of the rule that finds the recipients.
  static let recipients = "ending.recipients"

  let signers: SignerReader
  private let recipients: RecipientReader
  private let labels: SectionLabelReader

  init(_ phrases: Phrases, _ labels: SectionLabelReader) {
    self.labels = labels
    signers = SignerReader(phrases, labels)
    recipients = RecipientReader(phrases)
  }

  /// The end matter of a document whose body begins at `bodyStart`; an annex may follow it. Nil where there is none.
  func parse(_ items: ArraySlice<FlowItem>, from bodyStart: Int) -> Result? {
    let found = (bodyStart..<items.endIndex).first { begins(items, at: $0) }
    guard
      let start = found.map({ startOfOffices(items, above: $0, from: bodyStart) })
        ?? lastSignature(items, from: bodyStart)
    else { return nil }
    let end = self.end(of: items, from: start)
    var result = Result(range: start..<end)
    var recipientLines: [FlowLine] = [], signerLines: [FlowLine] = []
    for case .line(let line) in items[start..<end] {
      let (left, right) = parts(of: line)
      if let left { recipientLines.append(left) }
      if let right { signerLines.append(right) }
    }
    let list = recipients.read(recipientLines)
    result.recipients = list.recipients
    result.signers = signers.read((list.rest + signerLines).sorted { $0.number < $1.number })
    return result
  }

  /// `Nơi nhận`, or the capitals that a signature begins with, near the end of the text.
  private func begins(_ items: ArraySlice<FlowItem>, at index: Int) -> Bool {
    guard let line = items[index].line else { return false }
    if recipients.begin(line) || recipients.isFirst(line) { return true }
    // Most lines have no capitals to be looked at.
    guard line.text.hasCapitals(EndMatterLimits.capitalsOfOffice),
      line.halves.contains(where: { signers.isAuthority(SignatureLine($0).text) })
    else { return false }
    return items[index...].prefix(EndMatterLimits.linesToTitle).contains {
      $0.line.map { recipients.begin($0) || recipients.isFirst($0) || signers.isTitle($0.text) } ?? false
    }
  }

  /// Where the end matter begins: whoever signs may stand above `Nơi nhận`, with nothing before it that says by whose
  /// authority, and so may a second who signs with him.
  private func startOfOffices(_ items: ArraySlice<FlowItem>, above found: Int, from bodyStart: Int) -> Int {
    var start = found
    for index in stride(from: found - 1, through: bodyStart, by: -1) {
      guard found - index <= EndMatterLimits.linesAboveRecipients, let line = items[index].line else { break }
      switch signers.part(of: line.passage) {
      case .office: start = index
      case .name: continue
      case nil where line.isStrokes: continue
      case nil: return start
      }
    }
    return start
  }

  /// Where the last signature of a text without recipients begins: a title in capitals with the name of a person below it,
  /// and nothing but strokes between them. Nil where nobody signs so.
  private func lastSignature(_ items: ArraySlice<FlowItem>, from bodyStart: Int) -> Int? {
    let title = (bodyStart..<items.endIndex).last { index in
      guard let line = items[index].line, line.text.hasCapitals(EndMatterLimits.capitalsOfOffice),
        signers.isTitle(SignatureLine(line.passage).text)
      else { return false }
      let below = items[(index + 1)...].prefix(EndMatterLimits.linesToName).prefix { $0.line != nil }.compactMap(\.line)
      return below.first { !$0.isStrokes }.map { signers.isName($0.passage) } ?? false
    }
    return title.map { startOfOffices(items, above: $0 + 1, from: bodyStart) }
  }

  /// The index of the first item behind the end matter: a table, or an annex's heading.
  private func end(of items: ArraySlice<FlowItem>, from start: Int) -> Int {
    for index in (start + 1)..<max(start + 1, items.endIndex) {
      guard case .line(let line) = items[index] else { return index }
      if labels.read(line.text).contains(where: { $0.kind == .annex }),
        line.startsPage || line.text.isCapitals
      {
        return index
      }
    }
    return items.endIndex
  }

  /// The left and the right part of a line: by its column, by a tab, or, in a text without either, by the capitals that
  /// stand behind a recipient.
  private func parts(of line: FlowLine) -> (left: FlowLine?, right: FlowLine?) {
    switch line.column {
    case .left: return (line, nil)
    case .right: return (nil, line)
    case .full, .label, .value: break
    }
    if line.spacedHalves.count > 1 {
      return (line.replacing(line.spacedHalves[0]), line.replacing(line.spacedHalves[1]))
    }
    // A line below the recipients that begins far to the right is of the signature.
    if line.standsFarIn { return (nil, line) }
    guard let cut = signers.startOfCapitals(in: line.text) ?? startOfName(in: line) else { return (line, nil) }
    if cut == 0 { return (line, nil) }
    return (line.replacing(line.passage.slice(0..<cut)), line.replacing(line.passage.slice(cut..<line.text.count)))
  }

  /// Where the signer's name begins behind a recipient that has ended: `- Lưu: VT. Tạ Thị Bích Liên`. Nil where no name
  /// follows it.
  private func startOfName(in line: FlowLine) -> Int? {
    let text = line.text
    guard line.box == nil, let bullet = line.bullet else { return nil }
    let ends: [UInt8] = recipients.isFileCopy(bullet.rest) ? [.period, .semicolon] : [.semicolon]
    let end = text.plain.indices.last { offset in
      ends.contains(text.plain[offset]) && offset + 1 < text.count && text.plain[offset + 1] == .space
    }
    guard let end else { return nil }
    let start = text.skipping([.space], from: end + 1)
    let name = text[start..<text.count]
    guard LooseText(name).isPersonName else { return nil }
    return recipients.isFileCopy(bullet.rest) || signers.isPerson(name) ? start : nil
  }
}

extension FlowLine {
  /// What pen and stamp leave between the lines of a signature: hardly a word of the language.
  fileprivate var isStrokes: Bool {
    guard text.count <= EndMatterLimits.lettersOfStrokeLine, !string.hasSuffix("/.") else { return false }
    let words = string.split(separator: " ").filter { $0.count > 2 && Syllable.isValid(lowercased(String($0))) }
    return words.count < EndMatterLimits.wordsOfNoStroke
  }
}
