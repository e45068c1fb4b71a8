internal import DocumentModel
internal import Vietnamese

/// Values as inventories write them. Each gives nil for an empty cell and throws for one that cannot be meant.
struct InventoryValues {
  struct Problem: Error {
    var message: Message
  }

  static func text(_ cell: String) -> String? {
    // Only a mark of its own (U+0300…U+036F) makes a text that is not composed.
    let isComposed = !cell.utf8.contains { $0 == 0xCC || $0 == 0xCD }
    let text = (isComposed ? cell : nfc(cell)).trimmedSpaces
    return text.isEmpty ? nil : text
  }

  /// `219`, `219 tờ`, `1.234`.
  static func count(_ cell: String, _ field: InventoryField) throws(Problem) -> Int? {
    guard let text = text(cell) else { return nil }
    let digits = text.prefix { $0.isNumber || $0 == "." || $0 == "," }
    let unit = String(text.dropFirst(digits.count)).trimmedSpaces
    let groups = digits.split(omittingEmptySubsequences: false) { $0 == "." || $0 == "," }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 }
    guard isGrouped, let value = Int(groups.joined()), value >= 0, value < 100_000_000, unit.allSatisfy(\.isLetter)
    else { throw Problem(message: .notACount(text, field)) }
    return value
  }

  /// `1,25` and `1.25`, with or without `m`.
  static func metres(_ cell: String) throws(Problem) -> Double? {
    guard let text = text(cell) else { return nil }
    let number = text.prefix { $0.isNumber || $0 == "." || $0 == "," }.replacing(",", with: ".")
    guard let value = Double(number), value >= 0, value < 1e7 else { throw Problem(message: .notACount(text, .metres)) }
    return value
  }

  /// `31/12/2025`, `12/2025`, `2025`, `2025-12-31` → `2025-12-31`, `2025-12`, `2025`.
  static func date(_ cell: String, _ field: InventoryField) throws(Problem) -> String? {
    guard let text = text(cell) else { return nil }
    let isISO = text.prefix(4).count == 4 && text.prefix(4).allSatisfy(\.isNumber)
    let parts = text.split { $0 == "/" || $0 == "-" || $0 == "." }.map(String.init)
    let ordered = isISO ? parts : parts.reversed()
    guard (1...3).contains(ordered.count) else { throw Problem(message: .notADate(text, field)) }
    return try date(
      day: ordered.count > 2 ? ordered[2] : "", month: ordered.count > 1 ? ordered[1] : "", year: ordered[0],
      shown: text, field: field)
  }

  /// Words and signs that join the ends of a period in one cell, each by what stands for it here.
  private static let periodWords = [("đến", "-"), ("–", "-"), ("từ", "")]

  /// `2010-2012`, `từ 01/2010 đến 12/2012`, `2010` → both ends.
  static func period(_ text: String) throws(Problem) -> (start: String?, end: String?) {
    let joined = periodWords.reduce(text) { $0.replacing($1.0, with: $1.1) }
    let ends = joined.split(separator: "-").map { String($0).trimmedSpaces }
    guard let first = ends.first, let last = ends.last, ends.count <= 2 else {
      throw Problem(message: .notADate(text, .period))
    }
    return (try date(first, .period), try date(last, .period))
  }

  /// The date that three cells make together; a day or a month that is not known is left out.
  static func date(
    day: String, month: String, year: String, shown text: String? = nil, field: InventoryField
  ) throws(Problem) -> String? {
    // Of most days a sheet has no such cells.
    if text == nil, day.isEmpty, month.isEmpty, year.isEmpty { return nil }
    let shown = text ?? [day, month, year].filter { !$0.isEmpty }.joined(separator: "/")
    if shown.trimmedSpaces.isEmpty { return nil }
    guard let year = Int(year.trimmedSpaces), (1800...2100).contains(year) else {
      throw Problem(message: .notADate(shown, field))
    }
    func part(_ text: String) throws(Problem) -> Int? {
      let digits = text.trimmedSpaces
      if digits.isEmpty || digits.allSatisfy({ $0 == "0" }) { return nil }
      guard let value = Int(digits) else { throw Problem(message: .notADate(shown, field)) }
      return value
    }
    let (monthNumber, dayNumber) = (try part(month), try part(day))
    guard let monthNumber else { return year.padded(to: 4) }
    guard let first = CalendarDate(year: year, month: monthNumber, day: dayNumber ?? 1) else {
      throw Problem(message: .notADate(shown, field))
    }
    return dayNumber == nil ? String(first.description.prefix(7)) : first.description
  }

  /// `12`, `12-15`, `12 - 15`.
  static func sheets(_ cell: String) throws(Problem) -> (from: Int?, to: Int?) {
    guard let text = text(cell) else { return (nil, nil) }
    let parts = text.split { $0 == "-" || $0 == "–" || $0 == "÷" }.map { String($0) }
    guard (1...2).contains(parts.count) else { throw Problem(message: .notACount(text, .sheet)) }
    let numbers = try parts.map { (part) throws(Problem) in try count(part, .sheet) }
    return (numbers.first ?? nil, numbers.last ?? nil)
  }

  /// Thông tư 05/2025/TT-BNV: 01 Vĩnh viễn, 02 70 năm, 03 50, 04 30, 05 20, 06 10, 07 khác.
  static func maintenance(_ cell: String) -> String? {
    guard let text = text(cell) else { return nil }
    let key = looseKey(text)
    if key.has("vinh vien") || key == "vv" { return "01" }
    if ["1", "2", "3", "4", "5", "6", "7"].contains(key.drop { $0 == "0" }), key.count <= 2 {
      return "0" + key.suffix(1)
    }
    let years = ["70": "02", "50": "03", "30": "04", "20": "05", "10": "06"]
    return years[String(key.prefix { $0.isNumber })] ?? "07"
  }

  /// 01 public, 02 with conditions, 03 secret.
  static func mode(_ cell: String) -> String? {
    guard let text = text(cell) else { return nil }
    let key = looseKey(text)
    if key.has("mat") { return "03" }
    if key.has("dieu kien") || key.has("han che") { return "02" }
    if key.has("cong khai") || key.has("rong rai") { return "01" }
    let digit = key.drop { $0 == "0" }
    return ["1", "2", "3"].contains(digit) ? "0" + digit : text
  }
}

extension String {
  /// Whether other plain letters stand in these: by bytes, since that of the library builds a searcher for every cell.
  fileprivate func has(_ words: String) -> Bool {
    var rest = utf8[...]
    while rest.count >= words.utf8.count {
      if rest.starts(with: words.utf8) { return true }
      rest = rest.dropFirst()
    }
    return false
  }
}

extension Message {
  static func notACount(_ text: String, _ field: InventoryField) -> Message {
    Message(
      "not-a-count", vi: "cột \(field.rawValue): “\(text)” không phải số đếm",
      en: "column \(field.rawValue): “\(text)” is no count")
  }

  static func notADate(_ text: String, _ field: InventoryField) -> Message {
    Message(
      "not-a-date", vi: "cột \(field.rawValue): “\(text)” không phải ngày tháng có thật",
      en: "column \(field.rawValue): “\(text)” is no day of the calendar")
  }
}
