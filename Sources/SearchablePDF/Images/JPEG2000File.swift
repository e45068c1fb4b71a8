/// The boxes of a JPEG 2000 file (ISO 15444-1, annex I) that PDF/A asks about (ISO 19005-2, 6.2.8.3).
struct JPEG2000File {
  private var channels = 0, depth: UInt8 = 255
  /// Method, approximation and number of each colour specification.
  private var colours: [(method: UInt8, approximation: UInt8, number: Int)] = []

  /// Nil where the bytes are no boxes: a bare code stream says nothing of its colours.
  init?(_ bytes: [UInt8]) {
    guard bytes.count > 12, bytes[4..<8].elementsEqual("jP  ".utf8) else { return nil }
    for (name, body) in Self.boxes(bytes[...]) where name == "jp2h" {
      for (name, body) in Self.boxes(body) { take(name, body) }
    }
  }

  private mutating func take(_ name: String, _ body: ArraySlice<UInt8>) {
    let bytes = Array(body.prefix(14))
    if name == "ihdr", bytes.count == 14 { (channels, depth) = (Int(bytes[8]) << 8 | Int(bytes[9]), bytes[10]) }
    if name == "colr", bytes.count >= 3 {
      let number = bytes.count >= 7 ? bytes[3..<7].reduce(0) { $0 << 8 | Int($1) } : 0
      colours.append((bytes[0], bytes[2], number))
    }
  }

  /// Name and content of each box, as far as they lie within the bytes.
  private static func boxes(_ bytes: ArraySlice<UInt8>) -> [(name: String, body: ArraySlice<UInt8>)] {
    var boxes: [(String, ArraySlice<UInt8>)] = [], rest = bytes
    while rest.count >= 8 {
      var length = rest.prefix(4).reduce(0) { $0 << 8 | Int($1) }, head = 8
      let name = String(decoding: rest.dropFirst(4).prefix(4), as: UTF8.self)
      if length == 1, rest.count >= 16 {
        (length, head) = (rest.dropFirst(8).prefix(8).reduce(0) { $0 << 8 &+ Int($1) }, 16)
      }
      if length == 0 { length = rest.count }
      guard length >= head, length <= rest.count else { break }
      boxes.append((name, rest.prefix(length).dropFirst(head)))
      rest = rest.dropFirst(length)
    }
    return boxes
  }

  /// One, three or four channels, or these with one that lets through; all of one depth, up to 38 bits; of many colour
  /// specifications exactly one that is said to be exact.
  var isArchival: Bool {
    let isOneOf = colours.count <= 1 || colours.count { $0.approximation == 1 } == 1
    let areKnown = colours.allSatisfy { (1...3).contains($0.method) && !($0.method == 1 && $0.number == 19) }
    return (1...5).contains(channels) && depth != 255 && depth & 0x7F <= 37 && isOneOf && areKnown
  }

  /// How many parts its own colours have where no profile says what they are; nil where one does, or nothing is said.
  var deviceColours: Int? {
    guard let first = colours.first, first.method == 1 else { return nil }
    return [12: 4, 16: 3, 17: 1, 18: 3][first.number]
  }

  var hasProfile: Bool { colours.contains { $0.method == 2 || $0.method == 3 } }
}
