internal import Foundation

/// What the argument parser says of itself, in Vietnamese: it knows English only.
///
/// Its headings and sentences are looked for as they stand in the text that it made; a sentence that is not listed here
/// stays English. The parser may reword them in any minor version: `Package.swift` holds it to one, and a test looks for
/// every sentence in what the parser says.
enum ParserWording {
  /// Everything that is looked for, in English.
  static var known: [String] { headings.map(\.en) + [endOfGroup] + (asides + faults).map(\.en) }

  /// A screen of help: its headings, and what the parser adds to the options.
  static func help(_ text: String) -> String {
    let lines = text.components(separatedBy: "\n").map { line in
      headings.first { line.hasPrefix($0.en) }.map { $0.vi + line.dropFirst($0.en.count) } ?? groupHeading(line) ?? line
    }
    return replaced(lines.joined(separator: "\n"), by: asides)
  }

  /// What is wrong with the arguments, with the lines on use below it.
  static func complaint(_ text: String) -> String {
    var lines = text.components(separatedBy: "\n")
    for index in lines.indices { lines[index] = complaintLine(lines[index]) }
    return lines.joined(separator: "\n")
  }

  private static func complaintLine(_ line: String) -> String {
    for (en, vi) in [("Error: ", "Lỗi: "), ("Help:  ", "Ý nghĩa: "), ("Usage: ", "Cách dùng: ")] {
      guard line.hasPrefix(en) else { continue }
      return vi + replaced(String(line.dropFirst(en.count)), by: en == "Error: " ? faults : asides)
    }
    return replaced(line, by: asides + faults)
  }

  private static let headings = [
    (en: "OVERVIEW: ", vi: ""), (en: "USAGE: ", vi: "CÁCH DÙNG: "), (en: "ARGUMENTS:", vi: "THAM SỐ:"),
    (en: "OPTIONS:", vi: "TÙY CHỌN:"), (en: "SUBCOMMANDS:", vi: "LỆNH CON:"),
  ]

  /// `VĂN BẢN SUBCOMMANDS:`.
  private static func groupHeading(_ line: String) -> String? {
    line.hasSuffix(endOfGroup) && !line.hasPrefix(" ") ? line.dropLast(endOfGroup.count) + ":" : nil
  }

  private static let endOfGroup = " SUBCOMMANDS:"

  /// The longer before the shorter that they hold.
  private static let asides: [(en: String, vi: String)] = [
    (" <subcommand>' for detailed help.", " <lệnh>' để biết chi tiết."), ("  See '", "  Xem '"),
    ("' for more information.", "' để biết thêm."), ("<subcommand>", "<lệnh>"), ("<options>", "<tùy-chọn>"),
    ("(default:", "(mặc định:"), ("; default:", "; mặc định:"), ("   default:", "   mặc định:"),
    (" (default) ", " (mặc định)"),
    ("(values:", "(giá trị:"), ("Show the version.", "In số phiên bản."),
    ("Show help information.", "In hướng dẫn này."),
    ("Show subcommand help information.", "In hướng dẫn của một lệnh."),
  ]

  private static let faults: [(en: String, vi: String)] = [
    ("Unknown option ", "Không có tùy chọn "), (". Did you mean ", ". Có phải ý là "), ("   or: ", "   hoặc: "),
    ("Missing value for ", "Thiếu giá trị của "), ("Missing expected argument ", "Thiếu tham số "),
    ("Missing one of: ", "Thiếu một trong: "),
    (" unexpected arguments: ", " tham số thừa: "), ("Unexpected argument ", "Thừa tham số "),
    ("' does not take any value, but '", "' không nhận giá trị, nhưng lại có '"), ("' was specified.", "'."),
    ("The option '", "Tùy chọn '"), ("The value '", "Giá trị '"), ("' is invalid for '", "' không dùng được cho '"),
    (". Please provide one of the following:", ". Chọn một trong:"), (". Please provide one of ", ". Chọn một trong "),
    ("' and '", "' và '"), ("' or '", "' hoặc '"),
    ("Invalid option: ", "Tùy chọn không hợp lệ: "),
    ("Value to be set with flag ", "Giá trị của "), (" had already been set with flag ", " đã được đặt bởi "),
  ]

  private static func replaced(_ text: String, by wording: [(en: String, vi: String)]) -> String {
    wording.reduce(text) { $0.replacing($1.en, with: $1.vi) }
  }
}
