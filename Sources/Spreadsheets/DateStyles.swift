internal import DocumentModel

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
    return CalendarDate(dayNumber: Int(serial) - daysTo1970)?.printed
  }

  /// From 30 December 1899 to 1 January 1970.
  private static let daysTo1970 = 25569
}
