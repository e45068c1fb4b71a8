internal import DocumentModel
internal import Foundation

/// What is wrong with a value of a field.
enum FieldFault: Hashable {
  case missing, tooLong(Int), notACode, badDate, notDigits, badCharacters
}

/// Brings a value into the form of the circular, and says what is wrong with one. Nothing is guessed or cut off.
struct FieldForm {
  let field: PackageField
  let codes: [PackageCode]
  /// What parts several codes of a field.
  let separator: String
  /// Whether a date without a day may stand although the circular's table has only whole ones.
  var allowsPartialDate = false

  /// The value as it stands in the package. `raw` is as the archive has it: a code or its name, a day in ISO 8601 or as the
  /// circular writes it.
  func value(of raw: String) -> Result<String, FieldProblem> {
    let text = raw.precomposedStringWithCanonicalMapping.trimmingCharacters(in: .whitespacesAndNewlines)
    if text.isEmpty { return .success("") }
    let formed: String?
    switch field.form {
    case .text: formed = text
    case .digits: formed = text.utf8.allSatisfy { (0x30...0x39).contains($0) } ? text : nil
    case .codes: formed = code(text)
    case .severalCodes: formed = several(text)
    case .date: formed = PackageDate.written(text, partial: allowsPartialDate)
    case .partialDate: formed = PackageDate.written(text, partial: true)
    }
    guard let formed else { return .failure(FieldProblem(faultOfForm)) }
    if let fault = fault(inLength: formed) { return .failure(FieldProblem(fault)) }
    return .success(formed)
  }

  private func fault(inLength text: String) -> FieldFault? {
    if !PackageText.isAllowed(text) { return .badCharacters }
    // A character is a Unicode scalar of NFC here, as XML Schema counts.
    guard let longest = field.longest, text.unicodeScalars.count > longest else { return nil }
    return .tooLong(text.unicodeScalars.count)
  }

  private var faultOfForm: FieldFault {
    switch field.form {
    case .digits: .notDigits
    case .date, .partialDate: .badDate
    default: .notACode
    }
  }

  private func code(_ text: String) -> String? {
    if codes.contains(where: { $0.code == text }) { return text }
    let small = text.lowercased()
    return codes.first { $0.smallName == small }?.code
  }

  private func several(_ text: String) -> String? {
    if let one = code(text) { return one }
    let parts = text.split(whereSeparator: { ";,".contains($0) }).map { code($0.trimmingCharacters(in: .whitespaces)) }
    let known = parts.compactMap { $0 }
    guard !known.isEmpty, known.count == parts.count, Set(known).count == known.count else { return nil }
    return known.joined(separator: separator)
  }
}

struct FieldProblem: Error {
  var fault: FieldFault
  init(_ fault: FieldFault) { self.fault = fault }
}

/// Days as the circular writes them: `03/05/2010`, and where a part is unknown `05/2010` and `2010`.
enum PackageDate {
  /// Nil for what is no day of the calendar, and for a month or a year alone where `partial` is false.
  static func written(_ text: String, partial: Bool) -> String? {
    guard let numbers = numbers(of: text), partial || numbers.count == 3 else { return nil }
    guard (1...9999).contains(numbers[0]), numbers.count < 2 || (1...12).contains(numbers[1]) else { return nil }
    if numbers.count == 3, CalendarDate(year: numbers[0], month: numbers[1], day: numbers[2]) == nil { return nil }
    return zip(numbers, [4, 2, 2]).map { $0.padded(to: $1) }.reversed().joined(separator: "/")
  }

  /// Year, month and day, as many as there are; nil for another form.
  static func numbers(of text: String) -> [Int]? {
    let isISO = text.contains("-")
    let parts = text.split(separator: isISO ? "-" : "/", omittingEmptySubsequences: false)
    let ordered = isISO ? Array(parts) : parts.reversed()
    guard (1...3).contains(ordered.count), ordered[0].utf8.count == 4,
      ordered.dropFirst().allSatisfy({ (1...2).contains($0.utf8.count) }),
      ordered.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) })
    else { return nil }
    return ordered.compactMap { Int($0) }
  }

  /// Whether a period surely ends before it begins: only parts that both have are compared.
  static func isReversed(from: String, to: String) -> Bool {
    guard let first = numbers(of: from), let last = numbers(of: to) else { return false }
    let count = min(first.count, last.count)
    return last.prefix(count).lexicographicallyPrecedes(first.prefix(count))
  }
}

/// What text a package may hold.
enum PackageText {
  /// Whether XML 1.0 can hold it without loss.
  static func isAllowed(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      switch scalar.value {
      case 0x09, 0x0A: true
      case 0..<0x20, 0x7F..<0xA0, 0xFFFE, 0xFFFF: false
      default: true
      }
    }
  }

  /// Whether a code may stand in names of files: `A–Z a–z 0–9 . _ -`, none of them in front that hides a file.
  static func isName(_ text: String) -> Bool {
    guard let first = text.utf8.first, first != UInt8(ascii: "."), first != UInt8(ascii: "-") else { return false }
    return text.utf8.allSatisfy { byte in
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-")
    } && !text.contains("..")
  }
}
