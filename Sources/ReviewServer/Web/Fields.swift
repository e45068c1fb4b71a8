internal import DocumentModel

/// The fields of a query or a form, in order. A name may come more than once.
public struct Fields: Hashable, Sendable {
  public private(set) var pairs: [(name: String, value: String)]

  public init(_ pairs: [(name: String, value: String)] = []) { self.pairs = pairs }

  /// More than a form of ours ever has.
  private static let mostFields = 500

  /// Of `a=1&b=x+y%20z`. What is no UTF-8 is replaced, never refused.
  public init(encoded text: some StringProtocol) {
    pairs = text.split(separator: "&", maxSplits: Self.mostFields).prefix(Self.mostFields).map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return (
        Self.decoded(sides[0], plusIsSpace: true), sides.count > 1 ? Self.decoded(sides[1], plusIsSpace: true) : ""
      )
    }
  }

  /// The first of that name, without white space around it; nil where it is empty.
  public subscript(name: String) -> String? {
    let value = pairs.first { $0.name == name }?.value.trimmed(where: \.isWhitespace) ?? ""
    return value.isEmpty ? nil : String(value)
  }

  /// A number of that name.
  public func number(_ name: String) -> Int? { self[name].flatMap { Int($0) } }

  public func all(_ name: String) -> [String] { pairs.filter { $0.name == name }.map(\.value) }

  /// The same fields with one set to another value, or left out.
  public func setting(_ name: String, to value: String?) -> Fields {
    Fields(pairs.filter { $0.name != name } + (value.map { [(name, $0)] } ?? []))
  }

  /// As they stand in an address.
  public var encoded: String {
    pairs.map { "\(Self.encoded($0.name))=\(Self.encoded($0.value))" }.joined(separator: "&")
  }

  public static func == (a: Fields, b: Fields) -> Bool { a.encoded == b.encoded }
  public func hash(into hasher: inout Hasher) { hasher.combine(encoded) }

  // MARK: - Percent signs

  static func decoded(_ text: some StringProtocol, plusIsSpace: Bool = false) -> String {
    var bytes: [UInt8] = []
    var rest = Array(text.utf8)[...]
    while let byte = rest.popFirst() {
      if byte == 0x25, let high = rest.first.flatMap(digit), let low = rest.dropFirst().first.flatMap(digit) {
        bytes.append(high << 4 | low)
        rest = rest.dropFirst(2)
      } else {
        bytes.append(plusIsSpace && byte == 0x2B ? 0x20 : byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  static func encoded(_ text: String) -> String {
    let hex = Array("0123456789ABCDEF")
    return text.utf8.reduce(into: "") { result, byte in
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        result.unicodeScalars.append(UnicodeScalar(byte))
      default: result += "%\(hex[Int(byte >> 4)])\(hex[Int(byte & 15)])"
      }
    }
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x30...0x39: byte - 0x30
    case 0x41...0x46: byte - 0x37
    case 0x61...0x66: byte - 0x57
    default: nil
    }
  }
}
