extension String {
  /// The parts of a printed number, without the marks that close it: one of `7`, `07.` and `7)`, two of `1.2`. Nil for
  /// anything else.
  public var numberParts: [Int]? {
    guard allSatisfy({ $0.isASCII && $0.isNumber || ".)".contains($0) }) else { return nil }
    let parts = split(whereSeparator: { ".)".contains($0) }).compactMap { Int($0) }
    return parts.isEmpty ? nil : parts
  }
}
