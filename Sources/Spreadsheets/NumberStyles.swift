internal import DocumentModel
internal import Foundation

/// How a workbook shows its numbers, by the styles of its cells.
struct NumberStyles {
  enum Style: Hashable {
    case day
    /// A code of a fixed number of digits, with what stands before and after it: `000` shows 7 as `007`.
    case digits(Int, before: String, after: String)
  }

  private var styles: [Int: Style] = [:]
  /// Whether days are counted from 1904, as Excel on a Mac did.
  private let isFrom1904: Bool

  /// Reads the part of the workbook that has the styles; nil where it has none.
  init(_ bytes: [UInt8]?, isFrom1904: Bool) {
    self.isFrom1904 = isFrom1904
    guard let bytes else { return }
    var scanner = XMLScanner(bytes), isInCells = false, index = 0
    var formats = Dictionary(uniqueKeysWithValues: (Array(14...17) + [22]).map { ($0, Style.day) })
    while let event = scanner.next() {
      switch event {
      case .start("numFmt", let attributes, _):
        guard let id = XMLScanner.attribute("numFmtId", in: attributes).flatMap({ Int($0) }) else { continue }
        formats[id] = XMLScanner.attribute("formatCode", in: attributes).flatMap(Self.style)
      case .start("cellXfs", _, let isEmpty): isInCells = !isEmpty
      case .end("cellXfs"): isInCells = false
      case .start("xf", let attributes, _) where isInCells:
        let format = XMLScanner.attribute("numFmtId", in: attributes).flatMap { Int($0) } ?? 0
        styles[index] = formats[format]
        index += 1
      default: break
      }
    }
  }

  private static func style(of code: String) -> Style? { isDay(code) ? .day : digits(code) }

  /// A format with a year or a day in it, outside what is quoted.
  private static func isDay(_ code: String) -> Bool {
    var isQuoted = false, isInBrackets = false
    for character in code.lowercased() {
      switch character {
      case "\"": isQuoted.toggle()
      // A colour, a language or a condition: `[Red]`, `[$-42A]`.
      case "[": isInBrackets = true
      case "]": isInBrackets = false
      case "y", "d": if !isQuoted, !isInBrackets { return true }
      default: break
      }
    }
    return false
  }

  /// Noughts alone, with words in quotation marks or single signs around them.
  private static func digits(_ code: String) -> Style? {
    var before = "", after = "", count = 0, isQuoted = false, isEscaped = false
    for character in code.prefix(while: { $0 != ";" }) {
      if isEscaped || isQuoted && character != "\"" {
        if count == 0 { before.append(character) } else { after.append(character) }
        isEscaped = false
      } else if character == "\"" {
        isQuoted.toggle()
      } else if character == "\\" {
        isEscaped = true
      } else if character == "0", after.isEmpty {
        count += 1
      } else {
        return nil
      }
    }
    return count > 1 || count == 1 && !(before + after).isEmpty ? .digits(count, before: before, after: after) : nil
  }

  /// A number as the sheet shows it.
  func text(_ raw: String, style: Int) -> String {
    guard let value = Double(raw) else { return raw }
    let plain = Self.plain(value, raw)
    switch styles[style] {
    case .day: return day(value) ?? plain
    case .digits(let count, let before, let after):
      guard let number = Int(plain), number >= 0 else { return plain }
      return before + number.padded(to: count) + after
    case nil: return plain
    }
  }

  /// Fifteen digits, as spreadsheet programs show: `120.00000000000001` is 120, `1.2E1` is 12.
  private static func plain(_ value: Double, _ raw: String) -> String {
    if value == value.rounded(), abs(value) < 1e15 { return String(Int(value)) }
    guard value.isFinite, let rounded = Double(String(format: "%.15g", value)) else { return raw }
    if rounded == rounded.rounded(), abs(rounded) < 1e15 { return String(Int(rounded)) }
    return rounded == value ? raw : String(rounded)
  }

  /// A serial number as `dd/mm/yyyy`; nil for a number that is no day.
  private func day(_ serial: Double) -> String? {
    guard serial.isFinite, (0..<2_958_466).contains(serial) else { return nil }
    if isFrom1904 { return CalendarDate(dayNumber: Int(serial) - Self.daysFrom1904)?.printed }
    guard serial >= 1 else { return nil }
    // 29 February 1900 is a day of spreadsheet programs only, so that days before it have a number less.
    let number = Int(serial) < 60 ? Int(serial) + 1 : Int(serial)
    return CalendarDate(dayNumber: number - Self.daysFrom1899)?.printed
  }

  /// From 30 December 1899, and from 1 January 1904, to 1 January 1970.
  private static let daysFrom1899 = 25569, daysFrom1904 = 24107
}
