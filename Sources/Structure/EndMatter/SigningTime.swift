internal import DocumentModel

/// The time of a signature as signing services print it: `11.07.2025 16:12:05 +07:00`, `2025-07-11T16:12:05+07:00`,
/// `11/7/2025`.
struct SigningTime: Hashable {
  /// ISO 8601: the day, the time where one is printed, the offset where one is printed.
  let iso: String

  /// Nil where there is no possible day.
  init?(_ text: String) {
    let numbers = text.split { !$0.isASCII || !$0.isNumber }.compactMap { Int($0) }
    guard numbers.count >= 3 else { return nil }
    let yearFirst = numbers[0] > 31
    let (year, month, day) =
      yearFirst ? (numbers[0], numbers[1], numbers[2]) : (numbers[2], numbers[1], numbers[0])
    guard (1990...2100).contains(year), (1...12).contains(month), (1...31).contains(day) else { return nil }
    var iso = "\(year)-\(month.padded(to: 2))-\(day.padded(to: 2))"
    if numbers.count >= 5, (0...23).contains(numbers[3]), (0...59).contains(numbers[4]) {
      let second = numbers.count >= 6 && text.count(where: { $0 == ":" }) >= 2 ? numbers[5] : 0
      let clock = [numbers[3], numbers[4], second].map { $0.padded(to: 2) }.joined(separator: ":")
      iso += "T\(clock)\(Self.offset(in: text))"
    }
    self.iso = iso
  }

  /// `+07:00` or `+0700` at the end.
  private static func offset(in text: String) -> String {
    guard let sign = text.lastIndex(where: { $0 == "+" }) else { return "" }
    let digits = text[sign...].filter { $0.isASCII && $0.isNumber }
    return digits.count == 4 ? "+\(digits.prefix(2)):\(digits.suffix(2))" : ""
  }
}
