/// How far the grammar of citations looks, in scalars of the text.
enum CitationLimits {
  /// A number and symbol, `1234/2025/QĐ-TTg-UBND`, with spaces at its joints.
  static let longestSymbol = 40
  /// From the name of a type to the number: `Luật Lưu trữ số 33` has words of its own between.
  static let longestName = 80
  /// From a symbol to its day: `, ngày `.
  static let beforeDay = 10
  /// Shorter symbols that differ by a letter are two documents: `KH-BCĐ` and `KH-BCH`.
  static let shortestNear = 6
}

/// How often a citation is one and was read right, 0…1. By judgement.
enum CitationCertainties {
  static let citation = 0.95
}
