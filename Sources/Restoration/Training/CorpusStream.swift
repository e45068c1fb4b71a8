internal import DocumentModel
internal import Vietnamese

/// The corpora as numbers: one token for each piece, words numbered by a `TypeTable`, a boundary at every full stop and
/// end of line.
struct CorpusStream {
  /// Numbers below this are symbols of the language model, see `Symbol`.
  static let firstWord = UInt32(Symbol.firstWord)

  private(set) var types: TypeTable
  /// For each corpus, where it begins in `tokens` and whether its rare n-grams may be kept.
  private(set) var sections: [(start: Int, isOpen: Bool)] = []
  private(set) var tokens: [UInt32] = []
  /// Groups of letters of document symbols (`QĐ`, `TTg`) and how often each was seen.
  private(set) var symbolParts: [String: Int] = [:]

  private var scanner = PieceScanner()
  private var pieces: [Piece] = []

  init() { types = TypeTable() }

  /// Adds a file with one paragraph in each line. A text is open if it is free of copyright, so that its n-grams may be
  /// kept that were seen once. Lines that are held out serve for measuring.
  ///
  /// - Throws: `Failure` if the file cannot be opened, is empty or cannot be mapped.
  mutating func add(contentsOf path: String, isOpen: Bool, heldOut: HeldOut) throws(Failure) {
    let file = try MappedFile(path: path)
    sections.append((tokens.count, isOpen))
    file.withBytes { bytes in
      var number = 0, start = 0
      while start < bytes.count {
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "\n") { end += 1 }
        if !heldOut.contains(line: number) { add(line: UnsafeBufferPointer(rebasing: bytes[start..<end])) }
        number += 1
        start = end + 1
      }
    }
  }

  /// Adds names, each as a sentence of its own that is said `times` times.
  mutating func add(names: [String], times: Int, isOpen: Bool = true) {
    sections.append((tokens.count, isOpen))
    for name in names {
      var text = name
      for _ in 0..<times { text.withUTF8 { add(line: $0) } }
    }
  }

  private mutating func add(line: UnsafeBufferPointer<UInt8>) {
    // Combining marks begin with this byte in UTF-8; without them a line is composed already.
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
      while start < line.count, line[start] <= .space { start += 1 }
      var end = start
      while end < line.count, line[end] > .space { end += 1 }
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

  /// Bytes of the longest document symbol that is counted; longer ones are addresses.
  private static let longestCode = 40

  private mutating func countParts(_ code: UnsafeBufferPointer<UInt8>) {
    if code.count > Self.longestCode { return }
    for part in SymbolParts.letterGroups(String(decoding: code, as: UTF8.self)) {
      symbolParts[part, default: 0] += 1
    }
  }
}

/// The lines of a corpus that are left out of training, for measuring: one block of lines in every `every` blocks.
public struct HeldOut: Hashable, Sendable {
  /// How many lines a block has.
  public static let blockLines = 500
  /// One block of this many is left out; 0 leaves none out.
  public var every: Int
  /// Which of them, from 0.
  public var kept: Int

  public init(every: Int = 40, kept: Int = 7) {
    self.every = every
    self.kept = kept
  }

  func contains(line: Int) -> Bool { every > 0 && line / Self.blockLines % every == kept }
}
