internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A wording of `labels.tsv`, place `time`, in the text of a deadline.
struct KeepingWord: Sendable {
  var text: LooseText
  var match: PhraseTable<Vocabulary.Role>.Match

  /// A cursor behind the wording and the spaces after it.
  var behind: Cursor {
    var cursor = Cursor(text, at: match.range.upperBound)
    cursor.skipSpaces()
    return cursor
  }

  /// From the wording to the end of its clause.
  var clause: String {
    let start = match.range.lowerBound
    let end = text.plain[start...].firstIndex(where: Array<UInt8>.clauseEnds.contains) ?? text.count
    return text[text.trimmed(start..<end)]
  }
}

/// Question: how is the work to be kept, where no day says it? Each rule reads the wordings of one role.
enum KeepingRules {
  typealias KeepingRule = Rule<KeepingWord, DeadlineItem>

  static let book = RuleBook("how is it to be kept", [immediate, ongoing, periodic, done, conditional])

  private static let immediate = KeepingRule(
    "deadline.immediate", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Triển khai thực hiện ngay", "immediate"), RuleExample("ngay lập tức", "immediate"),
      RuleExample("Triển khai thực hiện ngay và thường xuyên", "immediate", whole: "immediate ongoing"),
      // A `ngày` that lost its mark has a number after it.
      RuleExample("ngay 30/9/2025", nil, whole: "2025-09-30"),
      RuleExample("Ngày 05 hằng tháng", nil, whole: "periodic"),
      RuleExample("ngay từ đầu năm 2025", nil, whole: "2025-12-31"),
    ]
  ) { word in
    guard word.match.value == .immediate, !(word.behind.next?.isDigit ?? false) else { return nil }
    return DeadlineItem(mode: .immediate)
  }

  private static let ongoing = KeepingRule(
    "deadline.ongoing", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Thường xuyên", "ongoing"), RuleExample("Nhiệm vụ thường xuyên", "ongoing"),
      RuleExample("Thuong xuyen", "ongoing"), RuleExample("Hằng năm", nil, whole: "periodic"),
    ]
  ) { word in
    word.match.value == .ongoing ? DeadlineItem(mode: .ongoing) : nil
  }

  private static let periodic = KeepingRule(
    "deadline.periodic", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Hằng năm", "periodic"), RuleExample("Hàng quý", "periodic"), RuleExample("hang thang", "periodic"),
      RuleExample("6 tháng một lần", "periodic"), RuleExample("Trước ngày 25 hằng tháng", "periodic"),
      RuleExample("Ngày 05 hằng tháng", "periodic"),
      RuleExample(
        "hàng ngày trước 10h, hàng tuần trước 8h00 thứ năm, hàng tháng trước ngày 25", "periodic periodic periodic",
        whole: "periodic"),
      RuleExample("6 tháng đầu năm 2026", nil, whole: "2026-06-30"),
    ]
  ) { word in
    guard word.match.value == .periodic else { return nil }
    return DeadlineItem(mode: .periodic, recurrence: lowercased(word.text[word.match.range]))
  }

  private static let done = KeepingRule(
    "deadline.done", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Đã hoàn thành", "done"),
      RuleExample("Đã hoàn thành và thực hiện thường xuyên", "done", whole: "ongoing done"),
      RuleExample("Hoàn thành trong tháng 6/2025", nil, whole: "2025-06-30"),
    ]
  ) { word in
    word.match.value == .done ? DeadlineItem(mode: .done) : nil
  }

  /// It waits for something else.
  private static let conditional = KeepingRule(
    "deadline.conditional", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Ngay khi Trung ương ban hành", "conditional"),
      RuleExample(
        "Ngay sau khi Chủ tịch UBND thành phố công bố tại các Quyết định công bố", "conditional"),
      RuleExample("Khi có hướng dẫn của Sở Nội vụ", "conditional"),
      RuleExample("Sau khi Tòa án nhân dân tối cao triển khai", "conditional"),
      RuleExample("Thực hiện theo Kế hoạch của Trung ương", "conditional"),
      RuleExample("Thường xuyên, theo hướng dẫn của thành phố", "conditional", whole: "ongoing conditional"),
      RuleExample("Trong 15 ngày kể từ ngày ban hành Kế hoạch", "conditional"),
      RuleExample(
        "Triển khai thực hiện ngay, thường xuyên, định kỳ hoặc khi có yêu cầu", "conditional",
        whole: "immediate ongoing periodic conditional"),
      // A beginning and the day of a citation are no deadlines.
      RuleExample(
        "Theo hướng dẫn của Bộ Công an; bảo đảm không làm gián đoạn dịch vụ từ ngày 01/7/2025 khi dùng các tài khoản tổ chức theo Nghị định số 69/2024/NĐ-CP của Chính phủ",
        "conditional conditional", whole: "conditional"),
      RuleExample("Theo tiến độ tại Quyết định số 108/QĐ-BCĐ ngày 24/7/2025", "conditional"),
      RuleExample("Trong tháng 6/2025", nil, whole: "2025-06-30"),
    ]
  ) { word in
    word.match.value == .conditional ? DeadlineItem(mode: .conditional, condition: word.clause) : nil
  }
}
