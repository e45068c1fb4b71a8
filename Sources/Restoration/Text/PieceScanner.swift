/// Cuts white-space tokens into pieces. Training and decoding use the same scanner, so that they see the same pieces.
///
/// It works on UTF-8 and keeps its buffers between calls, since the corpora have 70 million tokens.
struct PieceScanner {
  /// Whether signs such as `¢` count as letters, which a foreign model reads in the place of Vietnamese ones.
  var signsAreLetters: Bool
  /// By character of the token: its class, and its UTF-8 offset; the end of the token is the last offset.
  private var classes: [ScalarClass] = []
  private var offsets: [Int] = []

  /// Digits of the longest number in a date; bytes of the shortest address; letters of the longest group in a symbol.
  private static let yearDigits = 4, shortestAddress = 6, longestSymbolPart = 8

  init(signsAreLetters: Bool = false) {
    self.signsAreLetters = signsAreLetters
  }

  /// Appends the pieces of the token that stands in `range` of `bytes`.
  mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, into pieces: inout [Piece]) {
    classify(bytes, range)
    guard let first = classes.firstIndex(where: \.isSolid), let last = classes.lastIndex(where: \.isSolid) else {
      for index in classes.indices { appendMark(at: index, into: &pieces) }
      return
    }
    for index in 0..<first { appendMark(at: index, into: &pieces) }
    scanCore(bytes, first..<(last + 1), into: &pieces)
    for index in (last + 1)..<classes.count { appendMark(at: index, into: &pieces) }
  }

  private mutating func classify(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    classes.removeAll(keepingCapacity: true)
    offsets.removeAll(keepingCapacity: true)
    var position = range.lowerBound
    while position < range.upperBound {
      let (scalar, length) = decodeScalar(bytes, at: position, end: range.upperBound)
      var kind = ScalarClass(scalar)
      if signsAreLetters, kind == .sign { kind = .letter }
      classes.append(kind)
      offsets.append(position)
      position += length
    }
    offsets.append(range.upperBound)
    if signsAreLetters {
      takeInBrackets()
      takeInLastQuote()
    }
  }

  /// Takes an apostrophe or question mark after the last letter into the word, since it may be a horn or hook: `co'`.
  private mutating func takeInLastQuote() {
    guard let last = classes.lastIndex(where: { $0 == .letter || $0 == .quote || $0 == .question }), last > 0,
      classes[last] != .letter, classes[last - 1] == .letter, classes.first != .quote
    else { return }
    classes[last] = .letter
  }

  /// Takes a bracket with two letters before it and one after it for a letter: `thé)ng`.
  private mutating func takeInBrackets() {
    // Two letters, the bracket, a letter.
    guard classes.count > 3, !(classes.first == .bracket) else { return }
    for index in 2..<(classes.count - 1) where classes[index] == .bracket {
      if classes[index - 1] == .letter, classes[index - 2] == .letter, classes[index + 1] == .letter {
        classes[index] = .letter
      }
    }
  }

  /// Appends a sign outside the core, if the language model has a symbol for it.
  private func appendMark(at index: Int, into pieces: inout [Piece]) {
    let kind: Piece.Kind
    switch classes[index] {
    case .comma: kind = .comma
    case .stop, .question: kind = .stop
    case .bracket: kind = .bracket
    case .dash: kind = .dash
    case .slash: kind = .slash
    default: return
    }
    pieces.append(Piece(kind: kind, start: offsets[index], end: offsets[index + 1]))
  }

  /// Appends the pieces of a stretch that begins and ends with a letter or digit.
  private func scanCore(_ bytes: UnsafeBufferPointer<UInt8>, _ core: Range<Int>, into pieces: inout [Piece]) {
    var hasDigit = false, hasLetter = false, hasJoint = false, hasMark = false
    for index in core {
      switch classes[index] {
      case .digit: hasDigit = true
      case .letter: hasLetter = true
      case .dash, .slash: hasJoint = true
      case .comma, .stop, .question, .bracket: hasMark = true
      default: break
      }
    }
    switch (hasDigit, hasLetter, hasJoint, hasMark) {
    case (false, _, false, false): append(.word, core, into: &pieces)
    case (true, false, false, _): append(.number, core, into: &pieces)
    case (true, false, true, _): append(isDate(core) ? .date : .number, core, into: &pieces)
    case (true, true, false, false): append(.mixed, core, into: &pieces)
    case (_, true, _, true) where isAddress(bytes, core): append(.code, core, into: &pieces)
    case (true, true, true, _): append(.code, core, into: &pieces)
    case (false, _, true, false) where isSymbol(bytes, core): append(.code, core, into: &pieces)
    default: split(bytes, core, into: &pieces)
    }
  }

  /// Cuts a core at the signs inside it and scans each part.
  private func split(_ bytes: UnsafeBufferPointer<UInt8>, _ core: Range<Int>, into pieces: inout [Piece]) {
    var start = core.lowerBound
    for index in core {
      switch classes[index] {
      case .comma, .stop, .question, .bracket, .dash, .slash:
        if start < index { scanCore(bytes, start..<index, into: &pieces) }
        appendMark(at: index, into: &pieces)
        start = index + 1
      default: break
      }
    }
    if start < core.upperBound { scanCore(bytes, start..<core.upperBound, into: &pieces) }
  }

  private func append(_ kind: Piece.Kind, _ core: Range<Int>, into pieces: inout [Piece]) {
    pieces.append(Piece(kind: kind, start: offsets[core.lowerBound], end: offsets[core.upperBound]))
  }

  /// Whether a core is a date: `19/6/2025`, `04-10-2025`, `6/2025`.
  private func isDate(_ core: Range<Int>) -> Bool {
    var run = 0, runs = 1
    for index in core {
      if classes[index] == .digit {
        run += 1
        if run > Self.yearDigits { return false }
      } else if classes[index] == .slash || classes[index] == .dash, run > 0 {
        run = 0
        runs += 1
      } else {
        return false
      }
    }
    return runs == 3 || (runs == 2 && run == Self.yearDigits)
  }

  /// Whether a core is an address of the web or of mail.
  private func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ core: Range<Int>) -> Bool {
    let from = offsets[core.lowerBound], to = offsets[core.upperBound]
    if to - from < Self.shortestAddress { return false }
    let text = UnsafeBufferPointer(rebasing: bytes[from..<to])
    if text.starts(with: "www.".utf8) || text.starts(with: "http".utf8) { return true }
    if let at = text.firstIndex(of: UInt8(ascii: "@")), at > 1 { return text[at...].contains(UInt8(ascii: ".")) }
    return text.reversed().starts(with: "nv.".utf8) || text.reversed().starts(with: "moc.".utf8)
  }

  /// Whether a core is a document symbol without a number: all groups between its hyphens and slashes are written as
  /// abbreviations, with one small letter at most (`NQ/TW`, `QĐ-TTg`).
  private func isSymbol(_ bytes: UnsafeBufferPointer<UInt8>, _ core: Range<Int>) -> Bool {
    var capitals = 0, letters = 0, parts = 1
    for index in core {
      switch classes[index] {
      case .dash, .slash:
        if capitals == 0 || letters > Self.longestSymbolPart || letters - capitals > 1 { return false }
        (capitals, letters, parts) = (0, 0, parts + 1)
      default:
        letters += 1
        let (scalar, _) = decodeScalar(bytes, at: offsets[index], end: offsets[index + 1])
        if isCapital(scalar) { capitals += 1 }
      }
    }
    return parts > 1 && capitals > 1 && letters - capitals <= 1
  }
}

/// The scalar at a position of UTF-8 and its length in bytes. A byte that begins no scalar counts as U+FFFD of one
/// byte, so that any bytes can be walked.
@inline(__always)
func decodeScalar(_ bytes: UnsafeBufferPointer<UInt8>, at position: Int, end: Int) -> (scalar: UInt32, length: Int) {
  let first = UInt32(bytes[position])
  if first < 0x80 { return (first, 1) }
  if first >= 0xC2, first < 0xE0, position + 1 < end {
    return ((first & 0x1F) << 6 | UInt32(bytes[position + 1]) & 0x3F, 2)
  }
  if first >= 0xE0, first < 0xF0, position + 2 < end {
    let middle = (UInt32(bytes[position + 1]) & 0x3F) << 6
    return ((first & 0x0F) << 12 | middle | UInt32(bytes[position + 2]) & 0x3F, 3)
  }
  if first >= 0xF0, first < 0xF5, position + 3 < end {
    let high = (UInt32(bytes[position + 1]) & 0x3F) << 12 | (UInt32(bytes[position + 2]) & 0x3F) << 6
    return ((first & 0x07) << 18 | high | UInt32(bytes[position + 3]) & 0x3F, 4)
  }
  return (0xFFFD, 1)
}
