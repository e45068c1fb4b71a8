/// Number and symbol of a document, read from `05/KH-UBND`, `02-KH/BCĐTW`, `30/2020/NĐ-CP`, `742/SKHCN-CĐS`.
public struct DocumentSymbol: Hashable, Sendable {
  /// As printed, with the year where the symbol has one (`30/2020`); nil where its place is blank.
  public var number: String?
  /// Type first for State and Party alike, its parts joined by `-`: `KH-BCĐTW`.
  public var symbol: String
  /// Digit, then hyphen: a Party paper. Digit, then slash: a paper of the State.
  public var isParty: Bool

  /// The parts of the symbol: `["KH", "BCĐTW"]`.
  public var parts: [String] { symbol.split(separator: "-").map(String.init) }

  public init(number: String?, symbol: String, isParty: Bool) {
    self.number = number
    self.symbol = symbol
    self.isParty = isParty
  }

  /// Reads one symbol that fills the whole text; spaces around its joints do not count. Nil for anything else.
  public init?(_ text: String) {
    guard Self.hasJoint(text) else { return nil }
    let compact = text.compactMap(\.withoutSpace)
    let number = compact.prefix(while: \.isPlainDigit)
    var rest = compact.dropFirst(number.count)
    if let small = rest.first, !number.isEmpty, small.isLowercase, small.isASCII { rest = rest.dropFirst() }
    guard let joint = rest.first, joint == "/" || joint == "-", number.count <= 6 else { return nil }
    var numberText = String(number)
    rest = rest.dropFirst()
    if joint == "/", let year = Self.year(at: rest) {
      numberText += "/" + year
      rest = rest.dropFirst(year.count + 1)
    }
    let parts = rest.split(omittingEmptySubsequences: false) { $0 == "-" || $0 == "/" }.map { String($0) }
    guard (1...5).contains(parts.count), parts.allSatisfy(Self.isSymbolPart) else { return nil }
    self.init(
      number: number.isEmpty ? nil : numberText, symbol: Self.normalised(parts).joined(separator: "-"),
      isParty: joint == "-")
  }

  /// Whether a text may have a joint, as few words have; 0xE2 begins the dashes.
  public static func hasJoint(_ text: String) -> Bool {
    text.utf8.contains { $0 == 0x2D || $0 == 0x2F || $0 == 0xE2 }
  }

  /// `2020` of `2020/NĐ-CP`.
  private static func year(at rest: ArraySlice<Character>) -> String? {
    guard rest.count > 4, rest[rest.startIndex + 4] == "/" else { return nil }
    let digits = String(rest.prefix(4))
    guard let year = Int(digits), (1945...2100).contains(year) else { return nil }
    return digits
  }

  /// Letters, at least one of them a capital; digits may follow (`QH15`).
  private static func isSymbolPart(_ part: String) -> Bool {
    guard let first = part.first, first.isLetter, first.isUppercase, part.count <= 16 else { return false }
    return part.allSatisfy { $0.isLetter || $0.isPlainDigit || $0 == "&" || $0 == "." }
  }

  /// `QĐTTg`, a slip that even clean texts have, is `QĐ-TTg`.
  private static func normalised(_ parts: [String]) -> [String] {
    guard let first = parts.first, parts.count == 1, first.hasSuffix("TTg"), first.count > 3 else { return parts }
    return [String(first.dropLast(3)), "TTg"]
  }
}

extension Character {
  /// The character with one hyphen for all dashes; nil for white space.
  fileprivate var withoutSpace: Character? {
    if let ascii = asciiValue { return ascii == 0x20 || (0x09...0x0D).contains(ascii) ? nil : self }
    let scalars = unicodeScalars
    guard let first = scalars.first, scalars.count == 1 else { return self }
    switch first.value {
    case 0x2010...0x2015, 0x2212: return "-"
    default: return first.properties.isWhitespace ? nil : self
    }
  }

  /// `0` to `9`.
  fileprivate var isPlainDigit: Bool { asciiValue.map { (0x30...0x39).contains($0) } ?? false }
}

extension DocumentSymbol {
  /// How the Party's bodies end in symbols: Tỉnh ủy, Huyện ủy, Quận ủy, Đảng ủy, Thành ủy and Thị ủy, the Centre.
  private static let partyEndings = ["TU", "HU", "QU", "ĐU", "ThU", "ThịU", "TW", "TƯ"]

  /// Number and symbol as papers write them: `05/KH-UBND` of the State, `285-KH/TU` of the Party; what is unknown is left
  /// blank. Nil without either.
  public static func printed(number: String?, symbol: String?) -> String? {
    guard number != nil || symbol != nil else { return nil }
    let parts = (symbol ?? "…").split(separator: "-", maxSplits: 1).map(String.init)
    let isParty = parts.count == 2 && partyEndings.contains { parts[1].hasSuffix($0) }
    return isParty ? "\(number ?? "…")-\(parts[0])/\(parts[1])" : "\(number ?? "…")/\(symbol ?? "…")"
  }
}
