/// Makes text of the rows of a file in any encoding that Vietnamese files come in, row by row: one file may have several.
public struct RowDecoder: Sendable {
  /// The old encodings that were met, in the order in which they were.
  public private(set) var encodings: [LegacyEncoding] = []
  /// Rows with letters beyond ASCII that were read, and those whose encoding is not known.
  private var known = 0, unknown = 0
  /// Words with letters beyond ASCII in rows whose encoding is not known.
  private var unknownWords = 0
  /// Whether a row was met that is no UTF-8: from there on bytes are looked at singly.
  private var isOfBytes = false
  private var finder = LineEncodings()

  public init() {}

  /// The texts of rows that follow each other. Bytes that cannot be read become U+FFFD.
  public mutating func texts(of rows: [ArraySlice<UInt8>]) -> [String] {
    let unicode = rows.map(Self.unicode)
    isOfBytes = isOfBytes || unicode.contains(nil)
    let lines = zip(rows, unicode).map { row, text in
      let western = isOfBytes ? WesternEuropean.text(of: row) : nil
      return LineEncodings.Line(unicode: text, western: western ?? text ?? "")
    }
    let found = finder.encodings(of: lines)
    return lines.indices.map { text(rows[$0], lines[$0], found[$0]) }
  }

  /// Whether the file is mostly in an encoding that is not known, and would come out as signs that nobody can read.
  public var isUnreadable: Bool { unknownWords >= Self.mostUnknownWords && unknown > known }
  /// Whether no row is in an encoding that is known for certain, and some are in no Unicode.
  public var isInDoubt: Bool { unknown > 0 && encodings.isEmpty }
  /// So many words may be odd in a file before it is refused.
  private static let mostUnknownWords = 8

  /// The row as UTF-8, with U+FFFD where it is damaged; nil for bytes that are no UTF-8. A damaged text has more whole
  /// letters than broken ones; a text of single bytes has next to none.
  private static func unicode(_ row: ArraySlice<UInt8>) -> String? {
    if let text = String(validating: row, as: UTF8.self) { return text }
    let (letters, faults) = multibyteCounts(in: row)
    return letters > faults ? String(decoding: row, as: UTF8.self) : nil
  }

  /// How many letters of two or more bytes are whole, and at how many places the bytes are not UTF-8.
  private static func multibyteCounts(in bytes: ArraySlice<UInt8>) -> (letters: Int, faults: Int) {
    var letters = 0, faults = 0
    var decoder = Unicode.UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch decoder.parseScalar(from: &iterator) {
      case .valid(let scalar): if scalar.count > 1 { letters += 1 }
      case .error: faults += 1
      case .emptyInput: return (letters, faults)
      }
    }
  }

  private mutating func text(_ row: ArraySlice<UInt8>, _ line: LineEncodings.Line, _ found: LegacyEncoding?) -> String {
    if row.contains(where: { $0 >= 0x80 }) { known += 1 }
    if let found {
      if !encodings.contains(found) { encodings.append(found) }
      return found.decoded(line.western)
    }
    if let text = line.unicode { return text }
    if WesternEuropean.isPunctuation(row) { return line.western }
    unknown += 1
    known -= 1
    unknownWords += EncodedWord.all(in: line.western, most: 100).count
    return String(decoding: row, as: UTF8.self)
  }
}
