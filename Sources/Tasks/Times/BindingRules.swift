internal import DocumentModel
internal import Grammar
internal import Vietnamese

/// A time among the others of its deadline.
struct BoundTime: Sendable {
  var text: LooseText
  var times: [FoundDate]
  /// Its place in `times`.
  var index: Int
  var words: TimeWords

  var time: FoundDate { times[index] }
  var following: FoundDate? { index + 1 < times.count ? times[index + 1] : nil }
  var preceding: FoundDate? { index > 0 ? times[index - 1] : nil }
}

/// What a time is for the work.
enum Binding: Sendable {
  case item(DeadlineItem)
  /// The beginning of a range; the item is made of its end.
  case opensRange
}

/// Question: how does this time bind the work?
enum BindingRules {
  typealias BindingRule = Rule<BoundTime, Binding>

  static let book = RuleBook(
    "how does this time bind", [rangeOpening, fromDay, yearsOpening, range, yearsThrough, before, stated])

  private static let rangeOpening = BindingRule(
    "deadline.range-opening", certainty: TimeCertainty.read,
    examples: [
      RuleExample("từ ngày 01/8/2025 đến ngày 15/12/2025", "opens", whole: "2025-12-15"),
      RuleExample("Từ ngày 01/7/2025", nil, whole: ""),
    ]
  ) { bound in
    bound.startsWork && bound.following.map { bound.isRange(from: bound.time, to: $0) } ?? false ? .opensRange : nil
  }

  /// A beginning is no deadline.
  private static let fromDay = BindingRule(
    "deadline.from-day", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Từ ngày 01/7/2025", "from 2025-07-01", whole: ""),
      RuleExample("Bắt đầu từ tháng 8/2025", "from 2025-08-01", whole: ""),
      RuleExample("từ ngày 01 tháng 7 năm 2025", "from 2025-07-01", whole: ""),
      RuleExample("Trước ngày 01/7/2025", nil, whole: "2025-07-01"),
    ]
  ) { bound in
    guard bound.startsWork else { return nil }
    return .item(DeadlineItem(mode: .range, start: bound.time.first, precision: bound.time.precision))
  }

  private static let yearsOpening = BindingRule(
    "deadline.years-opening", certainty: TimeCertainty.read,
    examples: [RuleExample("2025 - 2026", "opens", whole: "2026-12-31")]
  ) { bound in
    bound.following.map { bound.isSpan(from: bound.time, to: $0) } ?? false ? .opensRange : nil
  }

  private static let range = BindingRule(
    "deadline.range", certainty: TimeCertainty.read,
    examples: [
      RuleExample("từ ngày 01/8/2025 đến ngày 15/12/2025", "2025-08-01…2025-12-15", whole: "2025-12-15"),
      RuleExample(
        "Từ ngày 01 tháng 8 năm 2025 đến hết ngày 15 tháng 12 năm 2025", "2025-08-01…2025-12-15", whole: "2025-12-15"),
      RuleExample("tháng 6/2025 tới tháng 9/2025", "2025-06-01…2025-09-30", whole: "2025-09-30"),
      RuleExample("tháng 6/2025, tháng 9/2025", nil, whole: "2025-09-30"),
    ]
  ) { bound in
    guard let start = bound.preceding, bound.isRange(from: start, to: bound.time) else { return nil }
    return .item(bound.range(from: start))
  }

  private static let yearsThrough = BindingRule(
    "deadline.years", certainty: TimeCertainty.read,
    examples: [
      RuleExample("2025 - 2026", "2025-01-01…2026-12-31", whole: "2026-12-31"),
      RuleExample("Giai đoạn 2025-2030", "2025-01-01…2030-12-31", whole: "2030-12-31"),
      RuleExample("2025 và những năm tiếp theo", nil, whole: ""),
    ]
  ) { bound in
    guard let start = bound.preceding, bound.isSpan(from: start, to: bound.time) else { return nil }
    return .item(bound.range(from: start))
  }

  private static let before = BindingRule(
    "deadline.before-day", certainty: TimeCertainty.read,
    examples: [
      RuleExample("Trước ngày 20/12/2025", "2025-12-20"), RuleExample("Trước 31/12/2025", "2025-12-31"),
      RuleExample("chậm nhất ngày 04-10-2025", "2025-10-04"),
      RuleExample("xong trước ngày 30 tháng 7 năm 1991", "1991-07-30"),
      RuleExample("truoc ngay 20/12/2025", "2025-12-20"),
      RuleExample("Hoàn thành trước ngày 15/8/2025; cập nhật hằng tháng", "2025-08-15", whole: "2025-08-15 periodic"),
      RuleExample(
        "Trước ngày 30/9/2025, sau đó duy trì thường xuyên", "2025-09-30", whole: "2025-09-30 ongoing"),
      // A day of every month.
      RuleExample("Trước ngày 25 hằng tháng", nil, whole: "periodic"),
      RuleExample("31/12/2025", nil, whole: "2025-12-31"),
    ]
  ) { bound in
    bound.lead == .notAfter ? .item(bound.day(bound: .before)) : nil
  }

  /// The last day of the time that the words state.
  private static let stated = BindingRule(
    "deadline.time-stated", certainty: TimeCertainty.read,
    examples: [
      RuleExample("31/12/2025.", "2025-12-31"), RuleExample("Hoàn thành trong tháng 6/2025", "2025-06-30"),
      RuleExample("Quý I và quý II/2026", "2026-03-31 2026-06-30", whole: "2026-06-30"),
      RuleExample("Đến hết quý IV2026", "2026-12-31"), RuleExample("đến hết năm 2025", "2025-12-31"),
      RuleExample("2025 và những năm tiếp theo", "2025-12-31", whole: ""),
      RuleExample("Đến hết quý 12026", nil), RuleExample("Ngày 05 hằng tháng", nil, whole: "periodic"),
      RuleExample(
        "Triển khai thực hiện ngay và thường xuyên. Đến năm 2026 hoàn thành 100%", "2026-12-31",
        whole: "2026-12-31 immediate ongoing"),
      // The day of a citation is no deadline.
      RuleExample("Theo tiến độ tại Quyết định số 108/QĐ-BCĐ ngày 24/7/2025", nil, whole: "conditional"),
      RuleExample("", nil), RuleExample("ʘ ﬂmm OB", nil),
    ]
  ) { bound in
    .item(bound.day(bound: .on))
  }
}
