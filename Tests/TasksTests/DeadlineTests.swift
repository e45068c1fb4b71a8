import DocumentModel
import Grammar
import Testing
import Vietnamese

@testable import Tasks

/// The rules of time, read by their examples: each example once by its own rule and once by the whole parser.
@Suite struct DeadlineTests {
  /// An example with the rule that it belongs to.
  struct Case<Input, Answer>: CustomTestStringConvertible, Sendable {
    var rule: Rule<Input, Answer>
    var example: RuleExample
    var testDescription: String { "\(rule.name): \(example)" }

    static func all(of book: RuleBook<Input, Answer>) -> [Self] {
      book.rules.flatMap { rule in rule.examples.map { Self(rule: rule, example: $0) } }
    }
  }

  /// Made once for all cases.
  private static let phrases = Result { try Extraction().phrases }
  private static let words = phrases.map(TimeWords.init)
  private static let parser = phrases.map(DeadlineParser.init)

  static let timeCases = (try? words.get()).map { Case.all(of: TimeRules.book($0)) } ?? []
  static let countingCases =
    (try? phrases.get()).map { Case.all(of: CountingRules.book(CountingWords($0))) } ?? []
  static let closingCases = (try? phrases.get()).map { Case.all(of: ClosingTime($0).book) } ?? []

  /// The last day and the modes, as examples write them: `2025-12-31 ongoing`.
  private func summary(_ deadline: Deadline) -> String {
    ((deadline.due.map { [$0.description] } ?? []) + deadline.modes.map(\.rawValue)).joined(separator: " ")
  }

  private func summary(_ period: Period?) -> String {
    if case .quarter(let quarter, nil) = period { return "Q\(quarter)" }
    return period?.last?.description ?? "unreadable"
  }

  private func summary(_ item: DeadlineItem) -> String {
    switch (item.mode, item.start, item.due) {
    case (.date, _, let due?): due.description
    case (.range, let start?, nil): "from \(start)"
    case (.range, let start?, let due?): "\(start)…\(due)"
    default: item.mode.rawValue
    }
  }

  /// What the answers of one rule come to; nil where it stayed silent.
  private func joined(_ answers: [String]) -> String? { answers.isEmpty ? nil : answers.joined(separator: " ") }

  private func expectWhole(_ example: RuleExample, issue: DocumentIssue = DocumentIssue()) throws {
    let read = try Self.parser.get().read(example.text, issue: issue)
    #expect(summary(read.deadline) == example.expected ?? "")
  }

  // MARK: By the rule alone and by the whole parser

  @Test(arguments: timeCases) func time(_ sample: Case<Cursor, ReadTime>) throws {
    let alone = DateFinder(try Self.words.get(), RuleBook("", [sample.rule]))
    let answers = alone.readings(in: LooseText(sample.example.text)).map { summary($0.found.answer.period) }
    #expect(joined(answers) == sample.example.answer)
    try expectWhole(sample.example)
  }

  @Test(arguments: Case.all(of: BindingRules.book)) func binding(_ sample: Case<BoundTime, Binding>) throws {
    let words = try Self.words.get(), text = LooseText(sample.example.text)
    let read = try Self.parser.get().read(sample.example.text).times
    let times = read.filter { $0.standing == .meant }.map(\.date)
    let answers = times.indices.compactMap { index -> String? in
      switch sample.rule.match(BoundTime(text: text, times: times, index: index, words: words)) {
      case nil: nil
      case .opensRange: "opens"
      case .item(let item): summary(item)
      }
    }
    #expect(joined(answers) == sample.example.answer)
    try expectWhole(sample.example)
  }

  @Test(arguments: Case.all(of: KeepingRules.book)) func keeping(_ sample: Case<KeepingWord, DeadlineItem>) throws {
    let words = try Self.parser.get().keepingWords(in: LooseText(sample.example.text))
    #expect(joined(words.compactMap(sample.rule.match).map(summary)) == sample.example.answer)
    try expectWhole(sample.example)
  }

  @Test(arguments: countingCases) func counting(_ sample: Case<CountingPlace, CountedDay>) throws {
    let words = CountingWords(try Self.phrases.get()), text = LooseText(sample.example.text)
    let answers = (0..<text.count).filter { words.mayBegin(in: text, at: $0) }.compactMap { offset in
      sample.rule.match(CountingPlace(cursor: Cursor(text, at: offset), issue: CountingRules.exampleIssue))
    }
    #expect(answers.first?.due.description == sample.example.answer)
    try expectWhole(sample.example, issue: CountingRules.exampleIssue)
  }

  @Test func daysOfIssueAreAConditionWhereTheDayOfIssueIsUnknown() throws {
    let deadline = try Self.parser.get().parse("Trong vòng 15 ngày kể từ ngày ký")
    #expect(deadline.due == nil)
    #expect(deadline.modes == [.conditional])
  }

  /// Friday, 11 July 2025; 1 and 2 September are holidays.
  @Test(arguments: [
    ("2025-07-11", 1, "2025-07-14"), ("2025-07-11", 5, "2025-07-18"), ("2025-07-12", 1, "2025-07-14"),
    ("2025-08-29", 1, "2025-09-03"), ("1969-12-31", 2, "1970-01-02"),
  ])
  func workingDaysLeaveOutWeekendsAndHolidays(_ start: String, _ count: Int, _ expected: String) throws {
    let holidays = Set(["2025-09-01", "2025-09-02"].compactMap(CalendarDate.init(iso:)))
    let day = DayCount.workingDay(count, after: try #require(CalendarDate(iso: start)), holidays: holidays)
    #expect(day?.description == expected)
  }

  @Test(arguments: closingCases) func closing(_ sample: Case<LooseText, DatedOrder>) throws {
    let text = LooseText(sample.example.text)
    #expect(sample.rule.match(text).map { text[text.trimmed($0.deadline)] } == sample.example.answer)
    let whole = ClosingTime(try Self.phrases.get()).sentence(of: text)
    #expect(text[text.trimmed(whole.deadline)] == sample.example.expected ?? "")
  }

  @Test func theRulesAreWellFormed() throws {
    #expect(TimeRules.book(try Self.words.get()).faults == [])
    #expect(BindingRules.book.faults == [])
    #expect(KeepingRules.book.faults == [])
    #expect(ClosingTime(try Self.phrases.get()).book.faults == [])
    #expect(CountingRules.book(CountingWords(try Self.phrases.get())).faults == [])
    #expect(!Self.timeCases.isEmpty && !Self.countingCases.isEmpty && !Self.closingCases.isEmpty)
  }

  // MARK: What a deadline keeps

  @Test func itemsTellEachTime() throws {
    let parser = try Self.parser.get()
    let range = try #require(parser.parse("từ ngày 01/8/2025 đến ngày 15/12/2025").items.first)
    #expect(range.mode == .range)
    #expect(range.start?.description == "2025-08-01")
    let before = try #require(parser.parse("Trước ngày 20/12/2025").items.first)
    #expect(before.bound == .before)
    #expect(before.precision == .day)
    #expect(parser.parse("Quý IV/2025").items.first?.precision == .quarter)
    #expect(parser.parse("Hằng tháng").items.first?.recurrence == "hằng tháng")
    #expect(
      parser.parse("Khi có yêu cầu; thường xuyên").items.first { $0.mode == .conditional }?.condition
        == "Khi có yêu cầu")
  }

  @Test func aYearFarFromTheDocumentGivesNoDay() throws {
    let parser = try Self.parser.get(), issue = DocumentIssue(date: CalendarDate(year: 2025, month: 7, day: 11))
    let read = parser.read("Hoàn thành trong tháng 6/2005", issue: issue)
    #expect(read.deadline.due == nil)
    #expect(read.implausibleYears == [2005])
    #expect(parser.read("đến năm 2030", issue: issue).deadline.due?.description == "2030-12-31")
  }

  @Test(arguments: [
    ("Trước ngày 20/12/2025", "deadline.before-day"), ("Quý I và quý II/2026", "deadline.time-stated"),
    ("Thường xuyên; đến năm 2026 hoàn thành", "deadline.time-stated"), ("Thường xuyên", "deadline.ongoing"),
    ("Năm 2025 và những năm tiếp theo", "deadline.time-stated"), ("ʘ ﬂmm OB", nil),
  ])
  func theDecisiveRuleIsNamed(_ words: String, _ rule: String?) throws {
    #expect(try Self.parser.get().read(words).rule == rule)
  }

  @Test(arguments: [("Quý II/2025", 0.95), ("quý 212026", 0.5), ("Quý 12026; thường xuyên", 0.95), ("ʘ ﬂmm OB", 0.5)])
  func aRepairedTimeIsLessCertain(_ words: String, _ certainty: Double) throws {
    #expect(try Self.parser.get().read(words).certainty == certainty)
  }

  @Test func theRecordNamesTheRule() throws {
    let body = """
      ỦY BAN NHÂN DÂN\tCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      XÃ HỢP MINH\tĐộc lập - Tự do - Hạnh phúc
      Số: 05/KH-UBND\tHợp Minh, ngày 11 tháng 7 năm 2025
      KẾ HOẠCH
      Triển khai chuyển đổi số

      1. Rà soát
      Rà soát thủ tục.
      - Chủ trì: Công an xã.
      - Thời gian hoàn thành: Trước ngày 31/12/2025.
      2. Cập nhật
      Cập nhật dữ liệu.
      - Chủ trì: Công an xã.
      - Thời gian hoàn thành: Theo lời hẹn.
      3. Báo cáo
      Báo cáo kết quả.
      - Chủ trì: Công an xã.
      - Thời gian hoàn thành: Trong vòng 05 ngày làm việc kể từ ngày ban hành Kế hoạch này.
      """
    let tasks = try Extraction().record(of: body).tasks
    #expect(
      tasks.map { $0.evidence["deadline"]?.source } == [
        "deadline.before-day", nil, "deadline.within-days-of-issue",
      ])
    #expect(tasks.last?.deadline.due?.description == "2025-07-18")
    #expect(tasks.last?.deadline.modes == [])
  }
}
