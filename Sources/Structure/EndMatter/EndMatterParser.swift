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
    guard let found = (bodyStart..<items.endIndex).first(where: { begins(items, at: $0) }) else { return nil }
    let start = startOfOffices(items, above: found, from: bodyStart)
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
    guard line.halves.contains(where: { signers.isAuthority(LooseText($0.text)) }) else { return false }
    return items[index...].prefix(EndMatterLimits.linesToTitle).contains {
      $0.line.map { recipients.begin($0) || recipients.isFirst($0) || signers.isTitle($0.text) } ?? false
    }
  }

  /// Where the end matter begins: the title of whoever signs may stand above `Nơi nhận`, with nothing before it that says
  /// by whose authority.
  private func startOfOffices(_ items: ArraySlice<FlowItem>, above found: Int, from bodyStart: Int) -> Int {
    var start = found
    while start > bodyStart, found - start < EndMatterLimits.officesAboveRecipients,
      let line = items[start - 1].line, signers.isTitle(line.text) || signers.isAuthority(line.text)
    {
      start -= 1
    }
    return start
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
    case .full: break
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

  /// Where the signer's name begins behind the file copy, which ends the recipients: `- Lưu: VT. Tạ Thị Bích Liên`. Nil
  /// where no name follows it.
  private func startOfName(in line: FlowLine) -> Int? {
    let text = line.text
    guard line.box == nil, let bullet = line.bullet, recipients.isFileCopy(bullet.rest),
      let stop = text.plain.indices.last(where: {
        text.plain[$0] == .period && $0 + 1 < text.count && text.plain[$0 + 1] == .space
      })
    else { return nil }
    let start = text.skipping([.space], from: stop + 1)
    return LooseText(text[start..<text.count]).isPersonName ? start : nil
  }
}
