internal import Export

/// A piece of HTML. What is put into it as `\(text)` is shown as text whatever it holds; only another piece of HTML is
/// taken as it is. What OCR read, and the names of files, may be anything.
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  public private(set) var source: String

  public init(stringLiteral value: String) { source = value }
  public init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Nothing.
  public static let none: HTML = ""

  public struct StringInterpolation: StringInterpolationProtocol {
    var source = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: String) { source += literal }
    public mutating func appendInterpolation(_ text: String) { source += escapedMarkup(text) }
    public mutating func appendInterpolation(_ number: some BinaryInteger) { source += String(number) }
    public mutating func appendInterpolation(_ html: HTML) { source += html.source }
    public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { source += part.source } }
  }

  public static func + (a: HTML, b: HTML) -> HTML { "\(a)\(b)" }
}

extension [HTML] {
  /// One after another.
  func joined(by separator: HTML = "") -> HTML {
    var iterator = makeIterator()
    guard var whole = iterator.next() else { return .none }
    while let part = iterator.next() { whole = whole + separator + part }
    return whole
  }
}
