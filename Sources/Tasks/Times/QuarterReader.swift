internal import Vietnamese

/// Reads the number of a quarter as it is printed and as an engine misread it.
struct QuarterReader {
  /// A number that has run together with its year.
  struct Joined: Equatable {
    /// Nil where more than one quarter could be meant.
    var quarter: Int?
    var year: Int
  }

  /// `3`, `III`; and what `II` and `III` are misread as: `11`, `1I1`, `IH`.
  func quarter(_ text: String) -> Int? {
    if let number = Int(text), (1...4).contains(number) { return number }
    let roman = uppercased(text.reduce(into: "") { $0 += $1 == "H" ? "II" : isStroke($1) ? "I" : String($1) })
    return romanValue(roman).flatMap { (1...4).contains($0) ? $0 : nil }
  }

  /// `IV2026`, `212026`, `12026`: the `/` before the year was lost or became a stroke. Where that leaves one quarter only
  /// it is that; strokes alone could be any of the first three, as strokes get lost too.
  func joined(_ text: String) -> Joined? {
    guard text.count > 4, let year = Int(text.suffix(4)), (2000...2100).contains(year) else { return nil }
    let printed = text.dropLast(4)
    guard !printed.allSatisfy({ isStroke($0) || $0 == "I" }) else {
      return printed.count <= 4 ? Joined(quarter: nil, year: year) : nil
    }
    let withoutSlash = printed.last.map { isStroke($0) || $0 == "I" } ?? false ? printed.dropLast() : printed
    let readings = Set([printed, withoutSlash].compactMap { quarter(String($0)) })
    guard let first = readings.first else { return nil }
    return Joined(quarter: readings.count == 1 ? first : nil, year: year)
  }

  private func isStroke(_ character: Character) -> Bool { "1l|".contains(character) }
}
