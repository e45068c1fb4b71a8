internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// What one half of a letterhead's line is (Nghị định 30/2020/NĐ-CP, Phụ lục I; Hướng dẫn 36-HD/VPTW).
enum HeadPiece: Sendable {
  /// The name of the State or the Party, or the motto.
  case national
  case number(DocumentSymbol)
  /// The line of the number, of which nothing can be read.
  case numberLine
  case placeAndDate(place: Passage, LetterheadDate)
  /// The type's name, and the words behind it that are the subject's.
  case type(DocumentTypes.Found, rest: Passage)
  /// A title that is that of no listed type: `BẢN ĐỀ NGHỊ`.
  case title
  /// `V/v …` of a công văn.
  case about
  /// `Về việc …`, which opens a công văn's subject only where that is expected.
  case aboutInFull
  case addressee
  /// Secrecy, urgency, draft.
  case mark
  case ornament
  case capitals
  case other
}

/// One half of a line, or a whole line that has no halves.
struct HeadHalf: Sendable {
  let passage: Passage
  let text: LooseText

  init(_ passage: Passage) {
    self.passage = passage
    text = LooseText(passage.text)
  }
}

/// A half of a line, what it is, and the rule that says so.
struct ReadHeadPiece {
  let half: HeadHalf
  let piece: HeadPiece
  let rule: String
  /// 0…1.
  let certainty: Double

  func value<Value>(_ value: Value) -> ReadValue<Value> {
    ReadValue(value: value, passage: half.passage, rule: rule, certainty: certainty)
  }
}

/// Cuts the lines of a letterhead into their pieces.
struct HeadPieceReader: Sendable {
  private let words: LetterheadWords
  let rules: RuleBook<HeadHalf, HeadPiece>

  init(_ phrases: Phrases, _ words: LetterheadWords, _ types: DocumentTypes) {
    self.words = words
    rules =
      HeadPieceRules(
        words: words, types: types, marks: phrases.table(.mark, .heading),
        titles: phrases.markedTable(.title, .letterhead)
      ).book
  }

  func pieces(of line: FlowLine) -> [ReadHeadPiece] {
    joined(line.halves).flatMap(cut).map { HeadHalf($0.withoutDustBefore) }.compactMap { half in
      rules.answer(to: half).map {
        ReadHeadPiece(half: half, piece: $0.answer, rule: $0.rule, certainty: $0.certainty)
      }
    }
  }

  /// The halves with what a wide blank for the pen parts joined again: `Số:      /KH-ATVSTP`, `ngày      tháng 5`.
  private func joined(_ halves: [Passage]) -> [Passage] {
    halves.reduce(into: []) { result, half in
      guard let last = result.last else { return result.append(half) }
      let whole = Passage(words: last.words + half.words), text = LooseText(whole.text)
      let isNumber =
        words.isNumberWord(LooseText(last.text)) && LetterheadNumber(in: text, words) != nil
        && words.date(in: LooseText(half.text)) == nil
      let isDay = words.date(in: text) != nil && words.opensMonth(LooseText(half.text))
      if isNumber || isDay { result[result.count - 1] = whole } else { result.append(half) }
    }
  }

  /// The parts of a half. Text inputs have no tab between the halves of a line: the right one begins where its wording
  /// does.
  private func cut(_ passage: Passage) -> [Passage] {
    let text = LooseText(passage.text)
    let right =
      words.nationalName(in: text)?.lowerBound ?? words.motto(in: text)?.lowerBound ?? endOfNumber(in: text)
      ?? endOfCapitals(in: text)
    guard let right, right > 0, right < text.count else { return [passage] }
    return [passage.slice(0..<right), passage.slice(right..<text.count)].filter { !$0.isEmpty }
  }

  /// Where the number's own part of a line ends; nil where no place and date follow it.
  private func endOfNumber(in text: LooseText) -> Int? {
    guard words.date(in: text) != nil, let number = LetterheadNumber(in: text, words) else { return nil }
    return number.range.upperBound
  }

  /// Where a body's capitals end and a place in small letters and a date follow, as the head of a Party paper has them at
  /// one height; nil where it is not so.
  private func endOfCapitals(in text: LooseText) -> Int? {
    guard let date = words.date(in: text) else { return nil }
    var end = 0
    while let space = text.firstIndex(of: .space, from: end), space < date.range.lowerBound {
      guard LooseText(text[end..<space]).isCapitals else { break }
      end = text.skipping([.space], from: space)
    }
    return LooseText(text[0..<end]).wordCount > 1 && end < date.range.lowerBound ? end : nil
  }
}

extension Passage {
  /// Without a speck that was read as a sign of its own before the first word: `: CHƯƠNG TRÌNH PHỐI HỢP`.
  fileprivate var withoutDustBefore: Passage {
    guard words.count > 1, let first = words.first?.text, first.allSatisfy({ ":;,.·•".contains($0) }) else {
      return self
    }
    return Passage(words: Array(words.dropFirst()))
  }
}
