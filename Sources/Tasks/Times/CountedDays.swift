internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A place in a deadline's words, with what its document says of its issue.
struct CountingPlace: Sendable {
  var cursor: Cursor
  var issue: DocumentIssue
}

/// A day that is counted from another.
struct CountedDay: Sendable {
  var due: CalendarDate
  /// The offset behind its words.
  var end: Int
}

/// Question: which day is counted from the day of issue? The input is the start of a word or a number.
enum CountingRules {
  typealias CountingRule = Rule<CountingPlace, CountedDay>

  static func book(_ words: CountingWords) -> RuleBook<CountingPlace, CountedDay> {
    RuleBook("which day is counted from the day of issue", [daysOfIssue(words)])
  }

  /// The document that the examples stand in: a plan of Friday, 11 July 2025.
  static let exampleIssue = DocumentIssue(date: CalendarDate(year: 2025, month: 7, day: 11), type: "KH")

  /// `N ngày [làm việc] kể từ ngày ký`, at a clause's start or after `trong vòng`, `sau`, `chậm nhất`. Days from another
  /// event (`kể từ ngày nhận được`), or from the issue of another document, stay a condition; so do all of them where
  /// the day of issue is unknown.
  private static func daysOfIssue(_ words: CountingWords) -> CountingRule {
    CountingRule(
      "deadline.within-days-of-issue", certainty: TimeCertainty.read,
      examples: [
        RuleExample("trong vòng 15 ngày kể từ ngày ký", "2025-07-26"),
        RuleExample("Trong 15 ngày kể từ ngày ban hành Kế hoạch", "2025-07-26"),
        RuleExample("15 ngày, kể từ ngày ký ban hành Kế hoạch này.", "2025-07-26"),
        RuleExample("Chậm nhất 30 (ba mươi) ngày kể từ ngày ban hành văn bản này", "2025-08-10"),
        RuleExample("Trong vong 15 ngay ke tu ngay ky", "2025-07-26"),
        // Friday, and five working days.
        RuleExample("sau 05 ngày làm việc kể từ ngày ban hành", "2025-07-18"),
        RuleExample(
          "Hoàn thành trong thời hạn 10 ngày làm việc kể từ ngày ký; báo cáo hằng tháng", "2025-07-25",
          whole: "2025-07-25 periodic"),
        RuleExample("Trong 15 ngày kể từ khi có hướng dẫn", nil, whole: "conditional"),
        RuleExample("Trong 15 ngày kể từ ngày nhận được văn bản này", nil, whole: "conditional"),
        RuleExample("Trong 15 ngày kể từ ngày ban hành Quyết định", nil, whole: "conditional"),
        RuleExample("Trong 15 ngày kể từ ngày ký kết hợp đồng", nil, whole: "conditional"),
        RuleExample("ít nhất 15 ngày kể từ ngày ký", nil, whole: "conditional"),
      ]
    ) { place in
      guard let issued = place.issue.date, let count = words.count(from: place.cursor, of: place.issue.type) else {
        return nil
      }
      let due =
        count.isWorking ? DayCount.workingDay(count.days, after: issued) : DayCount.day(count.days, after: issued)
      return due.map { CountedDay(due: $0, end: count.end) }
    }
  }
}

/// The words that count days.
struct CountingWords: Sendable {
  private let words: PhraseTable<Vocabulary.Role>
  private let calendar: PhraseTable<Vocabulary.Role>
  private let documentTypes: PhraseTable<String>

  init(_ phrases: Phrases) {
    words = phrases.table(.dayCount)
    calendar = phrases.table(.calendar)
    documentTypes = phrases.documentTypes
  }

  /// Whether a count may begin here: most places of a text need not be shown to the rule.
  func mayBegin(in text: LooseText, at offset: Int) -> Bool {
    guard text.isBoundary(at: offset) else { return false }
    if text.plain[offset].isDigit { return isClauseStart(text, offset) }
    return words.match(in: text, at: offset)?.value == .within
  }

  private func isClauseStart(_ text: LooseText, _ offset: Int) -> Bool {
    let before = text.trimmed(0..<offset)
    return before.isEmpty || Array<UInt8>.clauseJoints.contains(text.plain[before.upperBound - 1])
  }

  /// The days that are counted from the issue of the document itself, whose type's code is `type`.
  func count(from start: Cursor, of type: String?) -> (days: Int, isWorking: Bool, end: Int)? {
    var cursor = start
    while cursor.take(.within, of: words) {}
    guard let days = cursor.number(digits: 1...3) else { return nil }
    cursor.skipSpaces()
    if cursor.takeBracket() { cursor.skipSpaces() }
    let isWorking = cursor.take(.workingDays, of: words)
    guard isWorking || cursor.take(.unitDay, of: calendar) else { return nil }
    _ = cursor.takeJoint([.comma])
    cursor.skipSpaces()
    guard cursor.take(.since, of: words), cursor.take(.issuing, of: words), takeDocument(&cursor, of: type) else {
      return nil
    }
    return (days, isWorking, cursor.offset)
  }

  /// Goes past the name of the document itself, `Kế hoạch`, `văn bản này`, if it is named; false where the clause goes
  /// on with something else.
  private func takeDocument(_ cursor: inout Cursor, of type: String?) -> Bool {
    if !cursor.take(.ownDocument, of: words), let named = cursor.take(documentTypes) {
      let isThis = cursor.take(.this, of: words)
      guard isThis || named == type else { return false }
    } else {
      _ = cursor.take(.this, of: words)
    }
    return cursor.isAtEnd || cursor.isAt(.period, .comma, .semicolon, .closeBracket)
  }
}

extension [UInt8] {
  /// The signs after which a new clause begins.
  fileprivate static let clauseJoints: [UInt8] = [.comma, .semicolon, .colon, .period, .openBracket]
}
