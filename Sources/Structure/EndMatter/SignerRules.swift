internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What a line of a signature is.
enum SignaturePart: Sendable {
  /// By whose authority it is signed, a title, or the body that signs.
  case office(Passage)
  case name(Passage)
}

/// A line of a signature without the strokes of pen and stamp at its ends.
struct SignatureLine: Sendable {
  let passage: Passage
  let text: LooseText
  /// It has two words or more, in capitals.
  let isCapitals: Bool

  init(_ passage: Passage) {
    self.passage = passage.withoutStrokes
    text = LooseText(self.passage.text)
    isCapitals = text.isLineOfCapitals
  }
}

/// The rules that say what a line of a signature is (Nghị định 30/2020/NĐ-CP, Phụ lục I, box 7).
struct SignerRules: Sendable {
  private let titles, ranks, heads: PhraseTable<Bool>
  /// Thay mặt, ký thay, thừa lệnh, thừa ủy quyền, quyền; the Party writes them with a slash.
  private let authorities: LooseWordings
  /// What looks like an office behind a misread authority and is a heading.
  private let headings: LooseWordings
  private let labels: SectionLabelReader
  private let mending: AuthorityReading
  private let people: NameVote
  /// Titles of whoever stands in for somebody whose title is another, longer by a word before it.
  private let deputies: Set<String>
  /// Titles by their letters without marks.
  private let titleMarks: [[UInt8]: String]

  init(_ phrases: Phrases, _ labels: SectionLabelReader, _ people: NameVote) {
    (self.labels, self.people) = (labels, people)
    mending = AuthorityReading(phrases, titles: phrases.vocabulary.names(.title))
    titleMarks = Dictionary(
      phrases.vocabulary.names(.title).map { (LooseText($0).plain, $0) }
    ) { first, _ in first }
    let plain = phrases.vocabulary.names(.title).map { String(decoding: LooseText($0).plain, as: UTF8.self) }
    deputies = Set(plain.filter { title in plain.contains { title.hasSuffix(" " + $0) } })
    (titles, ranks, heads) = (phrases.names(.title), phrases.names(.rank), phrases.names(.head))
    authorities = LooseWordings(phrases, .authority, .ending)
    headings = LooseWordings(phrases, .notOffice, .ending)
  }

  typealias SignatureRule = Rule<SignatureLine, SignaturePart>

  var book: RuleBook<SignatureLine, SignaturePart> {
    RuleBook(
      "what is this line of a signature",
      [
        officeInHyphens, authority, misreadAuthority, title, titleBehindStrokes, body, misreadTitle, name,
        nameAmongStrokes,
      ])
  }

  private func rule(
    _ name: String, _ examples: [RuleExample], match: @escaping @Sendable (SignatureLine) -> SignaturePart?
  ) -> SignatureRule {
    SignatureRule(name, certainty: EndMatterCertainty.signer, examples: examples, match: match)
  }

  private var authority: SignatureRule {
    rule(
      "ending.authority",
      [
        RuleExample("TM. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        RuleExample("T/M BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"),
        RuleExample("KT. CHỦ TỊCH", "KT. CHỦ TỊCH"), RuleExample("TM ỦY BAN", "TM ỦY BAN"), RuleExample("TMDV", nil),
        RuleExample("Tm. ủy ban", nil),
      ]
    ) { $0.isCapitals && isPrintedAuthority($0.text) ? .office(mended($0.passage)) : nil }
  }

  private var misreadAuthority: SignatureRule {
    rule(
      "ending.authority-misread",
      [
        RuleExample("7M. ỦY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"), RuleExample("†/M UBND XÃ", "T/M UBND XÃ"),
        RuleExample("TIM BAN THƯỜNG VỤ", "T/M BAN THƯỜNG VỤ"), RuleExample("TMÙY BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"),
        RuleExample("KÝ. CHỦ TỊCH", "KT. CHỦ TỊCH"), RuleExample("TM/UBND HUYỆN LỘC TRUNG", "TM/UBND HUYỆN LỘC TRUNG"),
        RuleExample("VỊ. TỔ CHỨC THỰC HIỆN", nil), RuleExample("A. ỦY BAN NHÂN DÂN", nil),
      ]
    ) { line in
      guard line.isCapitals, labels.read(line.text).isEmpty else { return nil }
      return isMisreadAuthority(line.text) || mending.read(line.passage.text) != nil
        ? .office(mended(line.passage)) : nil
    }
  }

  private var title: SignatureRule {
    rule(
      "ending.title",
      [RuleExample("CHỦ TỊCH", "CHỦ TỊCH"), RuleExample("PHÓ GIÁM ĐỐC", "PHÓ GIÁM ĐỐC"), RuleExample("Chủ tịch", nil)]
    ) { line in
      guard line.isCapitals, titles.match(in: line.text, at: 0) != nil else { return nil }
      return .office(line.passage)
    }
  }

  private var titleBehindStrokes: SignatureRule {
    rule(
      "ending.title-behind-strokes",
      [
        RuleExample("LÀ X CHỦ TỊCH", "CHỦ TỊCH"), RuleExample("71 SHÂA CHỦ TỊCH", "CHỦ TỊCH"),
        RuleExample("VĂN PHÒNG CHỦ TỊCH", "VĂN PHÒNG CHỦ TỊCH"),
        RuleExample("CHỦ TỊCH", nil),
      ]
    ) { titleInside($0).map(SignaturePart.office) }
  }

  private var officeInHyphens: SignatureRule {
    rule(
      "ending.office-in-hyphens",
      [
        RuleExample("TM. ỦY-BAN NHÂN DÂN", "TM. ỦY BAN NHÂN DÂN"), RuleExample("PHÓ GIÁM-ĐỐC", "PHÓ GIÁM ĐỐC"),
        RuleExample("TRƯỞNG PHÒNG VĂN HÓA-XÃ HỘI", nil), RuleExample("VĂN HÓA-XÃ HỘI", nil),
      ]
    ) { line in
      guard line.isCapitals, let hyphen = line.passage.text.firstIndex(of: "-") else { return nil }
      let parted = line.passage.partedAtHyphens
      let place = line.passage.text.distance(from: line.passage.text.startIndex, to: hyphen)
      let isInside = endOfOffice(line.text) <= place && endOfOffice(LooseText(parted.text)) > place
      return isInside ? .office(mended(parted)) : nil
    }
  }

  /// The end of the body or the title at the start of a line or behind the mark of an authority; 0 where none stands there.
  private func endOfOffice(_ text: LooseText) -> Int {
    let start = text.skipping([.space], from: authorities.end(ofMarkAtStartOf: text) ?? 0)
    let ends = [
      heads.match(in: text, at: start)?.range.upperBound, titles.match(in: text, at: start)?.range.upperBound,
    ]
    return ends.compactMap { $0 }.max() ?? 0
  }

  private var misreadTitle: SignatureRule {
    rule(
      "ending.title-misread",
      [
        RuleExample("Ủ TICH", "CHỦ TỊCH"), RuleExample("ỊỆU TRƯỞNG", "HIỆU TRƯỞNG"),
        RuleExample("TỊCH THU", nil), RuleExample("DANH MỤC", nil),
      ]
    ) { $0.isCapitals ? nearTitle($0.passage).map(SignaturePart.office) : nil }
  }

  /// The title that a line is but for a letter in five, or that it is the end of; of several, the shortest.
  private func nearTitle(_ line: Passage) -> Passage? {
    let read = Self.letters(of: line.text)
    guard read.count >= EndMatterLimits.lettersOfTitleEnd else { return nil }
    let near = titleMarks.values.filter { title in
      let letters = Self.letters(of: title)
      return letters.ends(with: read)
        || editDistance(read, letters, atMost: letters.count / EndMatterLimits.lettersOfTitleToOneMisread) != nil
    }
    return near.min { ($0.count, $0) < ($1.count, $1) }.map { line.rewritten(as: $0) }
  }

  private static func letters(of text: String) -> [UInt8] {
    folded(uppercased(text)).utf8.filter { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
  }

  private var body: SignatureRule {
    rule(
      "ending.body",
      [RuleExample("CÔNG AN XÃ", "CÔNG AN XÃ"), RuleExample("MẪU SỐ MỘT", nil)]
    ) { line in
      guard line.isCapitals, heads.match(in: line.text, at: 0) != nil else { return nil }
      return .office(line.passage)
    }
  }

  private var name: SignatureRule {
    rule(
      "ending.name",
      [
        RuleExample("Lê Thị Thu Hằng", "name"), RuleExample("Thiếu tá Phạm Công Danh", "name"),
        RuleExample("‡Hoàng Văn Thái", "name"), RuleExample("Hằng", nil), RuleExample("Các chi đoàn", nil),
      ]
    ) { line in
      guard !line.isCapitals else { return nil }
      let start = ranks.match(in: line.text, at: 0)?.range.upperBound ?? 0
      return LooseText(line.text[start..<line.text.count]).isPersonName ? .name(line.passage) : nil
    }
  }

  /// A name that people have, with strokes of pen and stamp beside it or its first word in capitals.
  private var nameAmongStrokes: SignatureRule {
    rule(
      "ending.name-among-strokes",
      [
        RuleExample("c —-Đỗ Thị Hương", "name"), RuleExample("LÝ Văn Tuấn", "name"), RuleExample("ˆ Đan ợ", nil),
        RuleExample("Các chi đoàn", nil),
      ]
    ) { line in people.person(among: line.passage).map(SignaturePart.name) }
  }

  /// The line from a title on that stands in the middle of it: what stands before is strokes, or the line is whole. Nil
  /// where no title does.
  private func titleInside(_ line: SignatureLine) -> Passage? {
    let text = line.text
    guard line.isCapitals else { return nil }
    let offset = text.plain.indices.dropFirst().first { offset in
      text.isBoundary(at: offset) && text.isWord(at: offset) && titles.match(in: text, at: offset) != nil
    }
    guard let offset else { return nil }
    let isBehindStrokes = text[0..<offset].split(separator: " ").allSatisfy {
      $0.count <= EndMatterLimits.lettersOfStroke || !Syllable.isValid(lowercased(String($0)))
    }
    return isBehindStrokes ? line.passage.slice(offset..<text.count) : line.passage
  }

  /// Whether a line says by whose authority somebody signs, misread or not.
  func isAuthority(_ text: LooseText) -> Bool {
    guard text.isLineOfCapitals else { return false }
    if isPrintedAuthority(text) || isMisreadAuthority(text) { return true }
    return labels.read(text).isEmpty && mending.read(text[0..<text.count]) != nil
  }

  /// The line with its mark and its office as they are printed, as far as that can be told.
  private func mended(_ line: Passage) -> Passage { mending.read(line.text).map(line.rewritten) ?? line }

  private func isPrintedAuthority(_ text: LooseText) -> Bool { authorities.end(ofMarkAtStartOf: text) != nil }

  /// `7M. ỦY BAN …`, `†/M UBND …`: a short first word with a point or a stroke, and an office after it. `VỊ. TỔ CHỨC THỰC
  /// HIỆN` is a heading whose number was misread.
  private func isMisreadAuthority(_ text: LooseText) -> Bool {
    guard let space = text.firstIndex(of: .space), space <= EndMatterLimits.lettersOfAuthority,
      text.plain[..<space].contains(where: { $0 == .period || $0 == .slash }), labels.read(text).isEmpty
    else { return false }
    let office = text.skipping([.space], from: space)
    if headings.end(atStartOf: text, from: office) != nil { return false }
    return heads.match(in: text, at: office) != nil || titles.match(in: text, at: office) != nil
  }

  /// Whether one title is that of the other's deputy: `PHÓ CHỦ TỊCH` of `CHỦ TỊCH`, misread marks or not.
  func isDeputy(_ title: LooseText, of chief: LooseText) -> Bool {
    let deputy = String(decoding: title.plain, as: UTF8.self)
    return deputies.contains(deputy) && deputy.hasSuffix(" " + String(decoding: chief.plain, as: UTF8.self))
  }

  /// A title as the table writes it, without points between its words. Below `KT. CHỦ TỊCH` nobody signs as `CHỦ TỊCH`: the
  /// first word of the deputy's title was lost.
  func title(_ read: String, below authority: String?) -> String {
    let words = read.split(separator: " ").map { $0.trimmed { !$0.isLetter } }.filter { !$0.isEmpty }
    let title = marked(words.joined(separator: " "))
    guard let authority, authority.hasSuffix("KT. " + title) || authority.hasSuffix("K/T " + title) else {
      return title
    }
    let deputies = titleMarks.values.filter { $0.hasSuffix(" " + title) }
    return deputies.min { ($0.count, $0) < ($1.count, $1) } ?? title
  }

  /// A title with the marks that the table has, where its letters are those of one title: `THỦ TRƯỞNG` below the authority
  /// of a minister is `THỨ TRƯỞNG`.
  func marked(_ title: String) -> String { titleMarks[LooseText(title).plain] ?? title }

  /// `KT. PHÓ CHỦ TỊCH`: nobody signs in place of a deputy, so the mark is the last word of what stands on the left (`Lưu: VT, KT.`).
  func standsForDeputy(_ text: LooseText) -> Bool {
    guard let end = authorities.end(ofMarkAtStartOf: text),
      let title = titles.match(in: text, at: text.skipping([.space], from: end))
    else { return false }
    return deputies.contains(String(decoding: text.plain[title.range], as: UTF8.self))
  }

  func isTitle(_ text: LooseText) -> Bool {
    guard text.isCapitals, let match = titles.match(in: text, at: 0) else { return false }
    return text.count - match.range.upperBound < EndMatterLimits.lettersBehindTitle
  }
}

extension Array where Element == UInt8 {
  func ends(with tail: [UInt8]) -> Bool { suffix(tail.count).elementsEqual(tail) }
}

extension LooseText {
  /// Two words or more, in capitals.
  fileprivate var isLineOfCapitals: Bool { isCapitals && wordCount > 1 }

  /// Two to six words with capital initials and letters only.
  var isPersonName: Bool {
    let words = text.split(separator: " ")
    return EndMatterLimits.wordsOfName.contains(words.count)
      && words.allSatisfy { word in
        guard let first = word.first, first.isLetter, first.isUppercase else { return false }
        return word.count <= EndMatterLimits.lettersOfNamePart
          && word.dropFirst().allSatisfy { $0.isLetter && $0.isLowercase }
      }
  }
}

extension Passage {
  /// Other words in the same place. A word whose letters are not those that were read does not stand on the paper so.
  fileprivate func rewritten(as text: String) -> Passage {
    let new = text.split(separator: " ").map(String.init)
    let read = folded(uppercased(self.text)).filter(\.isLetter), written = folded(uppercased(text)).filter(\.isLetter)
    return Passage(
      words: new.enumerated().compactMap { index, word in
        let place = index + words.count - new.count
        guard var placed = words.indices.contains(place) ? words[place] : words.first else { return nil }
        (placed.text, placed.isInferred) = (word, placed.isInferred || read != written)
        return placed
      })
  }

  /// With a word for each part of a word that has a hyphen in it.
  fileprivate var partedAtHyphens: Passage {
    Passage(
      words: words.flatMap { word in
        word.text.split(separator: "-").map { part in
          var piece = word
          (piece.text, piece.isInferred) = (String(part), piece.isInferred || part.count < word.text.count)
          return piece
        }
      })
  }

  /// Without signs at the ends of its first and last words that are no letters: `‡Hoàng`, `"CHỦ`.
  fileprivate var withoutStrokes: Passage {
    var words = self.words.filter { $0.text.contains { $0.isLetter } }
    if let first = words.first { words[0].text = String(first.text.drop { !$0.isLetter && $0 != "7" && $0 != "†" }) }
    if let last = words.last?.text {
      words[words.count - 1].text = String(last.trimmedEnd { !$0.isLetter && $0 != "." })
    }
    return Passage(words: words.filter { !$0.text.isEmpty })
  }
}
