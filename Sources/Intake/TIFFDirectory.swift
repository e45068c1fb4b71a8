/// Counts the pages of a TIFF without decoding any: follows the chain of image file directories (TIFF 6.0, part 1).
enum TIFFDirectory {
  /// More pages than any scanner puts into a file; a longer chain is an attempt to keep us busy.
  static let mostPages = 10_000

  /// How many pages there are; nil where the chain leads out of the file, back into itself, or past `mostPages`.
  static func pageCount(of bytes: [UInt8]) -> Int? {
    guard bytes.count >= 8 else { return nil }
    let isLittleEndian = bytes[0] == 0x49
    func number(at offset: Int, _ length: Int) -> Int? {
      guard offset >= 0, offset + length <= bytes.count else { return nil }
      let digits = bytes[offset..<offset + length]
      return (isLittleEndian ? Array(digits.reversed()) : Array(digits)).reduce(0) { $0 << 8 | Int($1) }
    }
    var visited: Set<Int> = []
    var offset = number(at: 4, 4) ?? 0
    while offset != 0 {
      guard visited.insert(offset).inserted, visited.count <= mostPages, let entries = number(at: offset, 2),
        let next = number(at: offset + 2 + entries * 12, 4)
      else { return nil }
      offset = next
    }
    return visited.isEmpty ? nil : visited.count
  }
}
