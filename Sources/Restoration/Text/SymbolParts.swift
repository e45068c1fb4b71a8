/// The parts of a document symbol: a number and groups of letters between hyphens and slashes.
enum SymbolParts {
  /// The symbol without its number: `KH/BCĐTW` of `02-KH/BCĐTW`.
  static func body(of code: String) -> String { String(code.drop { $0.isNumber || $0 == "-" || $0 == "/" }) }

  /// The groups of letters that begin with a capital: `KH`, `BCĐTW` of `02-KH/BCĐTW`; none of an address.
  static func letterGroups(_ code: String) -> [String] {
    if code.contains(where: { $0 == "@" || $0 == "." || $0 == ":" }) { return [] }
    let parts = code.split { $0 == "-" || $0 == "/" }.map(String.init)
    return parts.filter {
      $0.allSatisfy(\.isLetter) && $0.first?.isUppercase == true && $0.count <= SearchLimits.longestSymbolPart
    }
  }
}
