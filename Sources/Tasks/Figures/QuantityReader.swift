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
}

/// Finds quantities in a text and leaves out the numbers that name something: dates, citations, `giai đoạn 1`,
/// `mức độ 2`, `tại 09 ấp`.
struct QuantityReader: Sendable {
  private let comparators: PhraseTable<Vocabulary.Role>
  private let ordinals: PhraseTable<Bool>
  private let measures: PhraseTable<Bool>
  private let references: ReferenceFinder
  private let dates: DateFinder
  /// A unit ends before one of these words.
  private let unitEnds: Set<String> = [
    "theo", "tại", "của", "được", "có", "cho", "về", "nộp", "mỗi", "còn", "đã", "trong", "trên", "và", "với", "hoạt",
    "là", "để", "từ", "đến", "bị", "phải", "quốc", "giải", "do", "ở", "không", "tài", "trước", "sau",
  ]

  init(_ phrases: Phrases) {
    comparators = PhraseTable(phrases.vocabulary.wordings(.quantity).filter { $0.1 == .atLeast || $0.1 == .atMost })
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

  /// `1.500`, `12`, `0,5`; of `14/14` the first.
  private func number(in text: LooseText, at start: Int) -> (Double?, Int) {
    var end = start
    var digits = ""
    var isFraction = false
    while end < text.count {
      let byte = text.plain[end]
      if byte.isDigit {
        digits.append(Character(UnicodeScalar(byte)))
      } else if byte == 0x2E, groupOfThree(in: text, at: end + 1) {
        // A point parts thousands, a comma parts decimals.
      } else if byte == 0x2C, !isFraction, end + 1 < text.count, text.plain[end + 1].isDigit {
        digits.append(".")
        isFraction = true
      } else {
        break
      }
      end += 1
    }
    let value = Double(digits)
    guard end + 1 < text.count, text.plain[end] == 0x2F, text.plain[end + 1].isDigit else { return (value, end) }
    return (value, text.skipping(Array("0123456789".utf8), from: end + 1))
  }

  private func groupOfThree(in text: LooseText, at offset: Int) -> Bool {
    let end = text.skipping(Array("0123456789".utf8), from: offset)
    return end - offset == 3
  }

  private func quantity(_ value: Double, _ range: Range<Int>, in text: LooseText) -> Quantity? {
    let comparator = comparator(around: range, in: text)
    let next = text.skipping([0x20], from: range.upperBound)
    if next < text.count, text.plain[next] == 0x25 {
      return Quantity(range: range.lowerBound..<next + 1, value: value, unit: "%", comparator: comparator ?? .equal)
    }
    let before =
      text[max(0, range.lowerBound - 14)..<range.lowerBound].split(separator: " ").last.map(String.init) ?? ""
    let word = LooseText(before)
    guard next > range.upperBound, next < text.count, text.scalars[next].properties.isLowercase,
      ordinals.match(in: word, at: 0)?.range.upperBound != word.count || word.count == 0
    else { return nil }
    let following = text[next..<min(text.count, next + 8)].split(separator: " ").first.map(String.init) ?? ""
    if unitEnds.contains(lowercased(following)) { return nil }
    // `Cả 18 khu phố` counts the places, `tại 09 ấp` only tells where.
    if comparator == nil, lowercased(before) != "cả", measures.match(in: text, at: next) != nil { return nil }
    return Quantity(range: range, value: value, unit: unit(in: text, at: next), comparator: comparator ?? .equal)
  }

  /// `ít nhất`, `không quá` before the number, at most two words off; `trở lên` after it.
  private func comparator(around range: Range<Int>, in text: LooseText) -> Target.Comparator? {
    let start = max(0, range.lowerBound - 20)
    let before = LooseText(text[start..<range.lowerBound])
    let near = comparators.all(in: before).last { before.count - $0.range.upperBound <= 6 }
    let after = LooseText(text[range.upperBound..<min(text.count, range.upperBound + 14)])
    let role =
      comparators.all(in: after).first { [.atLeast, .atMost].contains($0.value) && after[$0.range].hasPrefix("trở") }?
      .value ?? near?.value
    switch role {
    case .atLeast: return .atLeast
    case .atMost: return .atMost
    default: return nil
    }
  }

  /// The words after the number that name what is counted: at most five.
  private func unit(in text: LooseText, at start: Int) -> String {
    var words: [String] = []
    for word in text[start..<text.count].split(separator: " ") {
      if unitEnds.contains(lowercased(String(word))) && !words.isEmpty || words.count == 5 { break }
      let bare = word.filter { !",;.:".contains($0) }
      words.append(String(bare))
      if word.count != bare.count { break }
    }
    return words.joined(separator: " ")
  }
}
