import DocumentModel
import Grammar
import SampleDocuments
import Testing

/// Each rule of column headings is held to its own examples, and the whole book finds what a rule finds.
@Suite struct ColumnRulesTests {
  private static let rules = Result { ColumnRules(Phrases(try .load(from: Repository.dictionaries))) }

  @Test func examplesHold() throws {
    let rules = try Self.rules.get()
    for rule in rules.columns.rules {
      for example in rule.examples {
        let heading = ColumnRules.Heading(example.text)
        #expect(rule.match(heading)?.rawValue == example.answer, "\(rule.name): \(example)")
        if let answer = example.answer {
          #expect(rules.columns.answer(to: heading)?.answer.rawValue == answer, "the whole book: \(example)")
        }
      }
    }
  }

  /// The rule that is named is the first that knows the heading.
  @Test(arguments: [
    ("Đơn vị chủ trì", "column.heading"), ("Đơnvịchủ trì", "column.heading-glued"),
    ("Đơn vị chủ trj", "column.heading-near"), ("Phân công Đơn vị chủ trì", "column.heading-below"),
    ("Đơn vị chủ trì chính", "column.heading-within"), ("Ngày sinh", nil),
  ])
  func aColumnKeepsItsRule(_ heading: String, _ rule: String?) throws {
    let column = try #require(try Self.rules.get().columns([Passage(Line(parsing: heading))]).first)
    #expect(column.rule == rule)
    #expect((column.role == nil) == (rule == nil))
    #expect((column.certainty > 0) == (rule != nil))
  }

  /// A sentence that has a heading's word in it makes no header.
  @Test func onlyWholeHeadingsMakeAHeader() throws {
    let rules = try Self.rules.get()
    #expect(rules.role(ofCell: "Nhiệm vụ") == .task)
    #expect(rules.role(ofCell: "Rà soát nội dung công việc của xã") == nil)
  }
}
