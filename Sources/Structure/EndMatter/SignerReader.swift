internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A signer with the places that his parts were read at.
struct ReadSigner {
  var signer: Signer
  var authority = Passage()
  var title = Passage()
  var name = Passage()
}

/// Reads `TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Thu Hằng`, once or several times. Stamp and
/// signature leave strokes that are read as letters: lines that are neither capitals of office nor a name are passed
/// over.
struct SignerReader: Sendable {
  private let titles: PhraseTable<Bool>
  private let ranks: PhraseTable<Bool>
  private let heads: PhraseTable<Bool>
  /// Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; the Party writes them with a slash.
  private let authorities = [
    "tm.", "t/m", "tm ", "kt.", "k/t", "kt ", "kt/", "tl.", "t/l", "tl ", "tuq.", "tuq ", "q.", "thua lenh", "thay mat",
  ]

  init(_ phrases: Phrases) {
    titles = phrases.names(.title)
    ranks = phrases.names(.rank)
    heads = phrases.names(.head)
  }

  func isAuthority(_ text: LooseText) -> Bool {
    guard text.isCapitals, text.wordCount >= 2 else { return false }
    return authorities.contains { text.begins(with: $0) } || isMisreadAuthority(text)
  }

  /// `7M. ỦY BAN …`, `†/M UBND …`: a short first word with a point or a slash, and an office after it.
  private func isMisreadAuthority(_ text: LooseText) -> Bool {
    guard let space = text.firstIndex(of: 0x20), space <= 4,
      text.plain[..<space].contains(where: { $0 == 0x2E || $0 == 0x2F })
    else { return false }
    if !SectionLabelReader.read(text).isEmpty { return false }
    let office = text.skipping([0x20], from: space)
    // `VỊ. TỔ CHỨC THỰC HIỆN` is a heading, whatever its number was read as.
    if LooseText(text[office..<text.count]).begins(with: "to chuc") { return false }
    return heads.match(in: text, at: office) != nil || titles.match(in: text, at: office) != nil
  }

  func isTitle(_ text: LooseText) -> Bool {
    guard text.isCapitals, let match = titles.match(in: text, at: 0) else { return false }
    return text.count - match.range.upperBound < 40
  }

  /// Where a signature's capitals begin behind a recipient on the same line; 0 where the whole line is such.
  func startOfCapitals(in text: LooseText) -> Int? {
    for offset in 0..<text.count where offset == 0 || text.plain[offset - 1] == 0x20 {
      guard text.scalars[offset].properties.isUppercase else { continue }
      let rest = LooseText(text[offset..<text.count])
      if rest.isCapitals, isAuthority(rest) || isTitle(rest) { return offset }
    }
    return nil
  }

  func read(_ lines: [FlowLine]) -> [ReadSigner] {
    var result: [ReadSigner] = []
    var capitals: [Passage] = []
    for line in lines {
      let passage = line.passage.withoutStrokes
      let text = LooseText(passage.text)
      if text.isCapitals, text.wordCount > 1 {
        if let office = office(passage, text) { capitals.append(office) }
      } else if isName(text), !capitals.isEmpty {
        result.append(signer(capitals, name: passage))
        capitals = []
      }
    }
    let isOffice = capitals.contains { isTitle(LooseText($0.text)) || isAuthority(LooseText($0.text)) }
    if isOffice { result.append(signer(capitals, name: Passage())) }
    return result
  }

  /// The line where it is an authority, a title or a body's name, without strokes read as letters before a title.
  private func office(_ passage: Passage, _ text: LooseText) -> Passage? {
    if isAuthority(text) { return passage }
    for offset in 0..<text.count where text.isBoundary(at: offset) && text.isWord(at: offset) {
      guard titles.match(in: text, at: offset) != nil else { continue }
      let strokes = text[0..<offset].split(separator: " ")
      return strokes.allSatisfy { $0.count <= 3 } ? passage.slice(offset..<text.count) : passage
    }
    return heads.match(in: text, at: 0) == nil ? nil : passage
  }

  /// The title, and above it by what authority; capitals below the title are a stamp's.
  private func signer(_ capitals: [Passage], name: Passage) -> ReadSigner {
    let known = capitals.firstIndex { isTitle(LooseText($0.text)) }
    let capitals = known.map { Array(capitals[...$0]) } ?? capitals
    let isAuthorityOnly = known == nil && capitals.count == 1 && isAuthority(LooseText(capitals[0].text))
    let title = isAuthorityOnly ? Passage() : capitals[capitals.count - 1]
    let authority = Passage(joining: isAuthorityOnly ? capitals[...] : capitals.dropLast())
    func value(_ passage: Passage) -> String? { passage.isEmpty ? nil : passage.text }
    return ReadSigner(
      signer: Signer(authority: value(authority), title: value(title), name: value(name)), authority: authority,
      title: title, name: name)
  }

  /// A person's name, a rank before it.
  private func isName(_ text: LooseText) -> Bool {
    let start = ranks.match(in: text, at: 0)?.range.upperBound ?? 0
    return LooseText(text[start..<text.count]).isPersonName
  }
}

extension LooseText {
  /// Two to six words with capital initials and letters only.
  var isPersonName: Bool {
    let words = text.split(separator: " ")
    return (2...6).contains(words.count)
      && words.allSatisfy { word in
        guard let first = word.first, first.isLetter, first.isUppercase else { return false }
        return word.count <= 7 && word.dropFirst().allSatisfy { $0.isLetter && $0.isLowercase }
      }
  }
}

extension Passage {
  /// Without signs at the ends of its first and last words that are no letters: `‡Hoàng`, `"CHỦ`.
  fileprivate var withoutStrokes: Passage {
    var words = self.words.filter { $0.text.contains { $0.isLetter } }
    if let first = words.first { words[0].text = String(first.text.drop { !$0.isLetter && $0 != "7" && $0 != "†" }) }
    if let last = words.last?.text {
      words[words.count - 1].text = String(last.reversed().drop { !$0.isLetter && $0 != "." }.reversed())
    }
    return Passage(words: words.filter { !$0.text.isEmpty })
  }
}
