/// A piece of HTML, or of the SVG in it. What is put into it as `\(text)` is shown as text whatever it holds; only
/// another piece of HTML is taken as it is. What OCR read, and the names of files, may be anything.
public struct HTML: Hashable, Sendable, ExpressibleByStringInterpolation {
  public private(set) var source: String

  public init(stringLiteral value: String) { source = value }
  public init(stringInterpolation: StringInterpolation) { source = stringInterpolation.source }

  /// Nothing.
  public static let none: HTML = ""

  public var isEmpty: Bool { source.isEmpty }

  public struct StringInterpolation: StringInterpolationProtocol {
    var source = ""

    public init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: String) { source += literal }
    public mutating func appendInterpolation(_ text: String) { append(text) }
    public mutating func appendInterpolation(_ text: Substring) { append(text) }
    public mutating func appendInterpolation(_ number: some BinaryInteger) { source += String(number) }
    public mutating func appendInterpolation(_ number: Double) { source += String(number) }
    public mutating func appendInterpolation(_ html: HTML) { source += html.source }
    public mutating func appendInterpolation(_ parts: [HTML]) { for part in parts { source += part.source } }

    private mutating func append(_ text: some StringProtocol) {
      for scalar in text.unicodeScalars {
        switch scalar {
        case "&": source += "&amp;"
        case "<": source += "&lt;"
        case ">": source += "&gt;"
        case "\"": source += "&quot;"
        case "'": source += "&#39;"
        default: source.unicodeScalars.append(scalar)
        }
      }
    }
  }

  public static func + (a: HTML, b: HTML) -> HTML { "\(a)\(b)" }
}

extension [HTML] {
  /// One after another.
  public func joined(by separator: HTML = "") -> HTML {
    var iterator = makeIterator()
    guard var whole = iterator.next() else { return .none }
    while let part = iterator.next() { whole = whole + separator + part }
    return whole
  }
}
