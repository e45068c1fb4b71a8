internal import DocumentModel

/// Strings as content streams write them (ISO 32000-1, 7.3.4).
enum PDFString {
  /// The bytes of `(…)` or `<…>`; none for anything else.
  static func bytes(of token: ArraySlice<UInt8>) -> [UInt8] {
    switch token.first {
    case UInt8(ascii: "("): literal(Array(token.dropFirst()))
    case UInt8(ascii: "<"): hexadecimal(token)
    default: []
    }
  }

  static func written(_ bytes: some Sequence<UInt8>) -> String {
    "<" + bytes.map { Int($0).padded(to: 2, radix: 16) }.joined() + ">"
  }

  private static func hexadecimal(_ token: ArraySlice<UInt8>) -> [UInt8] {
    var digits = token.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
    if digits.count % 2 == 1 { digits.append(0) }
    return stride(from: 0, to: digits.count, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) }
  }

  private static func literal(_ token: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var index = 0, depth = 0
    while index < token.count {
      let byte = token[index]
      index += 1
      switch byte {
      case UInt8(ascii: "\\"): escape(token, &index, &result)
      case UInt8(ascii: ")") where depth == 0: return result
      default:
        if byte == UInt8(ascii: "(") { depth += 1 }
        if byte == UInt8(ascii: ")") { depth -= 1 }
        result.append(byte)
      }
    }
    return result
  }

  private static let named: [UInt8: UInt8] = [
    UInt8(ascii: "n"): 0x0A, UInt8(ascii: "r"): 0x0D, UInt8(ascii: "t"): 0x09, UInt8(ascii: "b"): 0x08,
    UInt8(ascii: "f"): 0x0C,
  ]

  /// What follows a backslash: a letter, up to three octal digits, or the end of a line, which goes.
  private static func escape(_ token: [UInt8], _ index: inout Int, _ result: inout [UInt8]) {
    guard index < token.count else { return }
    let octal = token[index...].prefix(3).prefix { (0x30...0x37).contains($0) }
    if !octal.isEmpty {
      result.append(UInt8(truncatingIfNeeded: octal.reduce(0) { $0 << 3 | Int($1 - 0x30) }))
      index += octal.count
      return
    }
    let byte = token[index]
    index += 1
    if byte == 0x0D, index < token.count, token[index] == 0x0A { index += 1 }
    if byte != 0x0D && byte != 0x0A { result.append(named[byte] ?? byte) }
  }
}
