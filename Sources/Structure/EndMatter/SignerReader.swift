internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A signer with the lines that his parts were read from, each with the rule that read it.
struct ReadSigner {
  struct Part {
    var passage = Passage()
    /// Name of the rule; empty where the part was not found.
    var rule = ""
  }

  var signer: Signer
  var authority: Part
  var title: Part
  var name: Part
}

/// Reads `TM. ỦY BAN NHÂN DÂN / KT. CHỦ TỊCH / PHÓ CHỦ TỊCH / Lê Thị Thu Hằng`, once or several times. Stamp and
/// signature leave strokes that are read as letters: lines that are neither capitals of office nor a name are passed
/// over.
struct SignerReader: Sendable {
  private let grammar: SignerRules
  private let names: NameVote
  let rules: RuleBook<SignatureLine, SignaturePart>

  init(_ phrases: Phrases, _ labels: SectionLabelReader) {
    names = NameVote(phrases.vocabulary.people)
    grammar = SignerRules(phrases, labels, names)
    rules = grammar.book
  }

  func isAuthority(_ text: LooseText) -> Bool { grammar.isAuthority(text) }

  func isTitle(_ text: LooseText) -> Bool { grammar.isTitle(text) }

  /// What a line of a signature is; nil for strokes and for any other text.
  func part(of line: Passage) -> SignaturePart? { rules.answer(to: SignatureLine(line))?.answer }

  /// Whether words are the name of a person as people are called.
  func isPerson(_ name: String) -> Bool { names.isPerson(name) }

  /// Whether a line of a signature is such a name.
  func isName(_ line: Passage) -> Bool {
    guard case .name(let name)? = part(of: line) else { return false }
    return isPerson(name.text)
  }

  /// Where a signature's capitals begin behind a recipient on the same line: 0 where the whole line is of the signature,
  /// nil where nothing of it is.
  func startOfCapitals(in text: LooseText) -> Int? {
    for offset in 0..<text.count where offset == 0 || text.plain[offset - 1] == .space {
      guard text.scalars[offset].isCapital, text.isCapitals(from: offset) else { continue }
      let rest = LooseText(text[offset..<text.count])
      if isAuthority(rest) || isTitle(rest), !grammar.standsForDeputy(rest) { return offset }
    }
    return nil
  }

  /// The signers of some lines, in print order.
  func read(_ lines: [FlowLine]) -> [ReadSigner] {
    var result: [ReadSigner] = []
    var offices: [ReadSigner.Part] = []
    for line in lines.map({ SignatureLine($0.passage) }) {
      guard let found = rules.answer(to: line) else { continue }
      switch found.answer {
      case .office(let passage): offices.append(ReadSigner.Part(passage: passage, rule: found.rule))
      // Where the stamp hides the office, only a name that people have is a signer's.
      case .name(let passage) where offices.isEmpty && !names.isPerson(passage.text): break
      case .name(let passage):
        let name = ReadSigner.Part(passage: names.likeliest(passage), rule: found.rule)
        result.append(signer(offices, name: name))
        offices = []
      }
    }
    let isOffice = offices.contains { isTitle($0.text) || isAuthority($0.text) }
    if isOffice { result.append(signer(offices, name: ReadSigner.Part())) }
    return result
  }

  /// The title, and above it by what authority; capitals below the title are a stamp's.
  private func signer(_ offices: [ReadSigner.Part], name: ReadSigner.Part) -> ReadSigner {
    let known = offices.firstIndex { isTitle($0.text) }.map { first in
      let next = first + 1
      return next < offices.count && grammar.isDeputy(offices[next].text, of: offices[first].text) ? next : first
    }
    let offices = known.map { Array(offices[...$0]) } ?? offices
    let isAuthorityOnly = known == nil && offices.count == 1 && isAuthority(offices[0].text)
    let title = isAuthorityOnly ? ReadSigner.Part() : offices.last ?? ReadSigner.Part()
    let above = isAuthorityOnly ? offices[...] : offices.dropLast()
    let authority = ReadSigner.Part(
      passage: Passage(joining: above.map(\.passage)), rule: above.first?.rule ?? "")
    return ReadSigner(
      signer: Signer(
        authority: authority.value.map(Self.spaced),
        title: title.value.map { grammar.title($0, below: authority.value) }, name: name.value),
      authority: authority,
      title: title, name: name)
  }
}

extension SignerReader {
  /// `TM.ỦY BAN` with the space that belongs behind its point.
  private static func spaced(_ authority: String) -> String {
    let signs = Array(authority)
    var spaced = ""
    for (index, sign) in signs.enumerated() {
      spaced.append(sign)
      let isGlued = sign == "." && index > 0 && index + 2 < signs.count
      if isGlued, [index - 1, index + 1, index + 2].allSatisfy({ signs[$0].isUppercase }) { spaced.append(" ") }
    }
    return spaced
  }
}

extension ReadSigner.Part {
  fileprivate var text: LooseText { LooseText(passage.text) }
  fileprivate var value: String? { passage.isEmpty ? nil : passage.text }
}
