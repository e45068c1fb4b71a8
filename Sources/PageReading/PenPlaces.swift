internal import DocumentModel

/// Looks for the places where heads have figures: `Số: … /KH-UBND` and `ngày … tháng … năm 2026`.
struct PenPlaces {
  /// Widths in ems of the printed words, in Times, and of a letter of a symbol on the mean.
  private static let day = 1.9, month = 2.3, year = 1.7, number = 1.1, capital = 0.66
  private let page: Page

  init(_ page: Page) { self.page = page }

  /// The places of the page's head, in reading order.
  var all: [PenPlace] {
    guard let size = page.size else { return [] }
    let lines = page.lines.filter { line in
      line.box.map { Double($0.midY) < PenBounds.head * Double(size.height) } ?? false
    }
    let dates = lines.map(dates(in:))
    let em = dates.joined().first?.em
    return zip(lines, dates).flatMap { line, dates in
      (number(in: line, em: em ?? Double(line.box?.height ?? 0) * 1.15, width: size.width).map { [$0] } ?? []) + dates
    }
  }

  /// Whether a line is one of a head's number or day.
  func hold(_ line: Line) -> Bool {
    guard let size = page.size else { return false }
    let em = Double(line.box?.height ?? 0) * 1.15
    return !dates(in: line).isEmpty || number(in: line, em: em, width: size.width) != nil
  }

  /// The day and the month of a line that ends in a printed year; none in a sentence, which goes on after the year.
  private func dates(in line: Line) -> [PenPlace] {
    let letters = PrintedLetters(line.words)
    guard let words = DateWords(letters), let year = letters.word(at: words.figures)?.box else { return [] }
    let em = Double(year.width) / 2, foot = Double(year.bottom)
    guard let day = letters.edges(of: words.day, em: em, width: Self.day),
      let month = letters.edges(of: words.month, em: em, width: Self.month),
      let end = letters.edges(of: words.year, em: em, width: Self.year, inkBefore: true)
    else { return [] }
    func place(_ field: PenReading.Field, _ left: Double, _ right: Double, _ gap: Range<Int>) -> PenPlace {
      PenPlace(
        field: field, left: left, right: right, endsInSlash: false, baseline: foot, em: em,
        printed: letters.printed(after: gap.lowerBound, before: gap.upperBound))
    }
    return [
      place(.day, day.right, month.left, words.day.upperBound..<words.month.lowerBound),
      place(.month, month.right, end.left, words.month.upperBound..<words.year.lowerBound),
    ]
  }

  /// The number of a line that begins with “Số” at the left and has a symbol after a slash, or as the Party writes it
  /// after a dash (`12-KH/ĐU`).
  private func number(in line: Line, em: Double, width: Int) -> PenPlace? {
    let letters = PrintedLetters(line.words), text = letters.text
    guard em > 8, let first = letters.word(at: 0)?.box, Double(first.x) < 0.45 * Double(width),
      let start = text.prefixMatch(of: /S[oO0óôöõ6][:;.,]?/),
      let symbol = Self.symbol(in: text[start.range.upperBound...])
    else { return nil }
    let head = 0..<text.distance(from: text.startIndex, to: start.range.upperBound)
    let slash = text.distance(from: text.startIndex, to: symbol.lowerBound)
    guard let before = letters.edges(of: head, em: em, width: Self.number),
      let end = letters.symbol(at: slash, em: em, letter: Self.capital)
    else { return nil }
    return PenPlace(
      field: .number, left: before.right, right: end, endsInSlash: text[symbol.lowerBound] != "-",
      baseline: Double(first.bottom), em: em,
      printed: letters.printed(after: head.upperBound, before: slash))
  }

  /// A slash or a dash before capitals; a dash inside a symbol begins none.
  private static func symbol(in text: Substring) -> Range<String.Index>? {
    guard let found = text.firstMatch(of: /[\/⁄\-]\s?[A-ZĐ]/) else { return nil }
    let isInside = found.output.hasPrefix("-") && text[..<found.range.lowerBound].contains(/[A-ZĐ]{2}/)
    return isInside ? nil : found.range
  }
}

/// Where the words of a date stand among the letters of a line, misread or not.
private struct DateWords {
  let day, month, year: Range<Int>
  /// The first figure of the printed year.
  let figures: Int

  /// Nil for a line that is no date, or where the year has grown together with other words.
  init?(_ letters: PrintedLetters) {
    let text = letters.text.lowercased()
    guard text.count == letters.text.count, let day = text.firstMatch(of: /n?g[aoeu][yv]/)?.range,
      let month = text[day.upperBound...].firstMatch(of: /th?[aoi]ng|hang/)?.range,
      let year = text[month.upperBound...].firstMatch(of: /n[aoi][mn](?=\D{0,3}(?:19|20)\d\d\D{0,3}$)/)?.range
    else { return nil }
    func span(_ range: Range<String.Index>) -> Range<Int> {
      text.distance(
        from: text.startIndex, to: range.lowerBound)..<text.distance(
          from: text.startIndex, to: range.upperBound)
    }
    (self.day, self.month, self.year) = (span(day), span(month), span(year))
    let between = text[year.upperBound...].prefix { !$0.isNumber }.count
    figures = span(year).upperBound + between
    guard letters.word(at: figures)?.text.count == 4 else { return nil }
  }
}

extension PrintedLetters {
  /// Where a symbol with its slash begins: at the box of the word that it begins, else so many letters before the end of
  /// its word.
  func symbol(at index: Int, em: Double, letter: Double) -> Double? {
    guard let word = word(at: index), let box = word.box, let place = place(at: index) else { return nil }
    if place == 0 { return Double(box.x) }
    let rest = word.text.dropFirst(place + 1).reduce(0.3) {
      $0 + ($1 == "-" || $1 == "/" ? 0.33 : $1.isLowercase ? 0.45 : letter)
    }
    return max(Double(box.x), Double(box.right) - rest * em)
  }
}
