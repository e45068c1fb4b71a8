/// How sure a value is, from 0 (a guess) to 1 (certain). Written as a plain number.
public struct Confidence: Hashable, Comparable, Sendable, ExpressibleByFloatLiteral, ExpressibleByIntegerLiteral {
  public let value: Double

  /// A value outside 0...1 becomes the nearer end; NaN becomes 0.
  public init(_ value: Double) {
    self.value = value.isNaN ? 0 : min(max(value, 0), 1)
  }

  public init(floatLiteral value: Double) { self.init(value) }
  public init(integerLiteral value: Int) { self.init(Double(value)) }

  public static func < (a: Confidence, b: Confidence) -> Bool { a.value < b.value }

  /// The confidence of a value that is right only where all its parts are: the lowest of theirs; nil without parts.
  public static func lowest(of parts: some Sequence<Confidence>) -> Confidence? { parts.min() }

  /// The mean; nil without parts.
  public static func mean(of parts: some Collection<Confidence>) -> Confidence? {
    parts.isEmpty ? nil : Confidence(parts.reduce(0) { $0 + $1.value } / Double(parts.count))
  }
}

extension Confidence: Codable {
  public init(from decoder: any Decoder) throws {
    self.init(try decoder.singleValueContainer().decode(Double.self))
  }

  /// Writes three decimals, since more would be noise in files that are compared; all digits where the encoder's
  /// `keepsEveryDigit` is set.
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
