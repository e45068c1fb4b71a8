/// An operator of a content stream with its operands, which stand before it.
public struct ContentOperation {
  public var name: String
  public var operands: [ArraySlice<UInt8>]
  /// Its bytes, operands included.
  public var range: Range<Int>
}

/// Splits a content stream into its operations (ISO 32000-1, 7.8.2). Bytes that are not PDF syntax are skipped.
public struct ContentOperations: Sequence, IteratorProtocol {
  private let bytes: [UInt8]
  private var position = 0

  public init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// The elements of an array: `[(a) -20 (b)]` has three.
  public static func elements(of array: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    var reader = ContentOperations(Array(array.dropFirst()))
    var elements: [ArraySlice<UInt8>] = []
    while let token = reader.token(), reader.bytes[token.lowerBound] != UInt8(ascii: "]") {
      elements.append(reader.bytes[token])
    }
    return elements
  }

  /// How many bytes the strings of a token have: of a string itself, or of those of an array.
  public static func bytesOfStrings(in token: ArraySlice<UInt8>) -> Int {
    switch token.first {
    case UInt8(ascii: "["): elements(of: token).reduce(0) { $0 + bytesOfStrings(in: $1) }
    case UInt8(ascii: "<"): token.count { $0 != 0x20 } / 2 - 1
    case UInt8(ascii: "("): bytesOfLiteral(token)
    default: 0
    }
  }

  /// `\)` and `\051` are one byte each.
  private static func bytesOfLiteral(_ token: ArraySlice<UInt8>) -> Int {
    var rest = token.dropFirst().dropLast(), count = 0
    while let byte = rest.popFirst() {
      count += 1
      guard byte == UInt8(ascii: "\\"), let escaped = rest.popFirst() else { continue }
      let octal = UInt8(ascii: "0")...UInt8(ascii: "7")
      if octal.contains(escaped) { rest = rest.dropFirst(rest.prefix(2).prefix(while: octal.contains).count) }
    }
    return count
  }

  public mutating func next() -> ContentOperation? {
    var operands: [ArraySlice<UInt8>] = []
    var start: Int?
    while let token = token() {
      start = start ?? token.lowerBound
      guard isOperator(token) else {
        operands.append(bytes[token])
        continue
      }
      let name = String(decoding: bytes[token], as: UTF8.self)
      if name == "BI" { position = endOfInlineImage() }
      return ContentOperation(name: name, operands: operands, range: (start ?? token.lowerBound)..<position)
    }
    return nil
  }

  /// The next name, number, string, array, dictionary or operator; nil at the end.
  private mutating func token() -> Range<Int>? {
    skipSpace()
    guard position < bytes.count else { return nil }
    let start = position
    switch bytes[position] {
    case UInt8(ascii: "("): position = endOfString(position)
    case UInt8(ascii: "["), UInt8(ascii: "{"): position = endOfGroup(position)
    case UInt8(ascii: "<"):
      let isDictionary = position + 1 < bytes.count && bytes[position + 1] == UInt8(ascii: "<")
      position = isDictionary ? endOfGroup(position) : end(of: UInt8(ascii: ">"), from: position)
    default:
      position += 1
      while position < bytes.count, isRegular(bytes[position]) { position += 1 }
    }
    return start..<position
  }

  private mutating func skipSpace() {
    while position < bytes.count {
      if bytes[position] == UInt8(ascii: "%") {
        while position < bytes.count, bytes[position] != 0x0A, bytes[position] != 0x0D { position += 1 }
      } else if isSpace(bytes[position]) {
        position += 1
      } else {
        return
      }
    }
  }

  private func isOperator(_ token: Range<Int>) -> Bool {
    guard let first = token.first else { return false }
    let byte = bytes[first]
    let isKeyword = (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
    let text = bytes[token]
    return isKeyword && !text.elementsEqual("true".utf8) && !text.elementsEqual("false".utf8)
      && !text.elementsEqual("null".utf8)
  }

  private func end(of byte: UInt8, from start: Int) -> Int {
    bytes[start...].firstIndex(of: byte).map { $0 + 1 } ?? bytes.count
  }

  private func endOfString(_ start: Int) -> Int {
    var depth = 0, index = start
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += 1
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      default: break
      }
      index += 1
      if depth == 0 { break }
    }
    return Swift.min(index, bytes.count)
  }

  /// The place behind the bracket that closes an array or a dictionary. Brackets in strings do not count.
  private func endOfGroup(_ start: Int) -> Int {
    var depth = 0, index = start
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "(") {
        index = endOfString(index)
        continue
      }
      if [UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<")].contains(byte) { depth += 1 }
      if [UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ">")].contains(byte) { depth -= 1 }
      index += 1
      if depth == 0 { break }
    }
    return index
  }

  /// The place behind the first `EI` with white space around it. The data of the image before it may hold any bytes.
  private func endOfInlineImage() -> Int {
    var index = position
    while index + 2 < bytes.count {
      let isAlone = isSpace(bytes[index]) && (index + 3 >= bytes.count || !isRegular(bytes[index + 3]))
      if isAlone, bytes[index + 1] == UInt8(ascii: "E"), bytes[index + 2] == UInt8(ascii: "I") { return index + 3 }
      index += 1
    }
    return bytes.count
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) || byte == 0 }

  private func isRegular(_ byte: UInt8) -> Bool { !isSpace(byte) && !"()<>[]{}/%".utf8.contains(byte) }
}
