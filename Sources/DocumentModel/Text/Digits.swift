extension BinaryInteger {
  /// The digits of the number, with zeros before them until there are `width`: `7.padded(to: 2)` is `07`. Digits above 9
  /// are capitals.
  public func padded(to width: Int, radix: Int = 10) -> String {
    let digits = String(self, radix: radix, uppercase: true)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Sequence<UInt8> {
  /// The bytes as hexadecimal digits in small letters, two a byte.
  public var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
