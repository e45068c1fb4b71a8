/// The grammar of document symbols: numbers and letter groups between hyphens and slashes.
enum SymbolParts {
  /// The symbol without its number: `02-KH/BCĐTW` → `KH/BCĐTW`.
  static func body(of code: String) -> String { String(code.drop { $0.isNumber || $0 == "-" || $0 == "/" }) }

  /// The groups of letters: `02-KH/BCĐTW` → `KH`, `BCĐTW`; none for an address or a plain hyphenated word.
  static func letterGroups(_ code: String) -> [String] {
    if code.contains(where: { $0 == "@" || $0 == "." || $0 == ":" }) { return [] }
    let parts = code.split { $0 == "-" || $0 == "/" }.map(String.init)
    return parts.filter { $0.allSatisfy(\.isLetter) && $0.first?.isUppercase == true && $0.count <= 12 }
  }
}
