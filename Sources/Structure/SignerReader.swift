internal import DocumentModel
internal import Vietnamese

/// A signer with the places that his parts were read at.
struct ReadSigner {
  var signer: Signer
  var authority = Passage()
  var title = Passage()
  var name = Passage()
}

/// Reads `TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Thu Hằng`, once or several times.
struct SignerReader: Sendable {
  private let titles: PhraseTable<Bool>
  private let ranks: PhraseTable<Bool>
  /// Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; the Party writes them with a slash.
  private let authorities = [
    "tm.", "t/m", "tm ", "kt.", "k/t", "kt ", "kt/", "tl.", "t/l", "tl ", "tuq.", "tuq ", "q.", "thua lenh", "thay mat",
  ]

  init(_ vocabulary: Vocabulary) {
    titles = PhraseTable(vocabulary.names(.title))
    ranks = PhraseTable(vocabulary.names(.rank))
  }

  func isAuthority(_ text: LooseText) -> Bool {
    text.isCapitals && text.wordCount >= 2 && authorities.contains { text.begins(with: $0) }
  }

  func isTitle(_ text: LooseText) -> Bool {
    guard text.isCapitals, let match = titles.match(in: text, at: 0) else { return false }
    return text.count - match.range.upperBound < 40
  }

  /// Where a signature's capitals begin behind a recipient on the same line; 0 where the whole line is such.
  func startOfCapitals(in text: LooseText) -> Int? {
    for offset in 0..<text.count where offset == 0 || text.plain[offset - 1] == 0x20 {
      let rest = LooseText(text[offset..<text.count])
      guard rest.scalars.first?.properties.isUppercase ?? false, rest.isCapitals else { continue }
      if isAuthority(rest) || isTitle(rest) { return offset }
    }
    return nil
  }

  func read(_ lines: [FlowLine]) -> [ReadSigner] {
    var result: [ReadSigner] = []
    var capitals: [Passage] = []
    for line in lines where !line.text.isOrnament {
      if line.text.isCapitals, line.text.wordCount > 1 {
        capitals.append(line.passage)
      } else if isName(line.text), !capitals.isEmpty {
        result.append(signer(capitals, name: line.passage))
        capitals = []
      }
    }
    if result.isEmpty || capitals.contains(where: { isTitle(LooseText($0.text)) }) {
      if capitals.contains(where: { isTitle(LooseText($0.text)) || isAuthority(LooseText($0.text)) }) {
        result.append(signer(capitals, name: Passage()))
      }
    }
    return result
  }

  /// The last line of capitals is the title; those above it say by what authority.
  private func signer(_ capitals: [Passage], name: Passage) -> ReadSigner {
    // Capitals below the title are a stamp's.
    let known = capitals.firstIndex { isTitle(LooseText($0.text)) }
    let capitals = known.map { Array(capitals[...$0]) } ?? capitals
    let isAuthorityOnly =
      capitals.count == 1 && isAuthority(LooseText(capitals[0].text)) && !isTitle(LooseText(capitals[0].text))
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
