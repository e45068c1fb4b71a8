/// How the model file is laid out. All numbers are little-endian; every section starts at a multiple of eight.
enum ModelLayout {
  static let magic: UInt64 = 0x314D_4C41_4F48_4F53  // "SOHOALM1"
  static let version: UInt32 = 1
  static let headerBytes = 256
  static let order = 4

  /// Where in the header the numbers stand.
  enum Field {
    static let magic = 0, version = 8, length = 16, checksum = 24, words = 32, keys = 36, levels = 40, sections = 64
  }

  enum Section: Int, CaseIterable {
    /// Folded keys: their ends in the heap, the heap, and the first word of each key.
    case keyEnds, keyBytes, keyWords
    /// Words in order of key: ends in the heap, the heap, and flags.
    case wordEnds, wordBytes, wordFlags
    /// One level of n-grams: last words, probabilities, back-offs, ends of the children.
    case probability1, backoff1, children1
    case words2, probability2, backoff2, children2
    case words3, probability3, backoff3, children3
    case words4, probability4
  }

  /// A probability as one byte: sixteenths of a nat.
  static func byte(logProbability: Float) -> UInt8 { UInt8(min(max((-16 * logProbability).rounded(), 0), 255)) }
  /// A back-off as one byte: sixteenths of a nat around 192.
  static func byte(logBackoff: Float) -> UInt8 { UInt8(min(max((192 + 16 * logBackoff).rounded(), 0), 255)) }

  /// A sum of eight-byte words that any changed bit changes.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var sum: UInt64 = 0x9E37_79B9_7F4A_7C15
    var position = 0
    while position + 8 <= bytes.count {
      sum = (sum ^ bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)) &* 0x2127_599B_F432_5C37
      sum ^= sum >> 32
      position += 8
    }
    while position < bytes.count {
      sum = (sum ^ UInt64(bytes[position])) &* 0x2127_599B_F432_5C37
      position += 1
    }
    return sum
  }
}

/// What is known of a word beside its letters.
struct WordFlags: OptionSet {
  let rawValue: UInt8
  static let syllable = WordFlags(rawValue: 1)
  static let lower = WordFlags(rawValue: 2)
  static let title = WordFlags(rawValue: 4)
  static let upper = WordFlags(rawValue: 8)
}
