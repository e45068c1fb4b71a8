internal import DocumentModel
internal import Vietnamese

/// A corpus as numbers: one token a piece, words numbered by a `TypeTable`, a boundary at every stop and line end.
struct CorpusStream {
  /// Numbers below this are the language model's own symbols, see `Symbol`.
  static let firstWord = UInt32(Symbol.firstWord)

  private(set) var types: TypeTable
  /// Where each corpus begins in `tokens`, and whether its rare n-grams may be kept.
  private(set) var sections: [(start: Int, isOpen: Bool)] = []
  private(set) var tokens: [UInt32] = []
  /// Letter groups of document symbols (`QĐ`, `TTg`), for the grammar of symbols.
  private(set) var symbolParts: [String: Int] = [:]

  private var scanner = PieceScanner()
  private var pieces: [Piece] = []

  init() { types = TypeTable() }

  /// Adds a file of paragraphs, one a line.
  ///
  /// An open text is free of copyright, so that n-grams seen once may be kept; the lines that are held out are for
  /// measuring.
  mutating func add(contentsOf path: String, isOpen: Bool, heldOut: HeldOut) throws(Failure) {
    let file = try MappedFile(path: path)
    sections.append((tokens.count, isOpen))
    file.withBytes { bytes in
      var number = 0, start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != 0x0A { end += 1 }
        if !heldOut.contains(line: number) { add(line: UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        number += 1
        start = end + 1
      }
    }
  }

  /// Adds names that stand in no corpus, each as its own sentence.
  mutating func add(names: [String], times: Int, isOpen: Bool = true) {
    sections.append((tokens.count, isOpen))
    for name in names {
      var text = name
      for _ in 0..<times { text.withUTF8 { add(line: $0) } }
    }
  }

  private mutating func add(line: UnsafeBufferPointer<UInt8>) {
    if line.contains(0xCC) {
      var composed = nfc(String(decoding: line, as: UTF8.self))
      composed.withUTF8 { scan(line: $0) }
    } else {
      scan(line: line)
    }
    appendSymbol(Symbol.boundary)
  }

  private mutating func scan(line: UnsafeBufferPointer<UInt8>) {
    var start = 0
    while start < line.count {
      while start < line.count, line[start] <= 0x20 { start += 1 }
      var end = start
      while end < line.count, line[end] > 0x20 { end += 1 }
      if start < end {
        pieces.removeAll(keepingCapacity: true)
        scanner.scan(line, start..<end, into: &pieces)
        for piece in pieces { append(piece, of: line) }
      }
      start = end
    }
  }

  private mutating func append(_ piece: Piece, of line: UnsafeBufferPointer<UInt8>) {
    switch piece.kind {
    case .word:
      let type = types.intern(UnsafeBufferPointer(rebasing: line[piece.start..<piece.end]))
      tokens.append(UInt32(type) + Self.firstWord)
    case .code:
      countParts(UnsafeBufferPointer(rebasing: line[piece.start..<piece.end]))
      appendSymbol(Symbol.code)
    default:
      appendSymbol(Symbol.of(piece.kind))
    }
  }

  private mutating func appendSymbol(_ symbol: UInt16) {
    if symbol == Symbol.boundary, tokens.last == UInt32(Symbol.boundary) { return }
    tokens.append(UInt32(symbol))
  }

  private mutating func countParts(_ code: UnsafeBufferPointer<UInt8>) {
    if code.count > 40 { return }
    for part in SymbolParts.letterGroups(String(decoding: code, as: UTF8.self)) {
      symbolParts[part, default: 0] += 1
    }
  }
}

/// Which lines of a corpus are kept out of training: one block of lines in every so many.
public struct HeldOut: Hashable, Sendable {
  /// Lines of a block.
  public static let blockLines = 500
  /// One block in this many is kept out; none for 0.
  public var every: Int
  /// Which of them.
  public var kept: Int

  public init(every: Int = 40, kept: Int = 7) {
    self.every = every
    self.kept = kept
  }

  func contains(line: Int) -> Bool { every > 0 && line / Self.blockLines % every == kept }
}
