/// The signs that grammars look for in the plain form of a text, by name: `text.plain[offset] == .comma`.
extension UInt8 {
  public static let space = UInt8(ascii: " ")
  public static let comma = UInt8(ascii: ",")
  public static let period = UInt8(ascii: ".")
  public static let semicolon = UInt8(ascii: ";")
  public static let colon = UInt8(ascii: ":")
  /// Every dash is a hyphen in the plain form.
  public static let hyphen = UInt8(ascii: "-")
  public static let slash = UInt8(ascii: "/")
  public static let backslash = UInt8(ascii: "\\")
  public static let openBracket = UInt8(ascii: "(")
  public static let closeBracket = UInt8(ascii: ")")
  public static let openSquareBracket = UInt8(ascii: "[")
  public static let closeSquareBracket = UInt8(ascii: "]")
  /// Every double quotation mark is this one in the plain form.
  public static let quote = UInt8(ascii: "\"")
  public static let apostrophe = UInt8(ascii: "'")
  public static let percent = UInt8(ascii: "%")
  public static let plus = UInt8(ascii: "+")
  public static let asterisk = UInt8(ascii: "*")
  public static let bar = UInt8(ascii: "|")
  public static let underscore = UInt8(ascii: "_")
  public static let digit0 = UInt8(ascii: "0")
  public static let digit1 = UInt8(ascii: "1")
  public static let digit2 = UInt8(ascii: "2")
  public static let digit9 = UInt8(ascii: "9")
}

extension [UInt8] {
  /// What joins the numbers of a day, `31/12/2025`, `04-10-2025`, `15.7.2025`.
  public static let dateJoints: [UInt8] = [.slash, .hyphen, .period]
  /// What may stand behind a value and is no part of it.
  public static let closingSigns: [UInt8] = [.space, .period, .semicolon, .comma]
  /// The signs that end a clause.
  public static let clauseEnds: [UInt8] = [.semicolon, .period]
}

extension [UInt8] {
  public static let decimalDigits: [UInt8] = Array(UInt8.digit0...UInt8.digit9)
}
