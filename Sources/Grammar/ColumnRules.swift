public import DocumentModel
internal import Vietnamese

/// Tells what a column of a table holds by its heading. It is asked once, when the table is put together; the column
/// then carries its role.
public struct ColumnRules: Sendable {
  /// The text over a column.
  public struct Heading: Sendable {
    let text: LooseText
    /// Where the heading stands in the text, without a remark in brackets: `Kinh phí (triệu đồng)`.
    let range: Range<Int>

    public init(_ heading: String) {
      text = LooseText(heading)
      range = text.trimmed(0..<(text.firstIndex(of: .openBracket) ?? text.count))
    }
  }

  /// Names of the rules that need only a part of a heading: what the cells say may contradict them.
  public static let belowRule = "column.heading-below", withinRule = "column.heading-within"

  public typealias Book = RuleBook<Heading, ColumnRole>

  /// What one cell says that is a heading by itself. These rules alone tell that a row is a header.
  public let cells: Book
  /// What a column under a known header holds: the same rules, then those that need only a part of the heading.
  public let columns: Book

  public init(_ phrases: Phrases) {
    let table = phrases.table(.column)
    let whole = [Self.wording(table), Self.glued(phrases.vocabulary), Self.near(table)]
    cells = Book("Is this cell the heading of a column?", whole)
    columns = Book("What does this column hold?", whole + [Self.below(table), Self.within(table)])
  }

  /// The columns under these headings, each with its role.
  public func columns(_ headings: [Passage]) -> [DataTable.Column] {
    headings.map { heading in
      let found = columns.answer(to: Heading(heading.text))
      return DataTable.Column(
        heading: heading, role: found?.answer, rule: found?.rule, certainty: found?.certainty ?? 0)
    }
  }

  /// What a cell says if it is a heading by itself; nil for any other cell.
  public func role(ofCell text: String) -> ColumnRole? { cells.answer(to: Heading(text))?.answer }
}

/// How often a column is what its heading says, 0…1. Set by judgement: `sohoa` counts corrections by rule, which is
/// what will measure it.
private enum Certainty {
  static let heading = 0.95
}

extension ColumnRules {
  private typealias Wordings = PhraseTable<Vocabulary.Role>

  private static func wording(_ table: Wordings) -> Rule<Heading, ColumnRole> {
    Rule(
      "column.heading", certainty: Certainty.heading,
      examples: [
        RuleExample("Đơn vị chủ trì", "lead"), RuleExample("STT", "index"), RuleExample("thoi han", "deadline"),
        RuleExample("Kinh phí (triệu đồng)", "other"), RuleExample("Chủ trì và phối hợp", nil),
      ]
    ) { heading in
      table.match(in: heading.text, at: heading.range.lowerBound)
        .flatMap { $0.range.upperBound == heading.range.upperBound ? ColumnRole($0.value) : nil }
    }
  }

  /// Headings in narrow columns lose their spaces: they are known by their letters alone.
  private static func glued(_ vocabulary: Vocabulary) -> Rule<Heading, ColumnRole> {
    let byLetters = Dictionary(
      vocabulary.wordings(.column).map { (LooseText($0.0).glued(), $0.1) }, uniquingKeysWith: { first, _ in first })
    return Rule(
      "column.heading-glued", certainty: Certainty.heading,
      examples: [RuleExample("Đơnvịchủtrì", "lead"), RuleExample("Nội dung,công việc", "task"), RuleExample("", nil)]
    ) { heading in
      byLetters[heading.text.glued(in: heading.range)].flatMap(ColumnRole.init)
    }
  }

  private static func near(_ table: Wordings) -> Rule<Heading, ColumnRole> {
    Rule(
      "column.heading-near", certainty: Certainty.heading,
      examples: [
        RuleExample("Thời glan hoàn thành", "deadline"), RuleExample("Cơ quan phốí hợp thực", nil),
        RuleExample("SIT", nil),
      ]
    ) { heading in
      table.nearest(to: heading.text, in: heading.range).flatMap(ColumnRole.init)
    }
  }

  /// Upper levels of the header stand before the column's own words.
  private static func below(_ table: Wordings) -> Rule<Heading, ColumnRole> {
    Rule(
      Self.belowRule, certainty: Certainty.heading,
      examples: [
        RuleExample("Phân công thực hiện Chủ trì", "lead"), RuleExample("Phân công thực hiện Phối hợp", "cooperating"),
        RuleExample("Họ và tên", nil),
      ]
    ) { heading in
      let text = heading.text
      for offset in heading.range where text.isBoundary(at: offset) && text.isWord(at: offset) {
        if let match = table.match(in: text, at: offset), match.range.upperBound == heading.range.upperBound {
          return ColumnRole(match.value)
        }
      }
      return nil
    }
  }

  /// The last wording that stands anywhere in the heading.
  private static func within(_ table: Wordings) -> Rule<Heading, ColumnRole> {
    Rule(
      Self.withinRule, certainty: Certainty.heading,
      examples: [
        RuleExample("Nội dung công việc cần làm", "task"), RuleExample("Cơ quan phối hợp chính", "cooperating"),
        RuleExample("Ngày sinh", nil),
      ]
    ) { heading in
      table.all(in: heading.text).last.flatMap { ColumnRole($0.value) }
    }
  }
}

extension ColumnRole {
  /// The role of a heading's wording in the table of labels; nil for a role that no column has.
  init?(_ role: Vocabulary.Role) { self.init(rawValue: role.rawValue) }
}
