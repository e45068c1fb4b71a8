internal import DocumentModel
internal import Vietnamese

/// Number and symbol as documents are compared by: `02-KH/BCĐTW`, `2/KH-BCĐTW` and `02/KH-BCDTW` are `kh-bcdtw/2`.
/// Marks do not count, since citations are read with worse marks than heads.
public enum DocumentKey {
  /// Empty where the symbol is not known.
  static func key(number: String?, symbol: String?) -> String {
    guard let symbol, !symbol.isEmpty else { return "" }
    let digits = (number ?? "").drop { $0 == "0" }
    return "\(plain(symbol))/\(digits)"
  }

  /// A symbol as it is compared: lists part it with spaces and begin it with the stroke before it, `/CV - CC`.
  static func plain(_ symbol: String) -> String {
    let plain = folded(lowercased(nfc(symbol))).filter { !$0.isWhitespace }.map(canonical)
    return String(plain.drop { $0 == "/" || $0 == "-" })
  }

  private static func canonical(_ sign: Character) -> Character {
    sign.unicodeScalars.first.map { Character(canonicalPunctuation($0)) } ?? sign
  }

  /// The key of a symbol that a person typed; nil for a text that is no symbol.
  static func key(of text: String) -> String? {
    DocumentSymbol(nfc(text)).map { key(number: $0.number, symbol: $0.symbol) }
  }
}
