internal import Foundation

/// What a document says, as 60 numbers: of two documents, the share of numbers that are equal estimates the share of
/// word pairs that they have in common (MinHash; Broder 1997). Marks do not count: two scans lose different ones.
struct Sketch: Equatable {
  static let count = 60
  /// Numbers that have to agree together before two documents are compared at all.
  static let rowsPerBand = 3

  let hashes: [UInt32]
  let words: Int

  /// Nil for a text too short to be told from others.
  init?(of words: [SearchWords.Word]) {
    guard words.count >= 20 else { return nil }
    let keys = words.map { Self.hash($0.plain) }
    var least = [UInt32](repeating: .max, count: Self.count)
    for (first, second) in zip(keys, keys.dropFirst()) {
      let pair = SplitMix64.mixed(first &* 31 &+ second)
      for index in least.indices {
        let value = UInt32(truncatingIfNeeded: (pair &* Self.factors[index]) >> 32)
        if value < least[index] { least[index] = value }
      }
    }
    self.hashes = least
    self.words = words.count
  }

  init(hashes: [UInt32], words: Int) {
    self.hashes = hashes
    self.words = words
  }

  func similarity(to other: Sketch) -> Double {
    Double(zip(hashes, other.hashes).count { $0 == $1 }) / Double(Self.count)
  }

  /// Keys under which documents that share a band of numbers meet.
  var bands: [Int64] {
    stride(from: 0, to: Self.count, by: Self.rowsPerBand).map { start in
      let key = hashes[start..<start + Self.rowsPerBand].reduce(UInt64(start)) { SplitMix64.mixed($0 ^ UInt64($1)) }
      return Int64(bitPattern: key)
    }
  }

  private static let factors: [UInt64] = (0..<UInt64(count)).map { SplitMix64.mixed($0 &+ 0x5EED) | 1 }

  private static func hash(_ word: String) -> UInt64 {
    word.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
  }
}

extension Sketch {
  var data: Data {
    Data(hashes.flatMap { hash in (0..<4).map { UInt8(truncatingIfNeeded: hash >> (8 * UInt32($0))) } })
  }

  init?(data: Data, words: Int) {
    let bytes = [UInt8](data)
    guard bytes.count == Self.count * 4 else { return nil }
    let hashes = stride(from: 0, to: bytes.count, by: 4).map { start in
      (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[start + $1]) << (8 * UInt32($1)) }
    }
    self.init(hashes: hashes, words: words)
  }
}
