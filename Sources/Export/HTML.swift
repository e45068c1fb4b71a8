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
    /// Whether the next text goes into a form, from where it comes back: it is left as it is.
    private var isOfForm = false

    public init(literalCapacity: Int, interpolationCount: Int) {
      source.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    public mutating func appendLiteral(_ literal: String) {
      source += literal
      isOfForm = literal.hasSuffix("=\"") || literal.contains("<textarea")
    }
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
        case _ where !isOfForm && scalar.turnsWriting:
          source += "⟨U+\(String(scalar.value, radix: 16, uppercase: true))⟩"
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

extension Unicode.Scalar {
  /// Whether a mark without a picture of its own turns the direction of what stands around it: `gpj.exe` is shown as
  /// `exe.jpg` behind one. Pages show its number in its place.
  public var turnsWriting: Bool {
    switch value {
    case 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }
}
