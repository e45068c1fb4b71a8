internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// Writes out the name of the issuing body from the capitals of a letterhead.
struct IssuerName: Sendable {
  /// A name as the record has it, and the source of its evidence: the rule that reads capitals, or `inferred` where a part
  /// of the name is not printed.
  struct Written {
    var text: String
    var source: String
  }

  private let heads: PhraseTable<Bool>
  private let casing: NameCasing
  /// The whole names of bodies that a letterhead begins with a short form of, by that form in capitals.
  private let shortForms: [String: String]
  /// Names of bodies of three words or more, in capitals, and their letters without marks and spaces.
  private let longNames: [(name: String, plain: [String])]
  /// The body that a letterhead has whose first line was lost and whose second is a place.
  private let supplied: String

  init(_ phrases: Phrases) {
    heads = phrases.names(.head)
    casing = NameCasing(phrases)
    shortForms = Dictionary(
      phrases.vocabulary.names.filter { $0.kind == .issuing && !$0.wording.contains(" ") }
        .map { (uppercased($0.wording), uppercased($0.meaning)) }
    ) { first, _ in first }
    longNames = phrases.vocabulary.names.filter { $0.kind == .issuing }.map(\.meaning)
      .filter { $0.split(separator: " ").count > 2 }
      .map { name in (uppercased(name), name.filter { $0 != " " }.map { folded(lowercased(String($0))) }) }
    supplied = phrases.vocabulary.names(.supplied).first.map(uppercased) ?? ""
  }

  /// The name from the lines at the upper left: the parent body and the issuing body, which is the last of them; or, of a
  /// joint document, all the bodies that issue it. Nil without lines.
  func written(_ lines: [String], isJoint: Bool) -> Written? {
    let bodies = bodies(of: lines.map(spelledOut), isJoint: isJoint)
    let issuing = isJoint ? bodies[...] : bodies.suffix(1)
    guard !issuing.isEmpty else { return nil }
    return Written(
      text: issuing.map { casing.cased($0.text) }.joined(separator: "; "),
      source: issuing.contains(where: \.isSupplied) ? EvidenceSource.inferred : HeadPieceRules.capitalsRule)
  }

  /// `ỦY BANNHÂNDÂN XÃ MỸ ĐIỀN` with the spaces between the words of the body's name.
  private func parted(_ line: String) -> String {
    let read = Array(line), places = read.indices.filter { read[$0] != " " }
    let letters = places.map { folded(lowercased(String(read[$0]))) }
    for (name, plain) in longNames where letters.starts(with: plain) {
      let end = places[plain.count - 1] + 1
      guard end == read.count || read[end] == " ", !line.hasPrefix(name) else { return line }
      var words: [String] = [], offset = 0
      for word in name.split(separator: " ") {
        words.append(String(places[offset..<offset + word.count].map { read[$0] }))
        offset += word.count
      }
      return words.joined(separator: " ") + String(read[end...])
    }
    return line
  }

  /// `UBND HUYỆN SÔNG LAM` with its first word in full.
  private func spelledOut(_ printed: String) -> String {
    let line = parted(printed)
    let first = line.prefix { $0 != " " }
    return shortForms[String(first)].map { $0 + line.dropFirst(first.count) } ?? line
  }

  /// The lines joined body by body: a line that begins no name goes on with the one above it. `isSupplied`: the name
  /// begins with a body that is not printed. A dash behind a line parts the bodies of a joint document, or is the rule under
  /// it.
  private func bodies(of lines: [String], isJoint: Bool) -> [(text: String, isSupplied: Bool)] {
    var result: [(text: String, isSupplied: Bool)] = []
    for line in lines {
      let text = LooseText(line)
      let head = heads.match(in: text, at: 0)?.range.upperBound ?? 0
      let isPlace = casing.beginsWithLevel(text, longerThan: head)
      // One word alone begins no name: `PHONG` below `TRƯỜNG THPT HƯNG` is no `PHÒNG`.
      let beginsName = !isPlace && head > 0 && line.contains(" ")
      if let last = result.last?.text, !beginsName || last.hasSuffix(",") || (last.hasSuffix("-") && !isJoint) {
        result[result.count - 1].text = last + " " + line
      } else {
        result.append(isPlace ? (supplied + " " + line, true) : (line, false))
      }
    }
    return result.map { ($0.text.withoutTrailingDash, $0.isSupplied) }
  }
}

extension String {
  /// Without dashes at its end, and the space before them.
  fileprivate var withoutTrailingDash: String { String(trimmedEnd { "-–— ".contains($0) }) }
}
