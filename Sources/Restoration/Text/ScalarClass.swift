/// The class of a character for the scanner, which sees one white-space token at a time.
enum ScalarClass: UInt8 {
  case letter, digit, comma, stop, question, bracket, dash, slash, quote
  /// A sign that a foreign model may read in the place of a letter: `¢`, `€`, `&`, …
  case sign
  case other
  case space

  private static let ascii: [ScalarClass] = (0..<128).map { code in
    switch UInt8(code) {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
    case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
    case UInt8(ascii: ","): .comma
    case UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "!"): .stop
    case UInt8(ascii: "?"): .question
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): .bracket
    case UInt8(ascii: "-"): .dash
    case UInt8(ascii: "/"): .slash
    case UInt8(ascii: "'"), UInt8(ascii: "\""), UInt8(ascii: "`"): .quote
    case UInt8(ascii: "&"), UInt8(ascii: "@"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "<"),
      UInt8(ascii: ">"), UInt8(ascii: "|"), UInt8(ascii: "^"), UInt8(ascii: "$"), UInt8(ascii: "~"):
      .sign
    case 0x09...0x0D, 0x20: .space
    default: .other
    }
  }

  init(_ scalar: UInt32) {
    if isASCII(scalar) {
      self = ScalarClass.ascii[Int(scalar)]
      return
    }
    switch scalar {
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: self = .letter
    case 0x300...0x36F, 0x370...0x1FFF: self = .letter
    case 0xA0, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x3000: self = .space
    case 0x2010...0x2015, 0x2212, 0x2022, 0x25CF: self = .dash
    case 0x2018...0x201F, 0xAB, 0xBB, 0xB4, 0x2032, 0x2033: self = .quote
    case 0x2026: self = .stop
    case 0xA2...0xA7, 0xA9, 0xAE, 0xB0, 0xB6, 0x20AC, 0xFB00...0xFB06: self = .sign
    case 0x2C00...0xD7FF, 0xF900...0xFAFF, 0x1F000...0x3FFFF: self = .letter
    default: self = .other
    }
  }

  /// Whether the core of a token can begin or end with it.
  var isSolid: Bool { self == .letter || self == .digit }
}
