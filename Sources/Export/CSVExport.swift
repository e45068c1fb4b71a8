internal import DocumentModel

/// Comma-separated values after RFC 4180, behind a byte order mark, by which Excel knows that they are UTF-8.
public enum CSVExport {
  private static let byteOrderMark = "\u{FEFF}"

  public static func text(rows: [[String]]) -> String {
    byteOrderMark + rows.map { $0.map(cell).joined(separator: ",") + "\r\n" }.joined()
  }

  /// One cell, quoted where it has to be. A cell that a spreadsheet would run as a formula gets an apostrophe
  /// before it (CWE-1236); numbers and list dashes before words stay as they are.
  static func cell(_ text: String) -> String {
    let safe = guarded(text)
    let needsQuotes = safe.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    return needsQuotes || safe != text ? "\"" + safe.replacing("\"", with: "\"\"") + "\"" : safe
  }

  /// A row of tab-separated values, which spreadsheets open as they open CSV. Such a text has no quotes: tabs and line ends in
  /// a cell become spaces.
  public static func tabSeparated(_ cells: [String]) -> String {
    cells.map { cell in
      // Before they are spaces, since a formula behind one of them runs as well.
      let safe = guarded(cell)
      return String(
        String.UnicodeScalarView(safe.unicodeScalars.map { "\t\n\r".unicodeScalars.contains($0) ? " " : $0 }))
    }.joined(separator: "\t")
  }

  /// A cell as it was before its formula was guarded.
  public static func unguarded(_ cell: String) -> String {
    cell.hasPrefix("'") && isFormula(String(cell.dropFirst())) ? String(cell.dropFirst()) : cell
  }

  private static func guarded(_ text: String) -> String { isFormula(text) ? "'" + text : text }

  private static func isFormula(_ text: String) -> Bool {
    let start = text.unicodeScalars.drop { isUnseen($0) }
    guard let first = start.first else { return false }
    switch first {
    case "=", "@", "\t", "\r", "\n", "＝", "＠": return true
    case "+", "-", "＋", "－": return Double(text) == nil && !isListDash(start.dropFirst())
    default: return false
    }
  }

  /// Whether what follows a dash or a plus is an entry of a list: a space, a word or a number, and none of the signs that
  /// make a formula of it. Spreadsheets take spaces between sign and operand: `- 2+3+cmd|…` runs.
  private static func isListDash(_ rest: Substring.UnicodeScalarView) -> Bool {
    guard rest.first == " " else { return false }
    let entry = rest.drop { $0 == " " }
    guard let first = entry.first else { return true }
    if !first.properties.isAlphabetic, !isDigit(first) { return false }
    let signs: Set<Unicode.Scalar> = ["+", "*", "^", "&", "=", "<", ">", "|", "!", "＝", "＋"]
    if entry.contains(where: signs.contains) { return false }
    // Numbers alone, with what would be taken for a division or a subtraction, are a sum.
    if entry.allSatisfy({ isDigit($0) || "-/.,() ".unicodeScalars.contains($0) }),
      entry.contains(where: { "-/(".unicodeScalars.contains($0) })
    {
      return false
    }
    return !callsFunction(entry)
  }

  /// Whether a bracket opens right behind a letter or digit, as behind the name of a function.
  private static func callsFunction(_ text: Substring.UnicodeScalarView) -> Bool {
    zip(text, text.dropFirst()).contains { $1 == "(" && ($0.properties.isAlphabetic || isDigit($0)) }
  }

  /// Signs that spreadsheets pass over before a formula, or that nobody sees before one.
  private static func isUnseen(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{A0}" || scalar.value == 0 || scalar.properties.isDefaultIgnorableCodePoint
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
