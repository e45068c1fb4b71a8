public import DocumentModel
internal import Vietnamese

/// What is known of a document from beside its pages. It never stands over what is printed: where a figure of the head
/// could not be read it is proposed, and asserted only where another witness says the same.
public struct HeadWitnesses: Sendable {
  /// Last part of the input's path; nil where it is no file.
  public var fileName: String?
  public var signatures: [Signature]

  public init(fileName: String? = nil, signatures: [Signature] = []) {
    (self.fileName, self.signatures) = (fileName, signatures)
  }

  /// How much a witness alone is believed, 0…1: of 32 papers by pen 17 had their number in their file's name; of 32 signed
  /// ones 10 were signed on their day, and 30 within four days of it.
  enum Weight {
    static let fileName = 0.5, signatureTime = 0.3
  }

  /// Completes the head of an input's only document.
  func complete(_ document: inout OpenDocument) {
    let place = document.tree.header.evidence["number"]?.provenance ?? Provenance(page: document.tree.firstPage)
    if document.tree.header.number == nil, let number = numberInName(document.tree.header) {
      document.tree.header.propose(
        Proposal(
          value: number, source: ProposalSource.fileName, confidence: Confidence(Weight.fileName), provenance: place),
        as: "number")
    }
    proposeDay(into: &document.tree.header)
    if document.tree.header.assertAgreedNumber() { document.missing.removeAll(where: \.isNumber) }
    if document.tree.header.assertAgreedDay() { document.missing.removeAll(where: \.isDay) }
  }

  // MARK: - The file's name

  /// The figures beside the type's code in the name: `239_TTr-UBND.pdf`, `KH 128 (2010).pdf`. Nil where none stand there.
  private func numberInName(_ header: DocumentHeader) -> String? {
    let codes = [header.symbol?.split(separator: "-").first.map(String.init), header.type].compactMap(\.self)
    guard let fileName else { return nil }
    let words = Self.words(of: fileName)
    for code in codes.map({ folded(lowercased($0)) }) {
      for index in words.indices where words[index] == code {
        let beside = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
        if let number = beside.first(where: Self.isNumber) { return number }
      }
    }
    return nil
  }

  /// Runs of letters and runs of figures, without marks, in small letters.
  private static func words(of name: String) -> [String] {
    let stem = name.lastIndex(of: ".").map { name[..<$0] } ?? name[...]
    var words: [String] = [], kind = 0
    for letter in folded(lowercased(String(stem))) {
      let next = letter.isNumber ? 1 : letter.isLetter ? 2 : 0
      if next != 0, next == kind {
        words[words.count - 1].append(letter)
      } else if next != 0 {
        words.append(String(letter))
      }
      kind = next
    }
    return words
  }

  private static func isNumber(_ word: String) -> Bool {
    LetterheadLimits.digitsOfNumber.contains(word.count) && word.allSatisfy { $0.isASCII && $0.isNumber }
  }

  // MARK: - The signature

  /// The day of the first signature, where the printed month and year are its own.
  private func proposeDay(into header: inout DocumentHeader) {
    let days = signatures.compactMap { $0.time.flatMap { CalendarDate(iso: String($0.prefix(10))) } }
    guard header.date == nil, let first = days.min(), let place = header.evidence["date"]?.provenance else { return }
    let parts = header.dateParts
    guard parts.year ?? first.year == first.year, parts.month ?? first.month == first.month else { return }
    header.propose(
      Proposal(
        value: first.description, source: ProposalSource.signatureTime, confidence: Confidence(Weight.signatureTime),
        provenance: place), as: "date")
  }
}
