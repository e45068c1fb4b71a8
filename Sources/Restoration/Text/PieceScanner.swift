/// Cuts white-space tokens into pieces. The same scanner feeds training and decoding, so that both see one text.
///
/// Works on UTF-8 bytes and keeps its buffers between calls: the corpora have 70 million tokens.
struct PieceScanner {
  /// Signs that stand for letters belong to the word: true for text read by a foreign model.
  var signsAreLetters: Bool
  private var classes: [ScalarClass] = []
  private var offsets: [Int] = []

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

  /// An apostrophe after the last letter may be the horn of ơ or ư: `co'`.
  private mutating func takeInLastQuote() {
    guard let last = classes.lastIndex(where: { $0 == .letter || $0 == .quote || $0 == .question }), last > 0,
      classes[last] != .letter, classes[last - 1] == .letter, classes.first != .quote
    else { return }
    classes[last] = .letter
  }

  /// A bracket with two letters before it and one after stands for a letter: `thé)ng`.
  private mutating func takeInBrackets() {
    guard classes.count > 3, !(classes.first == .bracket) else { return }
    for index in 2..<(classes.count - 1) where classes[index] == .bracket {
      if classes[index - 1] == .letter, classes[index - 2] == .letter, classes[index + 1] == .letter {
        classes[index] = .letter
      }
    }
  }

  /// A mark outside the core: what the language model sees of it.
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

  /// Cuts a core at the marks inside it and scans each part again.
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

  /// `19/6/2025`, `04-10-2025`, `6/2025`.
  private func isDate(_ core: Range<Int>) -> Bool {
    var run = 0, runs = 1
    for index in core {
      if classes[index] == .digit {
        run += 1
        if run > 4 { return false }
      } else if classes[index] == .slash || classes[index] == .dash, run > 0 {
        run = 0
        runs += 1
      } else {
        return false
      }
    }
    return runs == 3 || (runs == 2 && run == 4)
  }

  private func isAddress(_ bytes: UnsafeBufferPointer<UInt8>, _ core: Range<Int>) -> Bool {
    let from = offsets[core.lowerBound], to = offsets[core.upperBound]
    if to - from < 6 { return false }
    let text = UnsafeBufferPointer(rebasing: bytes[from..<to])
    if text.starts(with: "www.".utf8) || text.starts(with: "http".utf8) { return true }
    if let at = text.firstIndex(of: UInt8(ascii: "@")), at > 1 { return text[at...].contains(UInt8(ascii: ".")) }
    return text.reversed().starts(with: "nv.".utf8) || text.reversed().starts(with: "moc.".utf8)
  }

  /// Parts between hyphens and slashes that are all written as abbreviations: `NQ/TW`, `QĐ-TTg`.
  private func isSymbol(_ bytes: UnsafeBufferPointer<UInt8>, _ core: Range<Int>) -> Bool {
    var capitals = 0, letters = 0, parts = 1
    for index in core {
      switch classes[index] {
      case .dash, .slash:
        if capitals == 0 || letters > 8 || letters - capitals > 1 { return false }
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

/// One scalar of UTF-8; a byte that starts none is its own scalar, so that any bytes can be walked.
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
