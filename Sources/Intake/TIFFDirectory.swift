/// Finds the pages of a TIFF without decoding any: follows the chain of image file directories (TIFF 6.0, part 1).
enum TIFFDirectory {
  /// More pages than any scanner puts into a file; a longer chain is an attempt to keep us busy.
  static let mostPages = 10_000

  /// How many pages there are; nil as for `pages(of:)`.
  static func pageCount<Bytes: RandomAccessCollection>(of bytes: Bytes) -> Int?
  where Bytes.Element == UInt8, Bytes.Index == Int { pages(of: bytes)?.count }

  /// The places (0-based) in the chain of the directories that are pages: a smaller copy of another, or its mask, is none.
  /// Nil where the chain leads out of the file, back into itself, or past `mostPages`.
  static func pages<Bytes: RandomAccessCollection>(of bytes: Bytes) -> [Int]?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    guard let directories = directories(of: bytes) else { return nil }
    let fields = TIFFNumbers(bytes)
    let pages = directories.indices.filter { !fields.isCopy(directories[$0]) }
    return pages.isEmpty ? Array(directories.indices) : pages
  }

  private static func directories<Bytes: RandomAccessCollection>(of bytes: Bytes) -> [Int]?
  where Bytes.Element == UInt8, Bytes.Index == Int {
    guard bytes.count >= 8 else { return nil }
    let numbers = TIFFNumbers(bytes)
    var visited: Set<Int> = [], chain: [Int] = []
    var offset = numbers.number(at: 4, 4) ?? 0
    while offset != 0 {
      guard visited.insert(offset).inserted, visited.count <= mostPages, let entries = numbers.number(at: offset, 2),
        let next = numbers.number(at: offset + 2 + entries * 12, 4)
      else { return nil }
      chain.append(offset)
      offset = next
    }
    return chain.isEmpty ? nil : chain
  }
}

/// Numbers of a TIFF, in its own order of bytes.
private struct TIFFNumbers<Bytes: RandomAccessCollection> where Bytes.Element == UInt8, Bytes.Index == Int {
  private let bytes: Bytes
  private let isLittleEndian: Bool

  init(_ bytes: Bytes) { (self.bytes, isLittleEndian) = (bytes, bytes.first == 0x49) }

  func number(at offset: Int, _ length: Int) -> Int? {
    guard offset >= 0, offset + length <= bytes.count else { return nil }
    let digits = bytes[offset..<offset + length]
    return (isLittleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
  }

  /// Whether a directory says that its image is a smaller copy of another (bit 0 of NewSubfileType; 2 in the older
  /// SubfileType), or the mask of another (bit 2).
  func isCopy(_ directory: Int) -> Bool {
    let isNew = value(of: 254, in: directory).map { $0 & 0b101 != 0 } ?? false
    return isNew || value(of: 255, in: directory) == 2
  }

  /// The first number of a field, of 16 or 32 bits; nil where the directory is without it.
  private func value(of tag: Int, in directory: Int) -> Int? {
    for index in 0..<(number(at: directory, 2) ?? 0) {
      let entry = directory + 2 + index * 12
      guard number(at: entry, 2) == tag, let type = number(at: entry + 2, 2) else { continue }
      return number(at: entry + 8, type == 3 ? 2 : 4)
    }
    return nil
  }
}
