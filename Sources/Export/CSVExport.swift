internal import DocumentModel

/// Comma-separated values after RFC 4180, behind a byte order mark, by which Excel knows that they are UTF-8.
public enum CSVExport {
  private static let byteOrderMark = "\u{FEFF}"

  public static func text(rows: [[String]]) -> String {
    byteOrderMark + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One cell, quoted where it has to be. A cell that a spreadsheet would run as a formula gets an apostrophe
  /// before it (CWE-1236); numbers and list dashes followed by a space stay as they are.
  static func cell(_ text: String) -> String {
    let safe = isFormula(text) ? "'" + text : text
    let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes || safe != text ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  private static func isFormula(_ text: String) -> Bool {
    let start = text.unicodeScalars.drop { $0 == " " || $0.value == 0 }
    guard let first = start.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\n", "＝", "＠": return true
    case "+", "-", "＋", "－": return Double(text) == nil && !String(start.dropFirst()).hasPrefix(" ")
    default: return false
    }
  }
}
