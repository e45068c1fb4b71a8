internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Reads the list under `Nơi nhận:`.
struct RecipientReader: Sendable {
  private let openings, fileCopies, firsts: LooseWordings
  private let words: RecipientWords

  init(_ phrases: Phrases) {
    openings = LooseWordings(phrases, .recipients, .ending)
    fileCopies = LooseWordings(phrases, .fileCopy, .ending)
    firsts = LooseWordings(phrases, .firstRecipient, .ending)
    words = RecipientWords(phrases)
  }

  /// Whether `Nơi nhận:` opens a line, one letter misread at most where a colon follows.
  func begin(_ line: FlowLine) -> Bool {
    if openings.end(atStartOf: line.text) != nil { return true }
    guard let colon = line.text.plain.prefix(EndMatterLimits.lettersToColon).firstIndex(of: .colon) else {
      return false
    }
    let word = Array(line.text.plain[line.text.trimmed(0..<colon)])
    return openings.isNear(word, oneIn: EndMatterLimits.misreadRecipients)
  }

  /// Whether a line is the first item of a list of recipients (`- Như trên;`, `- Như Điều 3;`), whose heading may have
  /// been covered by a stamp.
  func isFirst(_ line: FlowLine) -> Bool {
    line.bullet.map { firsts.end(atStartOf: LooseText($0.rest.text)) != nil } ?? false
  }

  /// Whether a recipient is the copy that stays with the issuing body: `Lưu: VT.`
  func isFileCopy(_ recipient: Passage) -> Bool { fileCopies.end(atStartOf: LooseText(recipient.text)) != nil }

  /// The recipients, and the lines among them that are of the signature.
  func read(_ lines: [FlowLine]) -> (recipients: [Passage], rest: [FlowLine]) {
    guard let first = lines.firstIndex(where: { begin($0) || isFirst($0) }) else { return ([], lines) }
    let items = begin(lines[first]) ? lines[(first + 1)...] : lines[first...]
    let isBulleted = items.contains { $0.bullet != nil }
    var recipients: [Passage] = []
    var rest = Array(lines[..<first])
    var isSignature = false
    for (line, next) in zip(items, items.dropFirst().map(Optional.some) + [nil]) {
      if let bullet = line.bullet {
        recipients.append(bullet.rest)
      } else if line.text.isOrnament {
        rest.append(line)
      } else if line.text.isCapitals {
        rest.append(line)
        isSignature = true
      } else if isBulleted, !isSignature, lostItsBullet(line, after: recipients.last, before: next) {
        recipients.append(line.passage)
      } else if let last = recipients.last, goesOn(line, after: last, isBulleted: isBulleted) {
        recipients[recipients.count - 1].append(line.passage)
      } else if !isBulleted, !isSignature {
        recipients.append(line.passage)
      } else {
        rest.append(line)
        isSignature = true
      }
    }
    let clean = recipients.map(\.withoutDebris.withoutClosingMark).filter { !$0.isEmpty }
    return (
      RecipientSigns.slashed(clean).map { words.mended(RecipientSigns.mended($0, isFileCopy: isFileCopy($0))) }, rest
    )
  }

  /// Whether a line is a recipient whose bullet was not read, in a list that has bullets: the list's first line, or one
  /// behind an item that has ended, which ends as an item does, stands before one or is the file copy.
  private func lostItsBullet(_ line: FlowLine, after last: Passage?, before next: FlowLine?) -> Bool {
    if line.text.isPersonName || line.beginsSmall { return false }
    guard let last else { return true }
    guard let end = last.text.last, Self.itemEnds.contains(end), !isFileCopy(last) else { return false }
    let ends = line.text.plain.last.map { [UInt8].clauseEnds.contains($0) || $0 == .colon } ?? false
    return ends || next?.bullet != nil || isFileCopy(line.passage)
  }

  /// The mark that ends an item, and what it is misread as.
  private static let itemEnds: Set<Character> = [";", ":"]

  /// Whether a line goes on with the recipient before it. The file copy is the last recipient, and a person's name alone on
  /// its line is a signer's.
  private func goesOn(_ line: FlowLine, after last: Passage, isBulleted: Bool) -> Bool {
    let text = last.text
    if line.beginsSmall { return !text.hasSuffix(".") }
    if text.hasSuffix(";") || text.hasSuffix(".") || isFileCopy(last) { return false }
    return isBulleted ? !line.text.isPersonName : !text.hasSuffix(",")
  }
}

extension Passage {
  /// Without the specks and strokes of a signature that stand behind a recipient's closing mark.
  fileprivate var withoutDebris: Passage {
    let ends = words.indices.filter { words[$0].text.hasSuffix(";") || words[$0].text.hasSuffix(",") }
    let end = ends.first { end in
      words[(end + 1)...].allSatisfy { $0.text.count <= EndMatterLimits.signsOfDebris || $0.text.isScrawl }
    }
    return end.map { Passage(words: Array(words[...$0])) } ?? self
  }
}

extension String {
  /// What no list prints: signs of no word among letters, or small letters before capitals.
  fileprivate var isScrawl: Bool {
    if contains(where: { "<>^~_|\\{}*=".contains($0) }) { return true }
    return zip(self, dropFirst()).contains { $0.isLowercase && $1.isUppercase }
  }
}
