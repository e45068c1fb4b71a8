/// The files in a ZIP file that is held in memory.
struct ZipFile {
  private struct Entry {
    var method: Int
    var compressed: Int
    var size: Int
    var header: Int
  }

  private let bytes: [UInt8]
  private var entries: [String: Entry] = [:]

  /// Nil for what is no ZIP file, or one whose directory is damaged.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = Self.endOfDirectory(in: bytes) else { return nil }
    var place = number(at: end + 16, 4)
    for _ in 0..<number(at: end + 10, 2) {
      guard place + 46 <= bytes.count, number(at: place, 4) == 0x0201_4B50 else { return nil }
      let name = number(at: place + 28, 2)
      guard place + 46 + name <= bytes.count else { return nil }
      entries[String(decoding: bytes[place + 46..<place + 46 + name], as: UTF8.self)] = Entry(
        method: number(at: place + 10, 2), compressed: number(at: place + 20, 4), size: number(at: place + 24, 4),
        header: number(at: place + 42, 4))
      place += 46 + name + number(at: place + 30, 2) + number(at: place + 32, 2)
    }
  }

  /// A comment of up to 64 KB may follow the end record.
  private static func endOfDirectory(in bytes: [UInt8]) -> Int? {
    guard bytes.count >= 22 else { return nil }
    return (max(0, bytes.count - 22 - 65536)...(bytes.count - 22)).reversed().first {
      bytes[$0..<$0 + 4].elementsEqual([0x50, 0x4B, 0x05, 0x06])
    }
  }

  private func number(at place: Int, _ width: Int) -> Int {
    guard place >= 0, place + width <= bytes.count else { return 0 }
    return (0..<width).reduce(0) { $0 | Int(bytes[place + $1]) << (8 * $1) }
  }

  /// The contents of a file; nil where it is not there or damaged, or larger than `limit`.
  func contents(of name: String, limit: Int) -> [UInt8]? {
    guard let entry = entries[name], number(at: entry.header, 4) == 0x0403_4B50 else { return nil }
    let start = entry.header + 30 + number(at: entry.header + 26, 2) + number(at: entry.header + 28, 2)
    guard start + entry.compressed <= bytes.count else { return nil }
    let data = bytes[start..<start + entry.compressed]
    switch entry.method {
    case 0: return entry.compressed <= limit ? Array(data) : nil
    case 8: return Inflation.inflated(data, expecting: entry.size, limit: limit)
    default: return nil
    }
  }
}
