internal import DocumentModel
internal import Vietnamese

/// What speaks for a national name being that of a letterhead, and for its being that of a form printed in an annex. Each
/// piece that can be told adds its weight; the sum decides, since papers whose number and day are by pen show little.
struct LetterheadWeight {
  private let lines: [FlowLine]
  private let above: [FlowLine]
  private let pieces: HeadPieceReader
  private let words: LetterheadWords

  /// `lines` are the rest of the page, from the line of the national name on; `above` those of the page above it.
  init(_ lines: [FlowLine], above: [FlowLine], _ pieces: HeadPieceReader, _ words: LetterheadWords) {
    (self.lines, self.above, self.pieces, self.words) = (lines, above, pieces, words)
  }

  /// Set on the kinds of SplitTests: a number or a day that was filled in outweighs all that speaks of a form; a blank
  /// symbol or a year alone does so only where nothing else speaks against them.
  private enum Weight {
    static let number = 3.0, symbol = 1.5, misreadNumber = 1.0
    static let day = 3.0, year = 1.5
    /// A place for the number, or for the day, without dots: a form has dots to be filled in, a paper by pen what the engine
    /// did not see.
    static let unseen = 0.5
    static let form = -2.5, blanks = -1.5
    /// The least sum of a letterhead.
    static let letterhead = 1.0
  }

  var isLetterhead: Bool { total >= Weight.letterhead }

  private var total: Double {
    var number = 0.0, day = 0.0, isBelowTitle = false
    for line in lines.prefix(LineLimits.linesFromNameToNumber) {
      for read in pieces.pieces(of: line) {
        switch read.piece {
        case .number(let symbol): number = max(number, Self.weight(of: symbol))
        // Below the title `Số:` asks for something else than the number of the paper.
        case .numberLine where !isBelowTitle:
          number = max(number, Self.weight(ofUnread: read.half))
        case .placeAndDate(let place, let date) where !isBelowTitle && Self.isPlace(place):
          day = max(day, Self.weight(of: date, in: read.half))
        case .other where !isBelowTitle && words.isNumberWord(read.half.text): number = max(number, Weight.unseen)
        case .type, .title: isBelowTitle = true
        default: break
        }
      }
    }
    return number + day + (isUnderFormLabel ? Weight.form : 0) + (hasBlanks ? Weight.blanks : 0)
  }

  /// A symbol of one part (`Số: ....../BBLM`) is printed on forms.
  private static func weight(of symbol: DocumentSymbol) -> Double {
    if symbol.number != nil { return Weight.number }
    return symbol.parts.count > 1 ? Weight.symbol : 0
  }

  private static func weight(of date: LetterheadDate, in half: HeadHalf) -> Double {
    if date.date != nil { return Weight.day }
    return date.year != nil ? Weight.year : half.hasDots ? 0 : Weight.unseen
  }

  private static func weight(ofUnread half: HeadHalf) -> Double {
    isFilled(half.text) ? Weight.misreadNumber : half.hasDots ? 0 : Weight.unseen
  }

  /// Whether anything but dots stands where the number should.
  private static func isFilled(_ text: LooseText) -> Bool {
    let colon = text.plain.firstIndex { [.colon, .slash].contains($0) } ?? 0
    return text.plain[colon...].contains { $0.isDigit || $0.isPlainLetter }
  }

  /// A sentence that names a day is no line of place and day.
  private static func isPlace(_ place: Passage) -> Bool {
    place.words.count <= LineLimits.wordsOfPlace && !place.text.contains(where: \.isNumber)
  }

  private var isUnderFormLabel: Bool {
    let beside = lines.prefix(1).flatMap(\.halves).map { LooseText($0.text) }
    return (above.suffix(LineLimits.linesFromFormLabel).map(\.text) + beside).contains(where: words.opensForm)
  }

  private var hasBlanks: Bool {
    lines.prefix(LineLimits.linesOfForm).count(where: \.hasBlank) >= LineLimits.blanksOfForm
  }
}

extension HeadHalf {
  /// Whether there are dots to be filled in.
  fileprivate var hasDots: Bool { text.text.contains("…") || text.text.contains("..") || text.text.contains("__") }
}

extension FlowLine {
  /// Whether a dotted or drawn blank, to be filled in by pen, stands in the line.
  fileprivate var hasBlank: Bool {
    var run = 0
    for letter in string {
      switch letter {
      case "…": run += 3
      case ".", "_": run += 1
      case " " where run > 0: continue
      default: run = 0
      }
      if run >= LineLimits.dotsOfBlank { return true }
    }
    return false
  }
}
