/// The layout of the model file. All numbers are little-endian; every section begins at a multiple of eight bytes.
enum ModelLayout {
  static let magic: UInt64 = 0x314D_4C41_4F48_4F53  // "SOHOALM1"
  static let version: UInt32 = 1
  static let headerBytes = 256
  /// Words of the longest n-grams.
  static let order = 4

  /// Offsets of the numbers in the header, in bytes. The checksum covers everything from `words` on.
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

  /// The unit of probabilities and back-offs in the file, nats.
  static let step: Float = 1 / 16
  /// The byte that stands for a back-off of 0.
  static let backoffZero: Int32 = 192

  /// The cost of a probability as one byte, in steps: 0 to 15.9 nats.
  static func byte(logProbability: Float) -> UInt8 { byte(steps: -logProbability / step) }
  /// A back-off as one byte, in steps around `backoffZero`: −12 to 3.9 nats.
  static func byte(logBackoff: Float) -> UInt8 { byte(steps: Float(backoffZero) + logBackoff / step) }

  private static func byte(steps: Float) -> UInt8 { UInt8(min(max(steps.rounded(), 0), Float(UInt8.max))) }

  /// A sum over words of eight bytes that changes with every single bit.
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

/// What a word of the model is beside its letters: a valid Vietnamese syllable, and how it is cased.
struct WordFlags: OptionSet {
  let rawValue: UInt8
  static let syllable = WordFlags(rawValue: 1)
  static let lower = WordFlags(rawValue: 2)
  static let title = WordFlags(rawValue: 4)
  static let upper = WordFlags(rawValue: 8)
}
