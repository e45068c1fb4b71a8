internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A number with what it counts.
struct Quantity: Sendable {
  /// Of the number and its `%`.
  var range: Range<Int>
  var value: Double
  /// `%`, or the words after the number.
  var unit: String
  var comparator: Target.Comparator
  /// Name of the rule that gave the comparator.
  var rule: String
}

/// Finds quantities in a text and leaves out the numbers that name something: dates, citations, `giai đoạn 1`,
/// `mức độ 2`, `tại 09 ấp`.
struct QuantityReader: Sendable {
  let bounds: QuantityBounds
  private let ordinals: PhraseTable<Bool>
  private let measures: PhraseTable<Bool>
  private let references: ReferenceFinder
  private let dates: DateFinder
  /// A unit ends before one of these words.
  private let unitEnds: Set<String>
  /// `Cả 18 khu phố` counts the places.
  private let every: Set<String>

  init(_ phrases: Phrases) {
    bounds = QuantityBounds(phrases)
    unitEnds = phrases.words(.unitEnd, .quantity)
    every = phrases.words(.every, .quantity)
    ordinals = phrases.table(.ordinal, .quantity)
    measures = phrases.table(.measure, .quantity)
    references = ReferenceFinder(phrases)
    dates = DateFinder(phrases)
  }

  func quantities(in text: LooseText, range: Range<Int>) -> [Quantity] {
    let part = LooseText(text[range])
    let taken = dates.dates(in: part).map(\.range) + references.citations(in: part).map(\.range)
    var result: [Quantity] = []
    var offset = 0
    while offset < part.count {
      guard part.plain[offset].isDigit, part.isBoundary(at: offset) else {
        offset += 1
        continue
      }
      let (value, end) = number(in: part, at: offset)
      if let value, !taken.contains(where: { $0.overlaps(offset..<end) }),
        var quantity = quantity(value, offset..<end, in: part)
      {
        quantity.range = quantity.range.lowerBound + range.lowerBound..<quantity.range.upperBound + range.lowerBound
        result.append(quantity)
      }
      offset = max(end, offset + 1)
    }
    return result
  }

  /// The amount of a cell that holds nothing else, with its bound: `95`, `≥ 95%`, `Trên 1.500`. The unit is `%` or empty.
  func amount(in cell: String) -> Quantity? {
    let text = LooseText(cell)
    guard let start = text.plain.firstIndex(where: \.isDigit) else { return nil }
    let (value, end) = number(in: text, at: start)
    guard let value, let bound = bounds.book.answer(to: QuantityBounds.Number(text: text, range: start..<end)) else {
      return nil
    }
    let sign = Self.signs.first { cell.prefix(while: { !$0.isNumber }).contains($0.key) }
    return Quantity(
      range: start..<end, value: value, unit: cell.contains("%") ? "%" : "", comparator: sign?.value ?? bound.answer,
      rule: bound.rule)
  }

  private static let signs: [Character: Target.Comparator] = [
    "≥": .atLeast, ">": .atLeast, "≤": .atMost, "<": .atMost,
  ]

  /// `1.500`, `12`, `0,5`; of `14/14` the first.
  private func number(in text: LooseText, at start: Int) -> (Double?, Int) {
    var end = start
    var digits = ""
    var isFraction = false
    while end < text.count {
      let byte = text.plain[end]
      if byte.isDigit {
        digits.append(Character(UnicodeScalar(byte)))
      } else if byte == .period, groupOfThree(in: text, at: end + 1) {
        // A point parts thousands, a comma parts decimals.
      } else if byte == .comma, !isFraction, end + 1 < text.count, text.plain[end + 1].isDigit {
        digits.append(".")
        isFraction = true
      } else {
        break
      }
      end += 1
    }
    let value = Double(digits)
    guard end + 1 < text.count, text.plain[end] == .slash, text.plain[end + 1].isDigit else { return (value, end) }
    return (value, text.skipping(.digits, from: end + 1))
  }

  private func groupOfThree(in text: LooseText, at offset: Int) -> Bool {
    let end = text.skipping(.digits, from: offset)
    return end - offset == 3
  }

  private func quantity(_ value: Double, _ range: Range<Int>, in text: LooseText) -> Quantity? {
    guard let bound = bounds.book.answer(to: QuantityBounds.Number(text: text, range: range)) else { return nil }
    let next = text.skipping([.space], from: range.upperBound)
    if next < text.count, text.plain[next] == .percent {
      return Quantity(
        range: range.lowerBound..<next + 1, value: value, unit: "%", comparator: bound.answer, rule: bound.rule)
    }
    let before =
      text[max(0, range.lowerBound - FigureLimits.wordBefore)..<range.lowerBound].split(separator: " ").last.map(
        String.init) ?? ""
    let word = LooseText(before)
    guard next > range.upperBound, next < text.count, text.scalars[next].properties.isLowercase,
      ordinals.match(in: word, at: 0)?.range.upperBound != word.count || word.count == 0
    else { return nil }
    let following =
      text[next..<min(text.count, next + FigureLimits.wordBehind)].split(separator: " ").first.map(String.init) ?? ""
    if unitEnds.contains(lowercased(following)) { return nil }
    // `Cả 18 khu phố` counts the places, `tại 09 ấp` only tells where.
    if bound.answer == .equal, !every.contains(lowercased(before)), measures.match(in: text, at: next) != nil {
      return nil
    }
    return Quantity(
      range: range, value: value, unit: unit(in: text, at: next), comparator: bound.answer, rule: bound.rule)
  }

  /// The words after the number that name what is counted.
  private func unit(in text: LooseText, at start: Int) -> String {
    var words: [String] = []
    for word in text[start..<text.count].split(separator: " ") {
      if unitEnds.contains(lowercased(String(word))) && !words.isEmpty || words.count == FigureLimits.longestUnit {
        break
      }
      let bare = word.filter { !",;.:".contains($0) }
      words.append(String(bare))
      if word.count != bare.count { break }
    }
    return words.joined(separator: " ")
  }
}
