/// How sure a value is, from 0 (a guess) to 1 (certain). Written as a plain number.
public struct Confidence: Hashable, Comparable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public let value: Double

  /// Values outside 0...1 are drawn to the nearer end; what is not a number is 0.
  public init(_ value: Double) {
    self.value = value.isNaN ? 0 : min(max(value, 0), 1)
  }

  public init(floatLiteral value: Double) { self.init(value) }
  public init(integerLiteral value: Int) { self.init(Double(value)) }

  public static func < (a: Confidence, b: Confidence) -> Bool { a.value < b.value }

  /// The confidence of a value that needs all of them to be right: the lowest.
  public static func lowest(of parts: some Sequence<Confidence>) -> Confidence? { parts.min() }

  /// The mean; nil for none.
  public static func mean(of parts: some Collection<Confidence>) -> Confidence? {
    parts.isEmpty ? nil : Confidence(parts.reduce(0) { $0 + $1.value } / Double(parts.count))
  }
}

extension Confidence: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Double.self))
  }

  /// Three decimals: more would be noise in every file that is compared. Every digit where the encoder is told so.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    let keepsAll = CodingUserInfoKey.keepsEveryDigit.flatMap { encoder.userInfo[$0] as? Bool } ?? false
    try container.encode(keepsAll ? value : (value * 1000).rounded() / 1000)
  }
}

extension CodingUserInfoKey {
  /// Set to `true` where a value must be the same after it was written and read.
  public static let keepsEveryDigit = CodingUserInfoKey(rawValue: "sohoa.keeps-every-digit")
}
