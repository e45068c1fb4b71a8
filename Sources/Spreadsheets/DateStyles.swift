/// Which cell styles of a workbook show a number as a day.
enum DateStyles {
  static func read(_ bytes: [UInt8]) -> Set<Int> {
    var scanner = XMLScanner(bytes), formats: Set<Int> = Set(14...17).union([22]), styles: Set<Int> = []
    var isInCells = false, index = 0
    while let event = scanner.next() {
      switch event {
      case .start("numFmt", let attributes, _):
        if let id = XMLScanner.attribute("numFmtId", in: attributes).flatMap({ Int($0) }),
          let code = XMLScanner.attribute("formatCode", in: attributes), isDay(code)
        {
          formats.insert(id)
        }
      case .start("cellXfs", _, let isEmpty): isInCells = !isEmpty
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes, _) where isInCells:
        let format = XMLScanner.attribute("numFmtId", in: attributes).flatMap { Int($0) } ?? 0
        if formats.contains(format) { styles.insert(index) }
        index += 1
      default: break
      }
    }
    return styles
  }

  /// A format with a year or a day in it, outside what is quoted.
  private static func isDay(_ code: String) -> Bool {
    var isQuoted = false
    for character in code.lowercased() {
      if character == "\"" { isQuoted.toggle() }
      if !isQuoted, character == "y" || character == "d" { return !code.hasPrefix("[$") || code.contains("y") }
    }
    return false
  }

  /// Days since 30 December 1899, as `dd/mm/yyyy`; nil for a number that is no day.
  static func day(serial: Double) -> String? {
    guard serial.isFinite, (1..<2_958_466).contains(serial) else { return nil }
    // Civil day of a count from 1 March of year 0 (Hinnant).
    let shifted = Int(serial) - 25569 + 719_468
    let era = shifted / 146_097, dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0), day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(day))/\(two(month))/\(year)"
  }
}
