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

  private let signers: SignerReader
  private let recipients = RecipientReader()

  init(_ phrases: Phrases) {
    signers = SignerReader(phrases)
  }

  /// The end matter of a document whose body begins at `bodyStart`; an annex may follow it.
  func parse(_ items: ArraySlice<FlowItem>, from bodyStart: Int) -> Result? {
    guard let start = (bodyStart..<items.endIndex).first(where: { begins(items, at: $0) }) else { return nil }
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
    if line.beginsRecipients { return true }
    guard line.halves.contains(where: { signers.isAuthority(LooseText($0.text)) }) else { return false }
    return items[index...].prefix(40).contains {
      $0.line.map { $0.beginsRecipients || signers.isTitle($0.text) } ?? false
    }
  }

  private func end(of items: ArraySlice<FlowItem>, from start: Int) -> Int {
    for index in (start + 1)..<max(start + 1, items.endIndex) {
      guard case .line(let line) = items[index] else { return index }
      if SectionLabelReader.read(line.text).contains(where: { $0.kind == .annex }),
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
    // Below the recipients: what stands far in is the signature's.
    if line.standsFarIn { return (nil, line) }
    guard let cut = signers.startOfCapitals(in: line.text) ?? startOfName(in: line) else { return (line, nil) }
    if cut == 0 { return (line, nil) }
    return (line.replacing(line.passage.slice(0..<cut)), line.replacing(line.passage.slice(cut..<line.text.count)))
  }

  /// Where the signer's name begins behind the file copy, which ends the recipients: `- Lưu: VT. Tạ Thị Bích Liên`.
  private func startOfName(in line: FlowLine) -> Int? {
    let text = line.text
    guard line.box == nil, let bullet = line.bullet, LooseText(bullet.rest.text).begins(with: "luu"),
      let stop = text.plain.indices.last(where: {
        text.plain[$0] == 0x2E && $0 + 1 < text.count && text.plain[$0 + 1] == 0x20
      })
    else { return nil }
    let start = text.skipping([0x20], from: stop + 1)
    return LooseText(text[start..<text.count]).isPersonName ? start : nil
  }
}

/// Reads the list under `Nơi nhận:`.
struct RecipientReader: Sendable {
  func read(_ lines: [FlowLine]) -> (recipients: [Passage], rest: [FlowLine]) {
    guard let head = lines.firstIndex(where: \.beginsRecipients) else { return ([], lines) }
    let isBulleted = lines[(head + 1)...].contains { $0.bullet != nil }
    var recipients: [Passage] = []
    var rest = Array(lines[..<head])
    for line in lines[(head + 1)...] {
      if let bullet = line.bullet {
        recipients.append(bullet.rest)
      } else if line.text.isOrnament || line.text.isCapitals {
        rest.append(line)
      } else if isBulleted, rest.count == head, lostItsBullet(line, after: recipients.last) {
        recipients.append(line.passage)
      } else if let last = recipients.last, goesOn(line, after: last, isBulleted: isBulleted) {
        recipients[recipients.count - 1].append(line.passage)
      } else if !isBulleted, rest.count == head {
        recipients.append(line.passage)
      } else {
        rest.append(line)
      }
    }
    return (recipients.map(\.withoutDebris.withoutClosingMark).filter { !$0.isEmpty }, rest)
  }

  /// A recipient among others with bullets whose own was not read: the list's first line, or one between two that end
  /// as items do.
  private func lostItsBullet(_ line: FlowLine, after last: Passage?) -> Bool {
    if line.text.isPersonName || line.beginsSmall { return false }
    guard let last = last.map({ LooseText($0.text) }) else { return true }
    return last.plain.last == 0x3B && !last.begins(with: "luu")
      && line.text.plain.last.map { [0x3B, 0x2E].contains($0) } ?? false
  }

  /// A recipient goes on over a line's end; the file copy (`Lưu: VT.`) is the last one, and a name alone on its line
  /// has signed.
  private func goesOn(_ line: FlowLine, after last: Passage, isBulleted: Bool) -> Bool {
    let text = last.text
    if line.beginsSmall { return !text.hasSuffix(".") }
    if text.hasSuffix(";") || text.hasSuffix(".") || LooseText(text).begins(with: "luu") { return false }
    return isBulleted ? !line.text.isPersonName : !text.hasSuffix(",")
  }
}

extension FlowLine {
  /// `Nơi nhận:`, one letter misread at most where a colon follows.
  var beginsRecipients: Bool {
    if text.begins(with: "noi nhan") || text.begins(with: "noi gui:") { return true }
    guard let colon = text.plain.prefix(12).firstIndex(of: 0x3A) else { return false }
    return editDistance(Array(text.plain[text.trimmed(0..<colon)]), Array("noi nhan".utf8), atMost: 1) != nil
  }
}

extension Passage {
  /// Without the specks and strokes of a signature that stand behind a recipient's closing mark.
  fileprivate var withoutDebris: Passage {
    guard let end = words.lastIndex(where: { $0.text.hasSuffix(";") || $0.text.hasSuffix(",") }) else { return self }
    let rest = words[(end + 1)...]
    let isDebris = rest.allSatisfy { $0.text.count <= 2 }
    return isDebris ? Passage(words: Array(words[...end])) : self
  }
}
