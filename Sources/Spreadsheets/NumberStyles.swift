internal import DocumentModel
internal import Foundation

/// How a workbook shows its numbers, by the styles of its cells.
struct NumberStyles {
  enum Style: Hashable {
    case day
    /// A code of a fixed number of digits, with what stands before and after it: `000` shows 7 as `007`.
    case digits(Int, before: String, after: String)
  }

  private let styles: [Int: Style]
  /// Whether days are counted from 1904, as Excel on a Mac did.
  private let isFrom1904: Bool

  init(_ styles: [Int: Style], isFrom1904: Bool) { (self.styles, self.isFrom1904) = (styles, isFrom1904) }

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
